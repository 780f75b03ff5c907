"""From fleeting to outcome: every tie goes its way once, and the numbers add up."""

from hypothesis import given
from hypothesis import strategies as st

from hallway import Memory
from hallway.queries.flow import STAGES, Flow, way


def bands(found: Flow) -> list[tuple[str, str, list[str]]]:
    return [(b.begin, b.end, [name for _, name in b.people]) for b in found.bands]


def test_a_small_life(lived: Memory) -> None:
    found = lived.pictures.flow()
    assert bands(found) == [
        ("followed", "new", ["Owen Prydderch"]),
        ("fleeting", "outcome", ["Ursina Caflisch"]),
        ("new", "cemented", ["Anke Reimers"]),
    ]
    assert [(s.name, s.people, len(s.so_far)) for s in found.stages] == [
        ("followed", 1, 0), ("fleeting", 1, 0), ("new", 8, 7), ("renewed", 0, 0), ("cemented", 1, 1), ("outcome", 1, 1),
    ]  # fmt: skip


def test_of_an_event_and_of_a_series(lived: Memory) -> None:
    leeds = lived.find_events("Leeds")[0].id
    assert [b.begin for b in lived.pictures.flow(event=leeds).bands] == ["followed", "fleeting", "new"]
    assert bands(lived.pictures.flow(series="Lantern Days")) == [("new", "cemented", ["Anke Reimers"])]


@given(
    st.lists(
        st.tuples(st.sampled_from(STAGES), st.sampled_from([None, "2007", "2014-10", "2024-06-21"])),
        min_size=1,
        max_size=8,
    )
)
def test_ways_only_go_forward(told: list[tuple[str, str | None]]) -> None:
    steps = [STAGES.index(s) for s in way([{"stage": s, "day": d} for s, d in told])]
    assert steps == sorted(set(steps))
    assert steps


def test_what_comes_in_comes_on_or_stays(lived: Memory) -> None:
    found = lived.pictures.flow()
    for stage in found.stages:
        gone = sum(len(b.people) for b in found.bands if b.begin == stage.name)
        assert stage.people == gone + len(stage.so_far)
