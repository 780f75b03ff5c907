"""Places in a picture: the same each time, nobody on top of anybody, and those who know each other near each other."""

import math

from hypothesis import given
from hypothesis import strategies as st

from hallway.queries.rings import group_radius, groups, rings, sunflower

PEOPLE = st.dictionaries(st.integers(1, 300), st.integers(0, 5), max_size=40)
TIES = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 300)), max_size=40)


def around(ties: list[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for a, b in ties:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


@given(PEOPLE, TIES)
def test_everybody_has_a_place_of_their_own(people: dict[int, int], ties: list[tuple[int, int]]) -> None:
    places, reach = rings(people, around(ties))
    assert places == rings(people, around(ties))[0]
    assert places.keys() == people.keys()
    spots = list(places.values())
    assert all(math.dist(a, b) > 0.5 for i, a in enumerate(spots) for b in spots[:i])
    assert all(math.hypot(*p) <= reach + 1e-9 for p in spots)


@given(PEOPLE, TIES)
def test_whom_one_knows_better_is_nearer_to_the_middle(people: dict[int, int], ties: list[tuple[int, int]]) -> None:
    places, _ = rings(people, around(ties))
    away = {p: math.hypot(*at) for p, at in places.items()}
    assert all(away[a] < away[b] for a in people for b in people if people[a] < people[b])


def test_two_companies_stand_apart() -> None:
    """Two circles of friends on two rings: each is nearer to its own than to the others."""
    one, other = [1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16]
    ties = [(a, b) for some in (one, other) for a in some for b in some if a < b]
    places, _ = rings({p: p % 2 for p in one + other}, around(ties))

    def middle(some: list[int]) -> tuple[float, float]:
        return sum(places[p][0] for p in some) / 6, sum(places[p][1] for p in some) / 6

    assert all(math.dist(places[p], middle(one)) < math.dist(places[p], middle(other)) for p in one)


@given(st.lists(st.integers(1, 200), max_size=20), st.sampled_from([0.0, 12.0]))
def test_groups_do_not_touch(counts: list[int], inner: float) -> None:
    counts = sorted(counts, reverse=True)
    centres = groups(counts, inner)
    circles = [(at, group_radius(n)) for at, n in zip(centres, counts, strict=True)]
    assert all(math.dist(a, b) >= r + s for i, (a, r) in enumerate(circles) for b, s in circles[:i])
    assert all(math.hypot(*at) - r >= inner for at, r in circles if inner)
    assert all(math.hypot(*seed) < group_radius(n) for n in counts for seed in sunflower(n))
