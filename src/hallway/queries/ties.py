"""How strong my ties are, why, and how they grew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from hallway.model.chains import nearness
from hallway.model.tie import DISTANT, Bond, Contact, Part, State, Tie, Weights, growth, tie
from hallway.model.when import bounds, middle
from hallway.queries.events import EventLine, events_by_id
from hallway.queries.links import ME, Links, between
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import ties as rows
from hallway.store.settings import TIES, numbers
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie at a glance. `first` and `last` are days of meetings (EDTF), `occasions` how many; `kinds` ways of being tied.

    `dated` is False where `last` is only the day on which the diary was written.
    """

    id: int
    name: str
    state: State
    strength: float
    first: str | None
    last: str | None
    occasions: int
    kinds: tuple[str, ...]
    dated: bool = True

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "state": self.state.value,
            "strength": round(self.strength, 3),
            "first_met": self.first,
            "last_met": self.last,
            "dated": self.dated,
            "occasions": self.occasions,
            "kinds": list(self.kinds),
        }


@dataclass(frozen=True, slots=True)
class Why:
    """One summand of a strength: of what kind, at which event or in which words, how long ago (days), and who says so."""

    kind: str
    worth: float
    about: str | None
    event: EventLine | None
    days_ago: float | None
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "worth": round(self.worth, 3),
            "about": self.event.title if self.event else self.about,
            "days_ago": None if self.days_ago is None else round(self.days_ago),
            "words": dicts(self.words),
        }


@dataclass(frozen=True, slots=True)
class Explained:
    """A tie with its reasons: the `why` add up to the strength. `grew` has days (ISO 8601) with the strength just after."""

    line: TieLine
    at: date
    why: tuple[Why, ...]
    grew: tuple[tuple[str, float], ...]
    around: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        return {
            **self.line.as_dict(),
            "at": self.at.isoformat(),
            "why": [w.as_dict() for w in self.why],
            "grew": [{"date": day, "strength": round(strength, 3)} for day, strength in self.grew],
            "people_around_us_both": list(self.around),
        }


@dataclass(frozen=True, slots=True)
class TieList:
    """Ties as of a day, by these weights, the strongest first."""

    at: date
    weights: Weights
    lines: tuple[TieLine, ...]

    def as_dict(self, limit: int | None = None) -> dict[str, object]:
        """Plain data; at most `limit` ties, and how many there are."""
        shown = [line.as_dict() for line in self.lines[:limit]]
        return {"at": self.at.isoformat(), "weights": self.weights.as_dict(), "count": len(self.lines), "ties": shown}


