"""What was understood of a note, in chips: who, how, where, through whom, and what else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallway.interfaces.web.tongue import Tongue
from hallway.model import (
    AffiliationFact,
    EncounterFact,
    EventFact,
    FollowingFact,
    NeedFact,
    OutcomeFact,
    PersonFact,
    Reading,
    RelationFact,
    RoleFact,
    Span,
)

KINDS = {"new": "New", "renewed": "Met again", "cemented": "Time together", "fleeting": "In passing"}
"""Kinds of encounter, as buttons and chips call them."""


@dataclass(frozen=True, slots=True)
class Chip:
    """`sort` is what it is about, `words` what it says; [start, end) is where the note says so, in UTF-16 code units."""

    sort: str
    words: str
    start: int
    end: int
    sure: bool = True


def chips(reading: Reading, tongue: Tongue) -> list[Chip]:
    """The chips of a note, in the order in which a person would say them, each once."""
    text = reading.source.text
    told = [
        Chip(sort, words, *_units(text, span), sure)
        for sort, words, span, sure in (*_people(reading), *_met(reading, tongue), *_more(reading))
    ]
    return list({(c.sort, c.words): c for c in told}.values())


def _units(text: str, span: Span | None) -> tuple[int, int]:
    """Offsets as browsers count."""
    if span is None:
        return (0, 0)
    start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in (span.start, span.end))
    return start, end


_Told = tuple[str, str, Span | None, bool]


def _first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def _people(reading: Reading) -> Iterator[_Told]:
    vias = {f.via for f in reading.all(EncounterFact)}
    met = {f.person for f in reading.all(EncounterFact)}
    for person in reading.all(PersonFact):
        sort = "via" if person.ref in vias and person.ref not in met else "who"
        yield sort, person.name, _first(person.mentions), True


def _met(reading: Reading, tongue: Tongue) -> Iterator[_Told]:
    for met in reading.all(EncounterFact):
        yield "kind", tongue.say(KINDS[met.kind.value]), None, met.confidence >= 1
        if met.when:
            yield "when", tongue.dates.when(str(met.when)), None, True
    for event in reading.all(EventFact):
        yield "where", event.name, _first(event.mentions) or _first(event.evidence), True
        if event.place:
            yield "place", event.place, None, True


def _more(reading: Reading) -> Iterator[_Told]:
    names = reading.names()
    for job in reading.all(AffiliationFact):
        yield "work", ", ".join(w for w in (job.role, names[job.organization]) if w), None, True
    for role in reading.all(RoleFact):
        yield "role", role.role or role.status or "", None, True
    for fact in reading.facts:
        if isinstance(fact, NeedFact | RelationFact | FollowingFact | OutcomeFact):
            yield "note", fact.words, _first(fact.evidence), True
