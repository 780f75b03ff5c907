"""What leaves the memory: people and occasions as every format is written from, all of them or a selection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hallway.formats.out.data import Feed, Occasion, Outgoing, Person
from hallway.model.uid import uid
from hallway.model.when import bounds
from hallway.queries.events import EventLine, events
from hallway.queries.feeds import followed
from hallway.queries.leaving_people import People, card, quoted
from hallway.queries.series import all_editions
from hallway.queries.words import Quotes
from hallway.store import leaving, uids
from hallway.store.store import Row, Store

_MINE = ("diary", "note", "mail", "chat", "calendar")


@dataclass(frozen=True, slots=True)
class Selection:
    """Whom and what to take: `people` and `events` by number, None for all; `title` says so in words.

    `one`: it is about one person, so that of events nothing leaves but what they were.
    """

    title: str = "Everybody"
    people: frozenset[int] | None = None
    events: frozenset[int] | None = None
    one: bool = False

    @property
    def everything(self) -> bool:
        return self.people is None and self.events is None


def selection(
    store: Store,
    about: tuple[int, str] | None = None,
    at: Collection[EventLine] | None = None,
    since: str | None = None,
) -> Selection:
    """Whom to take: `about` one person (number, name), those `at` some events, those met or told of `since` a day (EDTF).

    Where several are given, those whom all of them mean. The events are those at which these people were, within `at` and
    since the day.
    """
    if about is None and at is None and since is None:
        return Selection()
    people: set[int] | None = None
    titles = []
    if about:
        people = {about[0]}
        titles.append(about[1])
    if at is not None:
        there = leaving.at_event(store, [e.id for e in at])
        people = there if people is None else people & there
        titles.append(", ".join(e.title for e in at))
    if since:
        lately = leaving.since(store, bounds(since)[0].isoformat())
        people = lately if people is None else people & lately
        titles.append(f"since {since}")
    lines = events(store) if at is None else list(at)
    if since:
        first = bounds(since)[0]
        lines = [e for e in lines if _ends(e) is None or bounds(_ends(e) or "")[1] >= first]
    chosen = frozenset(e.id for e in lines)
    if at is None:
        chosen &= _of_people(store, people or set()) if about or not since else chosen
    return Selection(", ".join(titles), frozenset(people or ()), chosen, about is not None)


def _ends(event: EventLine) -> str | None:
    return event.end or event.start or event.year


def _of_people(store: Store, people: Collection[int]) -> frozenset[int]:
    """The events at which these people had a part, or where I met them."""
    leaving.choose(store, people)
    rows = [r for what in ("met", "roles", "organized", "talks") for r in leaving.rows(store, what)]
    return frozenset(int(r["event_id"]) for r in rows if r["event_id"])


def outgoing(
    store: Store, chosen: Selection, now: datetime | None = None, progress: Callable[[int, int], None] | None = None
) -> Outgoing:
    """What leaves, of those who were chosen; `progress` hears of how many people it was put together, of how many."""
    memory = uids.memory_id(store)
    leaving.choose(store, chosen.people)
    lines = {e.id: e for e in events(store)}
    made_by = leaving.event_actions(store)
    ids = {e: uid(memory, "event", e, *made_by[e]) for e in lines}
    told = People(store, memory, lines, ids)
    people = told.people(progress)
    occasions = _occasions(
        store, [e for e in lines.values() if chosen.events is None or e.id in chosen.events], ids, told
    )
    if chosen.one:
        occasions = tuple(replace(o, organizers=(), quotes=()) for o in occasions)
    others = tuple(dict.fromkeys(c for r in leaving.other_cards(store) if (c := card(r)))) if chosen.everything else ()
    feeds = _feeds(store, chosen, people)
    return Outgoing(chosen.title, now or datetime.now(UTC), tuple(people), occasions, feeds, others)


def _feeds(store: Store, chosen: Selection, people: list[Person]) -> tuple[Feed, ...]:
    """What I follow of those who were chosen."""
    names = {p.name for p in people}
    found = []
    for feed in followed(store):
        theirs = tuple(p for p in feed.people if chosen.people is None or p in names)
        if theirs:
            found.append(Feed(feed.url, theirs, feed.title, feed.since, feed.words, feed.tags))
    return tuple(found)


def _occasions(store: Store, lines: list[EventLine], ids: dict[int, str], told: People) -> tuple[Occasion, ...]:
    """The events in the order in which they were held."""
    facts: dict[int, list[Row]] = defaultdict(list)
    for row in leaving.event_facts(store):
        facts[row["event_id"]].append(row)
    wanted = {e.id for e in lines}
    quotes = Quotes(store, [r["fact_id"] for e in wanted for r in facts[e] if r["source"] in _MINE])
    series = _series(store)
    found = []
    for line in sorted(lines, key=lambda e: (e.start or e.year or "", e.id)):
        rows = facts[line.id]
        words = dict.fromkeys(w for r in rows for w in quotes.of(r["fact_id"]))
        attended = bool(line.people or line.my_role) or any(r["source"] in _MINE for r in rows)
        found.append(
            Occasion(
                ids[line.id],
                line.title,
                series.get(line.id),
                line.edition,
                line.place,
                line.start or line.year,
                line.end,
                next((r["url"] for r in rows if r["url"]), None),
                line.my_role,
                attended,
                line.organizers,
                tuple(told.there.get(line.id, {}).values()),
                tuple(map(quoted, words)),
            )
        )
    return tuple(found)


def _series(store: Store) -> dict[int, str]:
    """Event → what its series is called, where it has one."""
    found: dict[int, str] = {}
    for editions in all_editions(store):
        name = next((e.series for e in editions if e.series), None) or (editions[0].name if len(editions) > 1 else None)
        if name:
            found |= {e.id: name for e in editions}
    return found
