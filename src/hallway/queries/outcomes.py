"""What came of it: outcomes with all the encounters before them, and how long it took.

No outcome is put down to one encounter: all those before it are listed. A lag is as vague as its two dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from hallway.model.lag import Lag, lag, middle, told
from hallway.model.when import bounds
from hallway.queries.events import EventLine, events_by_id
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import ties
from hallway.store.store import Row, Store

_FEW = 500


@dataclass(frozen=True, slots=True)
class Before:
    """An encounter before an outcome: how, where, when (EDTF), and how long it was from then to the outcome."""

    kind: str
    event: EventLine | None
    day: str | None
    dated: bool
    lag: Lag | None
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "event": self.event.title if self.event else None,
            "date": self.day,
            "dated": self.dated,
            "lag": self.lag.as_dict() if self.lag else None,
            "words": dicts(self.words),
        }


@dataclass(frozen=True, slots=True)
class Came:
    """Something that came of meeting `person` (None: not named), on `day` (EDTF; None: some day before it was written).

    `said`: how long it took in the words of the text. `before`: all encounters before, the first one first.
    """

    person: str | None
    what: str
    day: str | None
    written: str | None
    said: str | None
    before: tuple[Before, ...]
    words: tuple[Words, ...]

    @property
    def lag(self) -> Lag | None:
        """How long from the first encounter: as the text says where there was only one, else by the dates."""
        if len(self.before) == 1 and self.said and (lasted := told(self.said)):
            return lasted
        return self.before[0].lag if self.before else None

    def as_dict(self) -> dict[str, object]:
        return {
            "person": self.person,
            "what": self.what,
            "date": self.day,
            "written": self.written,
            "lag_said": self.said,
            "lag_from_first": self.lag.as_dict() if self.lag else None,
            "before": [b.as_dict() for b in self.before],
            "words": dicts(self.words),
        }


@dataclass(frozen=True, slots=True)
class Median:
    """How long it took in the middle, of so many outcomes: by kind of the first such encounter, by event, by series."""

    of: str
    count: int
    lag: Lag

    def as_dict(self) -> dict[str, object]:
        return {"of": self.of, "outcomes": self.count, "median": self.lag.as_dict()}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of it, in the order in which it was told, and how long it took."""

    came: tuple[Came, ...]
    by_kind: tuple[Median, ...]
    by_event: tuple[Median, ...]
    by_series: tuple[Median, ...]

    def as_dict(self) -> dict[str, object]:
        medians = {"kind": self.by_kind, "event": self.by_event, "series": self.by_series}
        return {
            "outcomes": [c.as_dict() for c in self.came],
            "medians": {by: [m.as_dict() for m in some] for by, some in medians.items()},
        }


def outcomes(
    store: Store,
    people: Collection[int] | None = None,
    events: Collection[int] | None = None,
    kind: str | None = None,
) -> Outcomes:
    """All outcomes; with `people`, theirs, with `events`, those of people met there before; with both, of either.

    With `kind` only those before which there was such an encounter.
    """
    told_of = _merged(ties.outcomes(store))
    met: dict[int, list[Row]] = defaultdict(list)
    for row in _contacts(store, {r["person_id"] for r in told_of}):
        met[row["person_id"]].append(row)
    theirs = [(row, met.get(row["person_id"], [])) for row in told_of]
    quotes = Quotes(store, (f for row, some in theirs for f in (row["fact_id"], *(m["fact_id"] for m in some))))
    chains = [(row, _before(row, some, quotes)) for row, some in theirs]
    if people is not None or events is not None:
        chains = [c for c in chains if _asked(c[0], c[1], people or (), events or ())]
    if kind:
        chains = [(row, before) for row, before in chains if any(m["kind"] == kind for m in before)]
    lines = events_by_id(store, (e["event_id"] for _, before in chains for e in before))
    came = tuple(_came(row, before, lines, quotes) for row, before in chains)
    series = _by_event(came, lambda e: e.series or e.name)
    return Outcomes(came, _by_kind(came), _by_event(came, lambda e: e.title), series)


