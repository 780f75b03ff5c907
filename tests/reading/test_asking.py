"""What a person says about the unsure ones, put into the reading."""

from __future__ import annotations

import pytest

from hallway.model import (
    ClipFact,
    Connection,
    EncounterFact,
    EventFact,
    Guess,
    PersonFact,
    Reading,
    Source,
)
from hallway.reading.asking import answered

TEXT = "At Lantern Days Tomás introduced me to Farida."
SOURCE = Source("d.txt", TEXT)
READING = Reading(
    SOURCE,
    (
        EventFact("e0", "Lantern Days", organizers=("p0",)),
        PersonFact("p0", "Tomás", evidence=(SOURCE.span(0, len(TEXT)),), confidence=0.6),
        PersonFact("p1", "Farida", confidence=0.7),
        EncounterFact("p1", Connection.NEW, "e0", "p0", confidence=0.5),
        ClipFact("photo", "p0", ("p1",), "e0"),
    ),
    (Guess("p0", 0.5, (Connection.NONE, Connection.NEW)), Guess("p1", 0.3, (Connection.NEW,)), Guess("p2", 0.9, ())),
)


def test_the_least_sure_come_first() -> None:
    assert [g.person for g in READING.unsure()] == ["p1", "p0"]
    assert [g.person for g in READING.unsure(0.4)] == ["p1"]


def test_an_answer_is_certain_and_asked_no_more() -> None:
    told = answered(READING, "p1", Connection.CEMENTED)
    [met] = told.of(EncounterFact, "p1")
    assert (met.kind, met.confidence, met.event, met.via) == (Connection.CEMENTED, 1.0, "e0", "p0")
    assert [g.person for g in told.unsure()] == ["p0"]


def test_who_was_met_after_all_has_an_encounter_at_the_only_event() -> None:
    [met] = answered(READING, "p0", Connection.RENEWED).of(EncounterFact, "p0")
    assert (met.kind, met.event, met.evidence) == (Connection.RENEWED, "e0", (SOURCE.span(0, len(TEXT)),))


def test_who_was_not_met_stays_as_a_person() -> None:
    told = answered(READING, "p1", Connection.NONE)
    assert list(told.all(EncounterFact)) == []
    assert told.names()["p1"] == "Farida"


def test_nobody_leaves_nothing_behind() -> None:
    told = answered(READING, "p0", None)
    assert "p0" not in told.names()
    assert next(told.all(EventFact)).organizers == ()
    assert next(told.all(EncounterFact)).via is None
    assert next(told.all(ClipFact)).maker is None
    assert "p0" not in {g.person for g in told.guesses}


def test_nobody_else_can_be_asked_about() -> None:
    with pytest.raises(KeyError, match="nobody is p9"):
        answered(READING, "p9", Connection.NEW)
