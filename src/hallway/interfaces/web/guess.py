"""Whom the names in a text could mean, for whoever types it to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hallway.app import Memory
from hallway.model import PersonFact, Reading
from hallway.queries.people import PersonLine

_MOST = 4


@dataclass(frozen=True, slots=True)
class Candidates:
    """A name in a line: `taken` is whom it is taken for, None for somebody new; `others` whom it could mean as well."""

    name: str
    taken: PersonLine | None
    others: tuple[PersonLine, ...]


def candidates(memory: Memory, reading: Reading, said: Mapping[str, int | None]) -> Iterator[Candidates]:
    """Every name of a reading that could mean somebody whom the memory knows. `said`: what was chosen already."""
    known = memory.recognise(reading)
    for person in reading.all(PersonFact):
        found = known[person.ref].person if person.ref in known else None
        people = [p for p in (found, *others_called(memory, person.name, found)) if p]
        taken = found
        if person.name in said:
            taken = next((p for p in people if p.id == said[person.name]), None)
        if people:
            yield Candidates(person.name, taken, tuple(p for p in people if p is not taken))


def others_called(memory: Memory, name: str, but: PersonLine | None) -> list[PersonLine]:
    """Who else could be meant: whoever has this first name, or the same full name."""
    found = memory.corridor.called(name, _MOST + 1) if memory.exists else []
    return [p for p in found if but is None or p.id != but.id][:_MOST]