def _contacts(store: Store, people: set[int | None]) -> Iterable[Row]:
    """The encounters with these people; of few people theirs are asked for, of many all."""
    some = [p for p in people if p is not None]
    if len(some) > _FEW:
        return ties.contacts(store)
    return (row for person in some for row in ties.contacts(store, person))


def _merged(rows: Iterable[Row]) -> list[Row]:
    """Each outcome once: what two sentences or texts say in the same words of one person is one."""
    seen: dict[tuple[int | None, str, str | None], Row] = {}
    for row in rows:
        seen.setdefault((row["person_id"], row["words"], row["when"]), row)
    return list(seen.values())


def _before(outcome: Row, met: Iterable[Row], quotes: Quotes) -> list[Row]:
    """The encounters before an outcome, by day: not those after it, nor one that is only the telling of it."""
    ends = bounds(outcome["when"] or outcome["written"])[1] if outcome["when"] or outcome["written"] else None
    found = [
        m for m in met
        if not _only_tells(m, outcome, quotes)
        and (ends is None or m["day"] is None or bounds(m["day"])[0] <= ends)
    ]  # fmt: skip
    once = {m["event_id"] or -m["fact_id"]: m for m in reversed(found)}
    return sorted(once.values(), key=lambda m: (m["day"] is None, m["day"] or "", m["fact_id"]))


def _only_tells(met: Row, outcome: Row, quotes: Quotes) -> bool:
    """Whether an encounter without event and day rests on the very words that tell of the outcome."""
    if met["source_id"] != outcome["source_id"] or met["event_id"] is not None or met["dated"]:
        return False
    told = {w.text for w in quotes.of(outcome["fact_id"])[-1:]}
    return bool(told & {w.text for w in quotes.of(met["fact_id"])})


def _asked(row: Row, before: Iterable[Row], people: Collection[int], events: Collection[int]) -> bool:
    return row["person_id"] in people or any(m["event_id"] in events for m in before)


def _came(row: Row, before: Iterable[Row], events: dict[int, EventLine], quotes: Quotes) -> Came:
    chain = tuple(
        Before(
            m["kind"], events.get(m["event_id"]), m["day"], bool(m["dated"]), _lag(m["day"], row),
            quotes.of(m["fact_id"]),
        )
        for m in before
    )  # fmt: skip
    said = (row["name"], row["words"], row["when"], row["written"], row["lag"])
    return Came(*said, chain, quotes.of(row["fact_id"]))


def _lag(day: str | None, outcome: Row) -> Lag | None:
    """From an encounter to an outcome; one without a date was some time between the encounter and the telling."""
    if day is None:
        return None
    if outcome["when"]:
        return lag(day, outcome["when"])
    whole = lag(day, outcome["written"]) if outcome["written"] else Lag(0.0, None)
    return Lag(0.0, whole.most) if whole else None


def _by_kind(came: Iterable[Came]) -> tuple[Median, ...]:
    """From the first encounter of a kind to the outcome."""
    lags: dict[str, list[Lag]] = defaultdict(list)
    for one in came:
        for kind in dict.fromkeys(b.kind for b in one.before):
            first = next(b for b in one.before if b.kind == kind)
            took = one.lag if first is one.before[0] else first.lag
            if took:
                lags[kind].append(took)
    return _medians(lags)


def _by_event(came: Iterable[Came], called: Callable[[EventLine], str]) -> tuple[Median, ...]:
    lags: dict[str, list[Lag]] = defaultdict(list)
    for one in came:
        seen: set[str] = set()
        for b in one.before:
            name = called(b.event) if b.event else ""
            took = one.lag if b is one.before[0] else b.lag
            if name and name not in seen and took:
                seen.add(name)
                lags[name].append(took)
    return _medians(lags)


def _medians(lags: dict[str, list[Lag]]) -> tuple[Median, ...]:
    return tuple(Median(of, len(some), found) for of, some in lags.items() if (found := middle(some)))