class Ties:
    """All ties of a memory on one day: the last that it tells of, unless `at` (EDTF) says otherwise.

    `weights`: the numbers of the formula; those that were remembered, where left out.
    """

    def __init__(self, store: Store, weights: Weights | None = None, at: str | None = None) -> None:
        self._store = store
        self.weights = weights or Weights().changed(numbers(store, TIES))
        self._contacts = _by_person(rows.contacts(store))
        self._bonds = _by_person(rows.bonds(store))
        self.names: dict[int, str] = {r["id"]: r["name"] for r in rows.everybody(store)}
        self.at = bounds(at)[1] if at else last_day(store)
        self.links = Links(store)
        self.met = [p for p in self.names if self._close(p)]
        self._near = nearness(self.links.with_me(self.met), ME)

    def listed(self, states: Iterable[str] = ()) -> TieList:
        """Everybody, the strongest first; with `states`, only those."""
        wanted = set(states)
        found = [self.line(person) for person in self.names]
        kept = [line for line in found if not wanted or line.state.value in wanted]
        kept.sort(key=lambda line: (-line.strength, line.name))
        return TieList(self.at, self.weights, tuple(kept))

    def line(self, person: int) -> TieLine:
        return self._line(person, self._tie(person))

    @cached_property
    def strengths(self) -> dict[int, float]:
        """How strong my own part of each tie is, for those whom I met."""
        return {p: tie(*self._told(p), self._now, self.weights).strength for p in self.met}

    def explain(self, person: int) -> Explained:
        """One tie with its reasons. Raises LookupError where there is nobody."""
        if person not in self.names:
            raise LookupError(f"no person {person}")
        found = self._tie(person)
        contacts, bonds = self._told(person)
        quotes = Quotes(self._store, (f for p in found.parts for f in p.facts))
        events = events_by_id(self._store, (r["event_id"] for r in self._contacts[person]))
        grew = tuple(
            (date.fromordinal(int(day)).isoformat(), strength)
            for day, strength in growth(contacts, bonds, self.weights)
            if day <= self._now
        )
        around = tuple(self.names[z] for z in between(self.links, self.met, person))
        why = tuple(_why(p, events, quotes) for p in found.parts)
        return Explained(self._line(person, found), self.at, why, grew, around)

    @property
    def _now(self) -> float:
        return float(self.at.toordinal())

    def _close(self, person: int) -> bool:
        return bool(self._contacts.get(person)) or any(r["kind"] not in DISTANT for r in self._bonds.get(person, ()))

    def _told(self, person: int) -> tuple[list[Contact], list[Bond]]:
        return _told(self._contacts.get(person, ()), self._bonds.get(person, ()), self.at)

    def _tie(self, person: int) -> Tie:
        return tie(*self._told(person), self._now, self.weights, self._near.get(person, 0.0))

    def _line(self, person: int, found: Tie) -> TieLine:
        rows = [r for r in self._contacts.get(person, ()) if r["day"] and _bounds(r["day"])[0] <= self.at]
        rows.sort(key=lambda r: _middle(r["day"]))
        first, last, dated = (rows[0]["day"], rows[-1]["day"], bool(rows[-1]["dated"])) if rows else (None, None, True)
        times = sum(p.kind in self.weights.depths for p in found.parts)
        told = (found.state, found.strength, first, last, times, found.kinds, dated)
        return TieLine(person, self.names[person], *told)


def _told(met: Iterable[Row], bound: Iterable[Row], at: date) -> tuple[list[Contact], list[Bond]]:
    contacts = [Contact(r["kind"], _day(r["day"], at), r["event_id"], r["fact_id"]) for r in met]
    return contacts, [Bond(r["kind"], _day(r["day"], at), r["words"], r["fact_id"]) for r in bound]


def _day(edtf: str | None, at: date) -> float | None:
    """The middle of the days that are meant; for what may have been before and may still be to come, that day itself."""
    if edtf is None:
        return None
    day, now = _middle(edtf), float(at.toordinal())
    return now if day > now and _bounds(edtf)[0] <= at else day


def last_day(store: Store) -> date:
    """The last day that a memory tells of: that of its last text, or of its last event; today where none has a day."""
    known = sorted((last, day) for day in rows.written_days(store) if (last := _bounds(day)[1]) != date.max)
    told = next((last for last, day in reversed(known) if rows.is_told(store, day)), None)
    held = (last for _, last in map(_bounds, rows.event_days(store)) if last != date.max)
    return told or max(held, default=None) or date.today()


def own_tie(store: Store, person: int) -> tuple[State, float]:
    """The state and strength of one tie, without what others add; quick, whatever the size of the memory."""
    weights, at = Weights().changed(numbers(store, TIES)), last_day(store)
    contacts, bonds = _told(rows.contacts(store, person), rows.bonds(store, person), at)
    found = tie(contacts, bonds, float(at.toordinal()), weights)
    return found.state, found.strength


def _by_person(found: Sequence[Row]) -> dict[int, list[Row]]:
    by: dict[int, list[Row]] = defaultdict(list)
    for row in found:
        by[row["person_id"]].append(row)
    return by


def _why(part: Part, events: dict[int, EventLine], quotes: Quotes) -> Why:
    event = events.get(part.occasion) if isinstance(part.occasion, int) else None
    words = tuple(dict.fromkeys(w for fact in part.facts for w in quotes.of(fact)))
    return Why(part.kind, part.worth, part.words or None, event, part.age, words)


@lru_cache(maxsize=10_000)
def _middle(edtf: str) -> float:
    return middle(edtf)


@lru_cache(maxsize=10_000)
def _bounds(edtf: str) -> tuple[date, date]:
    return bounds(edtf)
