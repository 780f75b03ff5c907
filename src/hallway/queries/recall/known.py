"""What the memory can be asked about by name: its people and events, held ready for the next question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hallway.model.folding import fold
from hallway.model.when import bounds
from hallway.store import recalling
from hallway.store.store import Row, Store

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as recall needs it; `days` and `date` fall back on when its text was written."""

    id: int
    name: str
    series: str
    place: str
    days: Days | None
    date: str | None


class Known:
    """Names of people and events, kept up to date by reading only what is new."""

    def __init__(self) -> None:
        self.occasions: dict[int, Occasion] = {}
        self.names: dict[int, str] = {}
        self.by_word: dict[str, set[int]] = defaultdict(set)
        self.places: dict[str, set[int]] = {}
        self.titles: dict[str, set[int]] = {}
        self._last = self._removed = 0

    def refresh(self, store: Store) -> None:
        """Read the events, which are few, and the people that were added or renamed since the last time."""
        self._events(store)
        removed = recalling.removals(store)
        if removed != self._removed:
            self.names.clear()
            self.by_word.clear()
            self._last, self._removed = 0, removed
        newest = recalling.newest_fact(store)
        for row in recalling.names_since(store, self._last):
            self._person(row)
        self._last = newest

    def called(self, word: str) -> set[int]:
        """The people one of whose names has this (folded) word."""
        return self.by_word.get(word, set())

    def _person(self, row: Row) -> None:
        number = int(row["person_id"])
        self.names[number] = row["name"]
        for word in row["folded"].split():
            self.by_word[word].add(number)

    def _events(self, store: Store) -> None:
        self.occasions = {int(row["id"]): _occasion(row) for row in recalling.events(store)}
        places: dict[str, set[int]] = defaultdict(set)
        titles: dict[str, set[int]] = defaultdict(set)
        for number, event in self.occasions.items():
            whole = fold(event.place)
            for place in {whole, fold(event.place.partition(",")[0]), *(w for w in whole.split() if len(w) > 3)} - {""}:
                places[place].add(number)
            for title in {fold(event.name), fold(event.series), _without_number(fold(event.name))} - {""}:
                titles[title].add(number)
        self.places, self.titles = dict(places), dict(titles)


def _without_number(folded: str) -> str:
    return " ".join(word for word in folded.split() if not word.isdigit())


def _occasion(row: Row) -> Occasion:
    began = row["start"] or row["written"]
    span = f"{row['start']}/{row['end']}" if row["start"] and row["end"] and "/" not in row["start"] else began
    return Occasion(
        int(row["id"]), row["name"] or "", row["series"] or "", row["place"] or "", days(span) or days(began), began
    )


@lru_cache(maxsize=10_000)
def days(edtf: str | None) -> Days | None:
    """The first and last day that a date in a column can mean, or None where it cannot be understood."""
    try:
        return bounds(edtf) if edtf else None
    except ValueError:
        return None
