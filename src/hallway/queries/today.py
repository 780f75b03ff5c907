"""What a day holds: the event one is at, and whom one met."""

from __future__ import annotations

from datetime import date, timedelta

from hallway.model import When
from hallway.queries.events import EventLine, events_by_id
from hallway.queries.people import PersonLine, people_by_id
from hallway.store import captures, settings
from hallway.store.store import Store

_LONGEST = timedelta(days=31)
_EVENING = timedelta(days=1)
"""Before an event begins there is an evening before it, and a breakfast after it."""


def current_event(store: Store, day: date) -> EventLine | None:
    """The event that was pinned, else the one whose days hold `day` (or end the day before); the latest to begin wins."""
    pinned = pinned_event(store)
    return pinned or next(iter(events_around(store, day)), None)


def next_event(store: Store, day: date) -> EventLine | None:
    """The event that one is at, else the first that begins on a later day; None where none is to come."""
    ids = captures.events_from(store, day.isoformat(), f"{day.year + 5}")
    return current_event(store, day) or (events_by_id(store, ids[-1:])[ids[-1]] if ids else None)


def pinned_event(store: Store) -> EventLine | None:
    """The event that one said to be at; None where none was, or it is no more."""
    pinned = settings.setting(store, captures.PINNED)
    return events_by_id(store, [int(pinned)]).get(int(pinned)) if pinned else None


def events_around(store: Store, day: date) -> list[EventLine]:
    """The events of a day, those that began last first."""
    ids = captures.events_from(store, (day - _LONGEST).isoformat(), (day + _EVENING).isoformat() + "~")
    lines = events_by_id(store, ids)
    return [lines[i] for i in ids if _holds(lines[i], day)]


def _holds(event: EventLine, day: date) -> bool:
    first = When(event.start or "").earliest
    last = When(event.end or event.start or "").latest
    return first - _EVENING <= day <= last + _EVENING and last - first <= _LONGEST


def people_today(store: Store, day: date) -> list[PersonLine]:
    """Whom I met on this day, the last first."""
    return _lines(store, captures.people_on(store, day.isoformat()))


def people_there(store: Store, event: int, limit: int = 200) -> list[PersonLine]:
    """Whom I met at an event, the last first."""
    return _lines(store, captures.people_at(store, event, limit))


def _lines(store: Store, ids: list[int]) -> list[PersonLine]:
    found = {line.id: line for line in people_by_id(store, ids)}
    return [found[i] for i in ids]
