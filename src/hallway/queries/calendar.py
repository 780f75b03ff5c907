"""A conference life as a calendar: years, months, and the events in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from hallway.model.when import bounds
from hallway.queries.events import EventLine, events
from hallway.store import pictures
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Year:
    """A year: twelve months with the events that began in each, those of which no month is known, and whom I met, each once."""

    year: int
    months: tuple[tuple[EventLine, ...], ...]
    some_time: tuple[EventLine, ...]
    people: int

    @property
    def events(self) -> int:
        return sum(map(len, self.months)) + len(self.some_time)

    def as_dict(self) -> dict[str, object]:
        months = {str(n): _told(some) for n, some in enumerate(self.months, 1) if some}
        return {"year": self.year, "people": self.people, "months": months, "some_time": _told(self.some_time)}


@dataclass(frozen=True, slots=True)
class Calendar:
    """All years from the first with an event to the last, the latest first, and events without a year."""

    years: tuple[Year, ...]
    undated: tuple[EventLine, ...]

    def as_dict(self) -> dict[str, object]:
        return {"years": [y.as_dict() for y in self.years], "undated": _told(self.undated)}


def calendar(store: Store) -> Calendar:
    """Every event of the memory in its year and month. A year without any stays, empty: pauses are part of a life, too."""
    held: dict[tuple[int, int | None], list[EventLine]] = defaultdict(list)
    undated = []
    for event in reversed(events(store)):
        if event.year is None:
            undated.append(event)
        else:
            held[int(event.year), _month(event)].append(event)
    if not held:
        return Calendar((), tuple(undated))
    met = pictures.met_by_year(store)
    known = [year for year, _ in held]
    years = (
        Year(y, tuple(tuple(held[y, m]) for m in range(1, 13)), tuple(held[y, None]), met.get(f"{y:04}", 0))
        for y in range(max(known), min(known) - 1, -1)
    )
    return Calendar(tuple(years), tuple(undated))


def _month(event: EventLine) -> int | None:
    """The month in which it began; None where the start is vaguer than that."""
    if not event.start:
        return None
    first, last = bounds(event.start)
    return first.month if (first.year, first.month) == (last.year, last.month) else None


def _told(some: tuple[EventLine, ...]) -> list[dict[str, object]]:
    return [{"id": e.id, "title": e.title, "place": e.place, "start": e.start, "people": e.people} for e in some]
