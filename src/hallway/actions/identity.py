"""Who is this? Which rows of the memory the refs of one reading stand for.

People are recognised by what is stable: a mail address, a profile, a telephone number, an event's own id for them. In what I
tell myself, a full name means the one person of the memory who has it, and so does a handle; a first name alone never makes two
people one, unless both were at the same event and nobody else there is called so. The lines of an address book or a programme
are never recognised by name alone, unless both were at the same event: what else looks alike is for suggestions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from hallway.model import EventFact, KeyFact, OrganizationFact, PersonFact, Reading, Ref, Source, TeamFact, When
from hallway.model.evidence import OWN_WORDS
from hallway.model.folding import fold, is_handle
from hallway.model.key import EXCLUSIVE, normal, tells_apart
from hallway.model.series import named, same_series, within_name
from hallway.store import nouns, verdicts
from hallway.store.store import Row, Store

_GENERIC = frozenset({"the", "event", "conference", "conf", "meeting", "meetup", "summit", "workshop", "thing", "days"})


@dataclass(slots=True)
class Resolved:
    """Ref → row id. For people that is a record; `heads` has those that are shown under another, `known` the people that the
    memory knew before."""

    people: dict[Ref, int] = field(default_factory=dict)
    heads: dict[int, int] = field(default_factory=dict)
    organizations: dict[Ref, int] = field(default_factory=dict)
    events: dict[Ref, int] = field(default_factory=dict)
    teams: dict[Ref, int] = field(default_factory=dict)
    known: dict[Ref, int] = field(default_factory=dict)


def resolve(store: Store, reading: Reading, action: int, pinned: Mapping[Ref, int | None] | None = None) -> Resolved:
    """Find or make the rows for every noun of a reading, inside the caller's transaction.

    `pinned`: who people are, where somebody said so; None for somebody new, who is then not whom the memory would have taken
    them for.
    """
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
    for ref, person, same in _recognise(store, reading, found.events.values()):
        taken_for, same = same, (pinned or {}).get(ref, same)
        if same is None:
            found.people[ref] = new = store.insert("person", action_id=action, name=person.name)
            if taken_for is not None:
                verdicts.add(store, action, taken_for, new, "different")
        else:
            found.known[ref] = same
            found.people[ref] = record = nouns.record_called(store, same, person.name)
            if record != same:
                found.heads[record] = same
    return found


def recognised(store: Store, reading: Reading, source: int | None = None) -> dict[Ref, int]:
    """The people of a reading whom the memory knows already, without writing anything.

    `source`: the row of this very text, where it was kept before; whoever is named nowhere else is not known then.
    """
    found = (find_event(store, event, reading.source) for event in reading.all(EventFact))
    events = [event for event in found if event]
    known = {ref: same for ref, _, same in _recognise(store, reading, events) if same}
    return known if source is None else {r: p for r, p in known.items() if nouns.named_beyond(store, p, source)}


Keys = list[tuple[str, str]]


def _recognise(store: Store, reading: Reading, events: Iterable[int]) -> Iterator[tuple[Ref, PersonFact, int | None]]:
    """Everybody of a reading with the person of the memory who they are; nobody is two of them."""
    at = list(events)
    keys: dict[Ref, Keys] = defaultdict(list)
    for key in reading.all(KeyFact):
        keys[key.person].append((key.kind, normal(key.kind, key.value)))
    taken: set[int] = set()
    for person in reading.all(PersonFact):
        theirs = keys.get(person.ref, [])
        same = _by_key(store, theirs, taken)
        if same is None:
            same = find_person(store, person, at, taken, reading.source.kind in OWN_WORDS)
            same = None if same is not None and _somebody_else(store, same, theirs) else same
        if same is not None:
            taken.add(same)
        yield person.ref, person, same


def _by_key(store: Store, keys: Keys, taken: set[int]) -> int | None:
    """The one person who has one of these keys; None where they point at several, which is for me to sort out."""
    own = [(kind, value) for kind, value in keys if value and tells_apart(kind, value)]
    found = {p for kind, value in own for p in nouns.people_with_key(store, kind, value)} - taken
    return found.pop() if len(found) == 1 else None


def _somebody_else(store: Store, person: int, keys: Keys) -> bool:
    """Whether keys say that this is somebody else of the same name: another number from those who number people, or as
    sure a key of a kind that the person has, too, and none in common."""
    if not keys:
        return False
    theirs = nouns.keys_of(store, person)
    numbers = {(k, v.partition(":")[0]): v for k, v in theirs if k in EXCLUSIVE}
    if any(k in EXCLUSIVE and numbers.get((k, v.partition(":")[0]), v) != v for k, v in keys):
        return True
    return bool({k for k, _ in theirs} & {k for k, _ in keys}) and not set(theirs) & set(keys)


def find_person(
    store: Store, person: PersonFact, events: Iterable[int], taken: Iterable[int] = (), told: bool = True
) -> int | None:
    """The one person of the memory whom this name can only mean, or None.

    `told`: it is I who tell of them; in an address book or a programme a name means somebody only at the same event.
    """
    gone, at = set(taken), list(events)
    if is_handle(person.name):
        same = nouns.people_called(store, person.name)
    elif " " in person.name.strip():
        same = nouns.people_fully_called(store, person.name)
    else:
        same = _at_any(store, nouns.people_first_called(store, person.name), at)
    same = [p for p in same if p not in gone]
    if not told:
        same = _at_any(store, same, at)
    if len(same) > 1:
        same = _at_any(store, same, at) or [p for p in same if nouns.told_of(store, p, OWN_WORDS)]
    return same[0] if len(same) == 1 else None


def _at_any(store: Store, people: list[int], events: list[int]) -> list[int]:
    return [p for p in people if any(nouns.met_at(store, p, e) for e in events)]


def find_event(store: Store, event: EventFact, source: Source) -> int | None:
    """The event of the memory that this one is: same name or series, and the same edition or year.

    "DNPR '07" is the seventh "Delivering The New PR" of 2007, and so is "New PR 2.0" where that is called so, too. In a note, "the Lys event" is also the one event of that year that Lys organized.
    """
    if event.key and (same := nouns.event_with_key(store, event.key)):
        return same
    for row in nouns.events_called(store, event.name, event.series):
        if _same_edition(row, event, source):
            return int(row["id"])
    if (same := _of_its_series(store, event, source)) is not None:
        return same
    told = [w for w in fold(event.name).split() if w not in _GENERIC] if source.kind == "note" else []
    found = [r for r in nouns.events_organized_by(store, told) if _same_edition(r, event, source)] if told else []
    return int(found[0]["id"]) if len(found) == 1 else None


def _of_its_series(store: Store, event: EventFact, source: Source) -> int | None:
    """The one event of the memory whose series goes by another form of this name, and which is the same edition.

    A name that is only the end of another one means it if both have the same version, or were at the same place that year.
    """
    mine = [event.name, *([event.series] if event.series else [])]
    theirs = nouns.event_series(store)
    same = [n for n in theirs if any(same_series(a, n) for a in mine)]
    short = [n for n in theirs if any(within_name(a, n) or within_name(n, a) for a in mine)]
    sure = {r["event_id"] for r in nouns.event_names(store, same)}
    perhaps = {r["event_id"] for r in nouns.event_names(store, short) if _in_common(event, r)}
    name = named(event.name)
    edition = event.edition or next((str(n) for n in (name.edition, name.year) if n), None)
    event = replace(event, edition=edition)
    for ids in (sure, perhaps - sure):
        fits = [r for r in nouns.events_with(store, sorted(ids)) if _same_edition(r, event, source)]
        if len(fits) == 1:
            return int(fits[0]["id"])
    return None


def _in_common(event: EventFact, row: Row) -> bool:
    """Whether two events have the version in their names in common, or the place."""
    version = named(event.name).version
    if version is not None and version == named(row["name"]).version:
        return True
    return bool(event.place and row["place"]) and fold(event.place or "") == fold(row["place"])


def _same_edition(row: Row, event: EventFact, source: Source) -> bool:
    if event.edition and row["edition"]:
        if event.edition == row["edition"]:
            return True
        if (len(event.edition) == 4) == (len(row["edition"]) == 4):
            return False
    mine, theirs = _years(event.start, event.edition, _told_on(source)), _row_years(row)
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


def _told_on(source: Source) -> When | None:
    """The day on which somebody told of events; a card is revised long after what it names."""
    return None if source.kind in ("card", "list") else source.written


def _make_event(store: Store, event: EventFact, source: Source, action: int) -> int:
    day = _told_on(source)
    written = day.edtf if day else None
    return store.insert("event", action_id=action, name=event.name, written=written)


def _series(reading: Reading, team: TeamFact) -> str | None:
    event = next((e for e in reading.all(EventFact) if e.ref == team.event), None)
    return fold(event.series or event.name) if event else None
