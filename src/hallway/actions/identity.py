"""Who is this? Which rows of the memory the refs of one reading stand for.

People are recognised by their full name when exactly one person of the memory has it, and by a handle; a first name alone
never makes two people one, unless both were at the same event and nobody else there is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hallway.model import EventFact, OrganizationFact, PersonFact, Reading, Ref, Source, TeamFact, When
from hallway.model.folding import fold
from hallway.store import nouns
from hallway.store.store import Row, Store

_GENERIC = frozenset({"the", "event", "conference", "conf", "meeting", "meetup", "summit", "workshop", "thing", "days"})


@dataclass(slots=True)
class Resolved:
    """Ref → row id, and the people that the memory knew before."""

    people: dict[Ref, int] = field(default_factory=dict)
    organizations: dict[Ref, int] = field(default_factory=dict)
    events: dict[Ref, int] = field(default_factory=dict)
    teams: dict[Ref, int] = field(default_factory=dict)
    known: dict[Ref, int] = field(default_factory=dict)


def resolve(store: Store, reading: Reading, action: int) -> Resolved:
    """Find or make the rows for every noun of a reading, inside the caller's transaction."""
    found = Resolved()
    for event in reading.all(EventFact):
        row = find_event(store, event, reading.source)
        found.events[event.ref] = row if row else _make_event(store, event, reading.source, action)
    for organization in reading.all(OrganizationFact):
        known = nouns.organization_called(store, organization.name)
        found.organizations[organization.ref] = known or store.insert(
            "organization", action_id=action, name=organization.name, folded=fold(organization.name)
        )
    for team in reading.all(TeamFact):
        series = _series(reading, team)
        known = nouns.team_called(store, team.name, series)
        found.teams[team.ref] = known or store.insert(
            "team", action_id=action, name=team.name, folded=fold(team.name), series=series
        )
    taken: set[int] = set()
    for person in reading.all(PersonFact):
        same = find_person(store, person, found.events.values(), taken)
        if same:
            found.known[person.ref] = same
        found.people[person.ref] = same or store.insert("person", action_id=action, name=person.name)
        taken.add(found.people[person.ref])
    return found


def recognised(store: Store, reading: Reading, source: int | None = None) -> dict[Ref, int]:
    """The people of a reading whom the memory knows already, without writing anything.

    `source`: the row of this very text, where it was kept before; whoever is named nowhere else is not known then.
    """
    found = (find_event(store, event, reading.source) for event in reading.all(EventFact))
    events = [event for event in found if event]
    known: dict[Ref, int] = {}
    for person in reading.all(PersonFact):
        same = find_person(store, person, events, known.values())
        if same:
            known[person.ref] = same
    return known if source is None else {r: p for r, p in known.items() if nouns.named_beyond(store, p, source)}


def find_person(store: Store, person: PersonFact, events: Iterable[int], taken: Iterable[int] = ()) -> int | None:
    """The one person of the memory whom this name can only mean, or None."""
    if is_handle(person.name):
        same = nouns.people_called(store, person.name)
    elif " " in person.name.strip():
        same = nouns.people_fully_called(store, person.name)
    else:
        called = nouns.people_first_called(store, person.name)
        same = [p for p in called if any(nouns.met_at(store, p, e) for e in events)]
    same = [p for p in same if p not in set(taken)]
    return same[0] if len(same) == 1 else None


def is_handle(name: str) -> bool:
    """`@tolva`, `kd_lang2`, `2shortsails`, `zefram`: names that their bearers chose to be alone with."""
    return bool(re.fullmatch(r"@\w+|[a-z0-9][\w.-]*", name)) and not name.istitle()


def find_event(store: Store, event: EventFact, source: Source) -> int | None:
    """The event of the memory that this one is: same name or series, and the same edition or year.

    In a note, "the Lys event" is also the one event of that year that Lys organized.
    """
    for row in nouns.events_called(store, event.name, event.series):
        if _same_edition(row, event, source):
            return int(row["id"])
    named = [w for w in fold(event.name).split() if w not in _GENERIC] if source.kind == "note" else []
    found = [r for r in nouns.events_organized_by(store, named) if _same_edition(r, event, source)] if named else []
    return int(found[0]["id"]) if len(found) == 1 else None


def _same_edition(row: Row, event: EventFact, source: Source) -> bool:
    if event.edition and row["edition"]:
        if event.edition == row["edition"]:
            return True
        if (len(event.edition) == 4) == (len(row["edition"]) == 4):
            return False
    mine, theirs = _years(event.start, event.edition, source.written), _row_years(row)
    return mine is None or theirs is None or bool(mine & theirs)


def _row_years(row: Row) -> set[int] | None:
    start = When(row["start"]) if row["start"] else None
    written = When(row["written"]) if row["written"] else None
    return _years(start, row["edition"], written)


def _years(start: When | None, edition: str | None, written: When | None) -> set[int] | None:
    if start:
        return set(range(start.earliest.year, start.latest.year + 1))
    if edition and len(edition) == 4:
        return {int(edition)}
    if written:
        return set(range(written.earliest.year, written.latest.year + 1))
    return None


def _make_event(store: Store, event: EventFact, source: Source, action: int) -> int:
    written = source.written.edtf if source.written else None
    return store.insert("event", action_id=action, name=event.name, written=written)


def _series(reading: Reading, team: TeamFact) -> str | None:
    event = next((e for e in reading.all(EventFact) if e.ref == team.event), None)
    return fold(event.series or event.name) if event else None
