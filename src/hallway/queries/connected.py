"""When did we connect? Connections and contacts that began at an event that I was at, or within a week after it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hallway.model.when import bounds
from hallway.queries.events import titled, year_of
from hallway.store import connected
from hallway.store.settings import setting
from hallway.store.store import Row, Store

WEEK = 7
"""Days after an event in which people connect with whom they met there."""
LONGEST = 15
"""An event whose dates are vaguer than so many days says nothing about a day."""
CROWD = 50
"""Contacts made on one day from which on it was an import that made them, and no meeting."""
DISMISSED = "connected.dismissed"
"""The setting that remembers what I said is not so."""

_SAID = {
    "connected": "you connected",
    "created": "you added them to your contacts",
    "invited": "one of you invited the other",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That somebody was perhaps met at an event. `key` names it for good; `after` is how many days after the event's end it was,
    0 during it."""

    key: str
    person: int
    name: str
    event: int
    event_name: str
    series: str | None
    edition: str | None
    start: str
    day: date
    kind: str
    after: int
    again: bool

    @property
    def title(self) -> str:
        return titled(self.event_name, year_of(self.start, self.edition, None))

    @property
    def reason(self) -> str:
        """Why, in words."""
        late = f"{self.after} day{'s' if self.after > 1 else ''} after it" if self.after else "while it was on"
        return f"{_SAID[self.kind]} on {self.day.isoformat()}, {late}"

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {
            "person": self.name,
            "event": self.title,
            "date": self.day.isoformat(),
            "days_after": self.after,
            "met_before": self.again,
            "reason": self.reason,
        }


def suggestions(store: Store) -> list[Suggestion]:
    """Whom I perhaps met where, by event and name. What I met already, or dismissed, is left out.

    Of several events the one that was on counts, else the one that ended last before.
    """
    events = [(r, *span) for r in connected.attended(store) if (span := _days(r))]
    known, said_no = connected.met(store), dismissed(store)
    rows = [(r, date.fromisoformat(r["day"])) for r in connected.days(store) if len(r["day"]) == 10]
    crowds = Counter(day for r, day in rows if r["kind"] == "created")
    found: dict[tuple[int, int], Suggestion] = {}
    for row, day in rows:
        if row["kind"] == "created" and crowds[day] >= CROWD:
            continue
        for event, after in _nearest(events, day):
            one = _suggestion(store, row, event, day, after)
            pair = (one.person, one.event)
            if pair not in known and one.key not in said_no:
                found.setdefault(pair, one)
    return sorted(found.values(), key=lambda s: (s.start, s.event, s.name, s.person))


def dismissed(store: Store) -> set[str]:
    """The suggestions that I said are not so."""
    return set(json.loads(setting(store, DISMISSED) or "[]"))


def _days(event: Row) -> tuple[date, date] | None:
    start, last = bounds(event["start"])
    if event["end"]:
        last = bounds(event["end"])[1]
    return (start, last) if 0 <= (last - start).days <= LONGEST else None


def _nearest(events: list[tuple[Row, date, date]], day: date) -> Iterator[tuple[Row, int]]:
    """The event that was on that day, else the one that ended last in the week before."""
    near = [
        (max((day - last).days, 0), event)
        for event, start, last in events
        if start <= day and (day - last).days <= WEEK
    ]
    if near:
        after, event = min(near, key=lambda n: n[0])
        yield event, after


def _suggestion(store: Store, row: Row, event: Row, day: date, after: int) -> Suggestion:
    first = connected.first_met(store, row["person_id"])
    return Suggestion(
        f"{row['record']}|{event['name']}|{event['start']}",
        int(row["person_id"]),
        row["name"],
        int(event["id"]),
        event["name"],
        event["series"],
        event["edition"],
        event["start"],
        day,
        row["kind"],
        after,
        first is not None and first < event["start"],
    )
