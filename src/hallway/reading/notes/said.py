"""What was understood, said back in one line."""

from __future__ import annotations

import re

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
from hallway.reading.notes.lexicon import EVENTISH

_PLAIN = {"new": "new", "renewed": "met again", "cemented": "time together", "fleeting": "in passing"}


def said_back(reading: Reading) -> str:
    """`Eleri Vaughan: new, at the Lantern event, via Owen Prydderch; wants help with podcasts.`"""
    told: dict[str, list[str]] = {}
    vias = {f.via for f in reading.all(EncounterFact)}
    about = {getattr(f, "person", None) for f in reading.facts}
    for person in reading.all(PersonFact):
        if person.ref in vias and person.ref not in about:
            continue
        told.setdefault(_about(reading, person.ref), []).append(person.name)
    return " ".join(f"{_listed(names)}: {about}." for about, names in told.items())


def _about(reading: Reading, ref: Ref) -> str:
    names = reading.names()
    first = [*_met(reading, ref, names)]
    first += [_at_work(j.role, names[j.organization]) for j in reading.of(AffiliationFact, ref)]
    first += [r.words for r in reading.of(RelationFact, ref)]
    then = [n.words for n in reading.of(NeedFact, ref)]
    then += [f.words for f in reading.of(FollowingFact, ref)] + [o.words for o in reading.of(OutcomeFact, ref)]
    return " ".join("; ".join([", ".join(first), *dict.fromkeys(then)]).split())


def _met(reading: Reading, ref: Ref, names: dict[Ref, str]) -> list[str]:
    met = next(reading.of(EncounterFact, ref), None)
    roles = list(reading.of(RoleFact, ref))
    said = [r.role for r in roles if r.role]
    event = (met.event if met else None) or next((r.event for r in roles), None)
    where = [f"at {_the(names[event])}"] if event else []
    if not met:
        return ["not met", *said, *where]
    kind = _PLAIN[met.kind.value] if met.confidence >= 1 else f"{_PLAIN[met.kind.value]}?"
    when = [f"on {met.when}" if len(str(met.when)) == 10 else f"in {met.when}"] if met.when else []
    place = next((f"in {e.place}" for e in reading.all(EventFact) if e.ref == event and e.place), None)
    return [kind, *said, *where, *([place] if place else []), *when, *([f"via {names[met.via]}"] if met.via else [])]


def _the(event: str) -> str:
    """`the Lantern event`, but `FOSDEM`."""
    last = event.split()[-1]
    return f"the {event}" if last.islower() and fold(last) in EVENTISH else event


def _at_work(role: str | None, organization: str) -> str:
    return f"{role} of {organization}" if role else f"of {organization}"


def _listed(names: list[str]) -> str:
    unique = [re.sub(r"\s+", " ", n) for n in names]
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]
