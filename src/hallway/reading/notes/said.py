"""What was understood, said back in one line."""

from __future__ import annotations

import re
from collections.abc import Callable

from hallway.model import (
    AffiliationFact,
    EncounterFact,
    EventFact,
    FollowingFact,
    NeedFact,
    OutcomeFact,
    PersonFact,
    Reading,
    Ref,
    RelationFact,
    RoleFact,
)
from hallway.model.folding import fold
from hallway.model.phrase import Day, Phrase
from hallway.reading.notes.lexicon import EVENTISH

_PLAIN = {"new": "new", "renewed": "met again", "cemented": "time together", "fleeting": "in passing"}


def said_back(reading: Reading) -> str:
    """`Eleri Vaughan: new, at the Lantern event, via Owen Prydderch; wants help with podcasts.`"""
    return in_words(reading, str)


def in_words(reading: Reading, say: Callable[[str], str]) -> str:
    """The same in the language of `say`, which is given phrases, days, and the words of the note as they are."""
    told: dict[str, list[str]] = {}
    vias = {f.via for f in reading.all(EncounterFact)}
    about = {getattr(f, "person", None) for f in reading.facts}
    for person in reading.all(PersonFact):
        if person.ref in vias and person.ref not in about:
            continue
        told.setdefault(_about(reading, person.ref, say), []).append(person.name)
    return " ".join(f"{say(_listed(names))}: {about}." for about, names in told.items())


def _about(reading: Reading, ref: Ref, say: Callable[[str], str]) -> str:
    names = reading.names()
    first = [*_met(reading, ref, names)]
    first += [_at_work(j.role, names[j.organization]) for j in reading.of(AffiliationFact, ref)]
    first += [r.words for r in reading.of(RelationFact, ref)]
    then = [n.words for n in reading.of(NeedFact, ref)]
    then += [f.words for f in reading.of(FollowingFact, ref)] + [o.words for o in reading.of(OutcomeFact, ref)]
    return " ".join("; ".join([", ".join(map(say, first)), *dict.fromkeys(then)]).split())


def _met(reading: Reading, ref: Ref, names: dict[Ref, str]) -> list[str]:
    met = next(reading.of(EncounterFact, ref), None)
    roles = list(reading.of(RoleFact, ref))
    said = [r.role for r in roles if r.role]
    event = (met.event if met else None) or next((r.event for r in roles), None)
    where = [_at(names[event])] if event else []
    if not met:
        return [Phrase("not met"), *said, *where]
    kind = Phrase(_PLAIN[met.kind.value], "" if met.confidence >= 1 else "?")
    day = Day(met.when) if met.when else None
    when = [Phrase("on {day}" if len(day) == 10 else "in {day}", day=day)] if day else []
    place = next(
        (Phrase("in {place}", place=e.place) for e in reading.all(EventFact) if e.ref == event and e.place), None
    )
    via = [Phrase("via {name}", name=names[met.via])] if met.via else []
    return [kind, *said, *where, *([place] if place else []), *when, *via]


def _at(event: str) -> str:
    """`at the Lantern event`, but `at FOSDEM`."""
    last = event.split()[-1]
    return Phrase("at the {event}" if last.islower() and fold(last) in EVENTISH else "at {event}", event=event)


def _at_work(role: str | None, organization: str) -> str:
    of = Phrase("of {organization}", organization=organization)
    return Phrase("{role} {of}", role=role, of=of) if role else of


def _listed(names: list[str]) -> str:
    unique = [re.sub(r"\s+", " ", n) for n in names]
    return unique[0] if len(unique) == 1 else Phrase("{some} and {last}", some=", ".join(unique[:-1]), last=unique[-1])
