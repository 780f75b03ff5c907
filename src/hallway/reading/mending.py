"""What somebody puts right in a reading before it is kept: a name, a kind, an event that is none, a person who was missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hallway.model import Connection, EncounterFact, EventFact, Fact, PersonFact, Reading, Ref
from hallway.reading import sentences
from hallway.reading.asking import answered

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about one person of a reading: another name, and how they were met (`nobody`: it is no person)."""

    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody whom the reader missed: where the text names them (code points), and how they were met."""

    start: int
    end: int
    kind: Connection


def mended(
    reading: Reading, people: Mapping[Ref, Said], no_events: Sequence[Ref] = (), missed: Sequence[Missed] = ()
) -> Reading:
    """The reading as its author has it. Raises KeyError for a ref, ValueError for a kind or a place, that there is not."""
    for ref in no_events:
        reading = _without_event(reading, ref)
    for somebody in missed:
        reading = _with(reading, somebody)
    for ref, said in people.items():
        if said.name:
            reading = _named(reading, ref, said.name)
        if said.kind:
            reading = answered(reading, ref, None if said.kind == NOBODY else Connection(said.kind))
    return reading


def _named(reading: Reading, ref: Ref, name: str) -> Reading:
    called = " ".join(name.split())
    if not called:
        return reading
    facts = [replace(f, name=called) if isinstance(f, PersonFact) and f.ref == ref else f for f in reading.facts]
    return replace(reading, facts=tuple(facts))


def _without_event(reading: Reading, ref: Ref) -> Reading:
    def parted(fact: Fact) -> Fact | None:
        if isinstance(fact, EventFact):
            return None if fact.ref == ref else replace(fact, within=None if fact.within == ref else fact.within)
        if isinstance(fact, EncounterFact):
            return replace(fact, event=None) if fact.event == ref else fact
        return None if getattr(fact, "event", None) == ref else fact

    facts = tuple(f for f in map(parted, reading.facts) if f is not None)
    return replace(reading, facts=facts)


def _with(reading: Reading, missed: Missed) -> Reading:
    text = reading.source.text
    name = " ".join(text[missed.start : missed.end].split())
    if not 0 <= missed.start < missed.end <= len(text) or not name:
        raise ValueError("nothing of the text is marked there")
    start, end = sentences.Sentences(text).near(missed.start, 0, 0)
    words = (reading.source.span(start, end),)
    ref = f"m{missed.start}"
    events = [e.ref for e in reading.all(EventFact)]
    somebody = PersonFact(ref, name, (reading.source.span(missed.start, missed.end),), words)
    facts: list[Fact] = [*reading.facts, somebody]
    if missed.kind is not Connection.NONE:
        only = events[0] if len(events) == 1 else None
        facts.append(EncounterFact(ref, missed.kind, only, evidence=words))
    return replace(reading, facts=tuple(facts))
