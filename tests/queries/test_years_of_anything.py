"""Whatever was read, everything that the years amount to can be told, adds up, and is gone again after an undo."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import readings

from hallway import Memory
from hallway.interfaces.cli.show_contradictions import all_lines
from hallway.interfaces.cli.show_outcomes import outcomes_lines
from hallway.interfaces.cli.show_series import series_lines
from hallway.interfaces.cli.show_team import team_story
from hallway.interfaces.cli.show_ties import explained_lines, tie_lines, way_lines
from hallway.interfaces.team_svg import team_svg
from hallway.model import Reading


def told(memory: Memory) -> list[str]:
    """Everything, as lines."""
    years, store = memory.years, memory.store
    lines = [*tie_lines(years.ties(), 1000), *all_lines(years.contradictions())]
    everything = years.outcomes()
    assert everything
    lines += outcomes_lines(everything, "")
    from hallway.queries.paths import ways
    from hallway.queries.ties import Ties

    ties = Ties(store)
    for person in ties.names:
        explained = ties.explain(person)
        assert sum(w.worth for w in explained.why) == pytest.approx(explained.line.strength)
        lines += [*explained_lines(explained), *way_lines(ways(store, person, ties))]
    for event in memory.events():
        for series in years.series(event.name):
            lines += series_lines(series)
        for team in years.teams(event.name):
            lines += [*team_story(team), team_svg(team)]
            inside, perhaps = team.at("2016-05")
            assert not {id(m) for m in inside} & {id(m) for m in perhaps}
    return lines


@settings(max_examples=40, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=4))
def test_everything_can_be_told_and_undone(texts: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "people.db") as memory:
        memory.keep(texts[0])
        before = told(memory)
        for text in texts[1:]:
            memory.keep(text)
        kept = [entry for entry in memory.log() if entry.undone_at is None]
        assert told(memory)
        for _ in kept[1:] if memory.is_kept(texts[0]) else []:
            memory.undo()
        assert told(memory) == before
