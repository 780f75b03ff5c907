"""Events in a line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.model.series import named
from hallway.store import lists
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event at a glance. Dates are EDTF; `written` is the day of the text that first told of it.

    `within` is the id of the event that this one is a part of.
    """

    id: int
    name: str
    series: str | None
    edition: str | None
    place: str | None
    start: str | None
    end: str | None
    my_role: str | None
    written: str | None
    organizers: tuple[str, ...]
    people: int
    within: int | None = None

    @property
    def year(self) -> str | None:
        """The year it was held, as four digits, from its start, its edition, or the text; None when nothing says so."""
        return year_of(self.start, self.edition, self.written)

    @property
    def title(self) -> str:
        """The name with what tells this edition from the others: `Lantern Days 2016`."""
        return titled(self.name, self.year)

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "series": self.series,
            "edition": int(self.edition) if self.edition and self.edition.isdigit() else self.edition,
            "place": self.place,
            "start": self.start,
            "end": self.end,
            "year": int(self.year) if self.year else None,
            "organizers": list(self.organizers),
            "my_role": self.my_role,
            "people": self.people,
        }


def year_of(start: str | None, edition: str | None, written: str | None) -> str | None:
    """The year of an event, as four digits: from its start, the year in its name, or the day of the text; else None."""
    named = edition if edition and len(edition) == 4 else None
    return next((part[:4] for part in (start or named or written or "").split("/") if part[:4].isdigit()), None)


def titled(name: str, year: str | None) -> str:
    """What an event is called wherever it is shown: its name, with the year unless the name has it."""
    return f"{name} {year}" if year and year not in name and str(named(name).year) != year else name


def events(store: Store) -> list[EventLine]:
    """Every event, latest first."""
    return _lines(store, lists.events(store))


def events_by_id(store: Store, ids: Iterable[int | None]) -> dict[int, EventLine]:
    """The events of these ids; None among them is passed over."""
    wanted = sorted({i for i in ids if i is not None})
    return {line.id: line for line in _lines(store, lists.events(store, wanted))} if wanted else {}


def _lines(store: Store, rows: list[Row]) -> list[EventLine]:
    organizers: dict[int, list[str]] = defaultdict(list)
    for row in lists.organizers(store) if rows else ():
        organizers[row["event_id"]].append(row["name"])
    return [_line(row, tuple(organizers.get(row["id"], ()))) for row in rows]


def _line(r: Row, organizers: tuple[str, ...]) -> EventLine:
    told = (r["id"], r["name"], r["series"], r["edition"], r["place"], r["start"], r["end"], r["my_role"], r["written"])
    within = r["within_id"] if r["within_id"] != r["id"] else None
    return EventLine(*told, organizers, r["people"], within)
