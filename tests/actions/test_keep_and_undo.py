"""Whatever is kept can be taken back, and keeping it twice adds nothing."""

from tempfile import TemporaryDirectory

import pytest
from build import Draft
from dump import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import readings

from hallway import Memory
from hallway.model import Connection, EncounterFact, Reading, When

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slow
@given(st.lists(readings(), max_size=3), readings())
def test_undo_restores_exactly_what_was(before: list[Reading], reading: Reading) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        for one in before:
            memory.keep(one)
        was = dump(memory.store)
        [kept] = memory.keep(reading)
        assert kept.already == (reading.source.text in [r.source.text for r in before])
        if not kept.already:
            memory.undo()
        assert dump(memory.store) == was
        _sound(memory)


@slow
@given(st.lists(readings(), min_size=1, max_size=3))
def test_keeping_twice_adds_nothing(texts: list[Reading]) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        memory.keep(*texts)
        was, log = dump(memory.store), memory.log()
        assert all(k.already for k in memory.keep(*texts))
        assert (dump(memory.store), memory.log()) == (was, log)
        _sound(memory)


@slow
@given(st.lists(readings(), min_size=1, max_size=4, unique_by=lambda r: r.source.text))
def test_undoing_everything_leaves_nothing(texts: list[Reading]) -> None:
    with TemporaryDirectory() as folder, Memory(f"{folder}/people.db") as memory:
        memory.store  # noqa: B018
        was = dump(memory.store)
        for one in texts:
            memory.keep(one)
        while memory.undo():
            pass
        assert dump(memory.store) == was
        again = memory.keep(*texts)
        assert not any(k.already for k in again)


def _sound(memory: Memory) -> None:
    assert [tuple(r) for r in memory.store.rows("PRAGMA integrity_check")] == [("ok",)]
    assert memory.store.rows("PRAGMA foreign_key_check") == []
    memory.store.run("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")


def _note(*meetings: tuple[str | None, str | None]) -> Reading:
    """A note that tells so many times of meeting one person: (event, day)."""
    draft = Draft("Ana Silva at Lantern Days", "note", "2017-11-09", kind="note")
    ana, days = draft.person("Ana Silva"), draft.event("Lantern Days")
    for event, day in meetings:
        draft.add(EncounterFact(ana, Connection.NEW, days if event else None, when=When(day) if day else None))
    return draft.reading()


@pytest.mark.parametrize(
    ("meetings", "kept"),
    [
        ([("Lantern Days", None), (None, None)], 1),
        ([(None, "2017-11-09"), ("Lantern Days", None)], 1),
        ([("Lantern Days", None), (None, "2017-11-09"), (None, "2017-12-01")], 2),
        ([("Lantern Days", "2017-11-09"), ("Lantern Days", "2017-11-10")], 2),
    ],
)
def test_what_a_note_says_twice_of_one_occasion_is_one_encounter(
    memory: Memory, meetings: list[tuple[str | None, str | None]], kept: int
) -> None:
    [result] = memory.keep(_note(*meetings))
    assert result.encounters == kept
