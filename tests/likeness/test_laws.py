"""What holds for any memory whatever."""

from dataclasses import replace

from crowds import FAMILY, GIVEN, crowd
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.likeness import ALMOST_CERTAIN, Record, suggestions

names = st.tuples(st.sampled_from(GIVEN), st.sampled_from([*FAMILY, ""])).map(lambda name: " ".join(name).strip())
few = st.frozensets(st.integers(0, 4), max_size=2)
told = st.builds(
    Record,
    id=st.just(0),
    names=st.lists(names, max_size=2).map(tuple),
    organizations=st.frozensets(st.sampled_from(["vesk optics", "lind"]), max_size=1),
    events=few,
    company=few,
    years=st.none() | st.just((2007, 2009)),
    address=st.dictionaries(
        st.sampled_from(["city", "street"]), st.sampled_from(["upper brindle", "12 lane"]), max_size=2
    ),
)
memories = st.lists(told, max_size=12).map(lambda found: [replace(one, id=n) for n, one in enumerate(found)])


@given(memories, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_records_does_not_matter(memory, random) -> None:
    shuffled = memory[:]
    random.shuffle(shuffled)
    assert suggestions(shuffled, least=0.05) == suggestions(memory, least=0.05)


@given(memories)
@settings(max_examples=60, deadline=None)
def test_it_does_not_matter_which_of_two_comes_first(memory) -> None:
    def turned(one: int) -> int:
        return len(memory) - 1 - one

    mirrored = [replace(one, id=turned(one.id), company=frozenset(map(turned, one.company))) for one in memory]
    one = {frozenset({pair.a, pair.b}): pair.probability for pair in suggestions(memory, least=0.0)}
    other = {frozenset({turned(pair.a), turned(pair.b)}): pair.probability for pair in suggestions(mirrored, least=0.0)}
    assert one.keys() == other.keys()
    assert all(abs(one[pair] - other[pair]) < 1e-3 for pair in one)


@given(memories)
@settings(max_examples=60, deadline=None)
def test_what_is_missing_changes_nothing(memory) -> None:
    blank = [replace(one, address={**one.address, "postcode": "", "birth": " "}) for one in memory]
    assert suggestions(blank, least=0.05) == suggestions(memory, least=0.05)


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY), st.integers(0, 60))
@settings(max_examples=40, deadline=None)
def test_a_name_and_a_company_are_never_certain(given_name, family, size) -> None:
    acme = frozenset({"vesk optics"})
    two = [Record(n, (f"{given_name} {family}",), organizations=acme) for n in (1, 2)]
    assert all(pair.probability < ALMOST_CERTAIN - 0.1 for pair in suggestions([*two, *crowd(size=size)]))


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY), st.integers(0, 8), st.integers(0, 60))
@settings(max_examples=40, deadline=None)
def test_a_key_that_only_two_have_wins_over_a_slip(given_name, family, at, size) -> None:
    name = f"{given_name} {family}"
    slipped = name[:at] + name[at + 1 :]
    key = frozenset({("email", "somebody@lantern.example")})
    best = suggestions([Record(1, (name,), key), Record(2, (slipped,), key), *crowd(size=size)])[0]
    assert (best.a, best.b) == (1, 2)
    assert best.probability >= ALMOST_CERTAIN
