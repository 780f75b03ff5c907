"""Who is near me through whom."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model.chains import Chain, chains, nearness

people = st.integers(0, 7)
graphs = st.lists(st.tuples(people, people).filter(lambda p: p[0] != p[1]), max_size=20)


def both_ways(pairs: list[tuple[int, int]]) -> dict[int, dict[int, float]]:
    links: dict[int, dict[int, float]] = {}
    for a, b in pairs:
        links.setdefault(a, {})[b] = 0.5
        links.setdefault(b, {})[a] = 0.5
    return links


def test_somebody_who_knows_few_counts_more_than_somebody_who_knows_many() -> None:
    links = {"me": "pq", "p": ["me", "a"], "q": ["me", "b", "c", "d"], "a": "p", "b": "q", "c": "q", "d": "q"}
    near = nearness(links, "me")
    assert near == {"a": 1 / 2, "b": 1 / 4, "c": 1 / 4, "d": 1 / 4}


def test_a_second_go_between_leads_further() -> None:
    near = nearness({"me": "p", "p": ["me", "a"], "a": ["p", "b"], "b": "a"}, "me")
    assert near == {"a": 1 / 2, "b": 1 / 4}


def test_people_in_common_count_for_those_whom_i_know_and_the_way_back_does_not() -> None:
    links = {"me": "pq", "p": ["me", "q"], "q": ["me", "p"]}
    assert nearness(links, "me") == {"p": 1 / 2, "q": 1 / 2}
    assert nearness({"me": "p", "p": ["me", "a"], "a": "p"}, "me") == {"a": 1 / 2}


@given(graphs, people)
def test_nearness_is_alike_from_both_ends(pairs: list[tuple[int, int]], start: int) -> None:
    links = both_ways(pairs)
    near = nearness(links, start)
    assert start not in near
    for other, worth in near.items():
        assert worth == pytest.approx(nearness(links, other)[start])


def test_chains_are_the_best_through_each_first_person() -> None:
    links = both_ways([(1, 9), (2, 3), (3, 9), (4, 9), (1, 4)])
    found = chains(links, {1: 3.0, 2: 1.0, 4: 1.0}, 9)
    assert found == [Chain((1,), 0.5 * 0.75), Chain((4,), 0.25), Chain((2, 3), 0.0625)]
    assert chains(links, {1: 3.0, 2: 1.0, 3: 0.01}, 9)[1:] == [Chain((3,), 0.5 * 0.01 / 1.01)]
    assert chains(links, {1: 3.0}, 9, most=0) == []
    assert chains(links, {1: 3.0}, 77) == []


@given(graphs, people, st.dictionaries(people, st.floats(0.1, 5)))
def test_a_chain_leads_from_my_tie_to_the_goal_over_links(
    pairs: list[tuple[int, int]], goal: int, mine: dict[int, float]
) -> None:
    links = both_ways(pairs)
    for chain in chains(links, mine, goal):
        way = [*chain.through, goal]
        assert way[0] in mine
        assert len(set(way)) == len(way)
        assert all(b in links[a] for a, b in itertools.pairwise(way))
        assert 0 < chain.worth < 1
