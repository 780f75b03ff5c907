"""What a person says about what a reader was not sure of, put into the reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hallway.model import (
    ClipFact,
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    Guess,
    PersonFact,
    Reading,
    Ref,
    RoleFact,
)


def answered(reading: Reading, person: Ref, kind: Connection | None) -> Reading:
    """The reading after its author said how they met `person`; None says that this is nobody.

    What the author says is certain. Raises KeyError for a person who is not in the reading.
    """
    if not any(p.ref == person for p in reading.all(PersonFact)):
        raise KeyError(f"nobody is {person} in {reading.source.name or 'this reading'}")
    facts = tuple(_without(reading, person) if kind is None else _as(reading, person, kind))
    return Reading(reading.source, facts, tuple(_guesses(reading, person, kind)))


def _guesses(reading: Reading, person: Ref, kind: Connection | None) -> Iterator[Guess]:
    for guess in reading.guesses:
        if guess.person != person:
            yield guess
        elif kind is not None:
            yield replace(guess, sure=1.0, kinds=tuple(dict.fromkeys([kind, *guess.kinds])))


def _as(reading: Reading, person: Ref, kind: Connection) -> Iterator[Fact]:
    met = False
    for fact in reading.facts:
        if isinstance(fact, PersonFact) and fact.ref == person:
            yield replace(fact, confidence=1.0)
        elif not isinstance(fact, EncounterFact) or fact.person != person:
            yield fact
        elif kind is not Connection.NONE:
            met = True
            yield replace(fact, kind=kind, confidence=1.0)
    if kind is not Connection.NONE and not met:
        somebody = next(p for p in reading.all(PersonFact) if p.ref == person)
        yield EncounterFact(person, kind, _event(reading, person), evidence=somebody.evidence[:1])


def _event(reading: Reading, person: Ref) -> Ref | None:
    """Where they had a part; else the only event of the text."""
    events = [e.ref for e in reading.all(EventFact)]
    return next((r.event for r in reading.of(RoleFact, person)), events[0] if len(events) == 1 else None)


def _without(reading: Reading, person: Ref) -> Iterator[Fact]:
    for fact in reading.facts:
        if getattr(fact, "person", None) == person or (isinstance(fact, PersonFact) and fact.ref == person):
            continue
        if isinstance(fact, EncounterFact) and fact.via == person:
            yield replace(fact, via=None)
        elif isinstance(fact, EventFact) and person in fact.organizers:
            yield replace(fact, organizers=tuple(o for o in fact.organizers if o != person))
        elif isinstance(fact, ClipFact):
            shows = tuple(s for s in fact.shows if s != person)
            yield replace(fact, maker=None if fact.maker == person else fact.maker, shows=shows)
        else:
            yield fact
