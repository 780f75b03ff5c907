"""What does not fit together, shown with both sides in their own words, and decided by nobody but me.

Only what is certain counts: where a day is vague, or a job has no known end, things may fit, and nothing is said.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hallway.model.folding import fold
from hallway.model.phrase import Phrase
from hallway.model.when import bounds
from hallway.queries.events import EventLine, events_by_id
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import doubts
from hallway.store.store import Row, Store

KINDS = ("new", "missed", "following", "outcome", "employers", "places", "days", "order")
"""`new`: told brand new, but met before. `missed`: met and missed at one event. `following`: known from afar since after we
met. `outcome`: came before we met. `employers`: two at once. `places`, `days`: one edition in two places, on two dates.
`order`: an earlier number of a series in a later year."""


SURE = 0.7
"""A reading less sure than that of "brand new" is a guess, which contradicts nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that do not fit: what is said, for which day (EDTF), and in which words."""

    says: str
    day: str | None
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        return {"says": self.says, "date": self.day, "words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that do not fit together; `kind` is one of KINDS, `about` the person or event that they are about."""

    kind: str
    about: str
    this: Side
    that: Side

    def as_dict(self) -> dict[str, object]:
        return {"kind": self.kind, "about": self.about, "this": self.this.as_dict(), "that": self.that.as_dict()}


@dataclass(frozen=True, slots=True)
class _Found:
    """A contradiction before its words and events are looked up: (what is said, day, fact, event) twice."""

    kind: str
    about: str | int
    this: tuple[str, str | None, int, int | None]
    that: tuple[str, str | None, int, int | None]


def of_person(store: Store, person: int) -> tuple[Contradiction, ...]:
    """What does not fit together in what is known of one person."""
    return _told(store, _about_people(store, person))


def of_event(store: Store, event: int) -> tuple[Contradiction, ...]:
    """What does not fit together in what is said of where and when an event was."""
    return _told(store, _about_events(doubts.event_details(store, event)))


def contradictions(store: Store, editions: Iterable[Sequence[EventLine]] = ()) -> tuple[Contradiction, ...]:
    """Everything that does not fit together. `editions`: the editions of each series, for their order."""
    details = doubts.event_details(store, None)
    order = (found for some in editions for found in _order(some, details))
    return _told(store, itertools.chain(_about_people(store, None), _about_events(details), order))


def _told(store: Store, found: Iterable[_Found]) -> tuple[Contradiction, ...]:
    some = list(found)
    sides = [side for f in some for side in (f.this, f.that)]
    events = events_by_id(store, [e for *_, e in sides] + [f.about for f in some if isinstance(f.about, int)])
    quotes = Quotes(store, (fact for _, _, fact, _ in sides))

    def side(told: tuple[str, str | None, int, int | None]) -> Side:
        says, day, fact, event = told
        at = events.get(event) if event else None
        return Side(_with(says, at.title if at else ""), day, quotes.of(fact))

    return tuple(
        Contradiction(
            f.kind, f.about if isinstance(f.about, str) else events[f.about].title, side(f.this), side(f.that)
        )
        for f in some
    )


def _with(says: str, title: str) -> str:
    """What is said, and of which event; in a form that can be said in other languages."""
    if not says or not title:
        return says or title
    form, after, values = (
        (says.form, says.after, says.values) if isinstance(says, Phrase) else ("{says}", "", {"says": says})
    )
    return Phrase(form, f"{after}: {title}", **values)


def _about_people(store: Store, person: int | None) -> Iterator[_Found]:
    met: dict[int, list[Row]] = defaultdict(list)
    for row in doubts.meetings(store, person):
        met[row["person_id"]].append(row)
    for rows in met.values():
        yield from _new_again(rows)
    for row in doubts.missing(store, person):
        yield from _missed(row, met[row["person_id"]])
    for row in doubts.followings(store, person):
        yield from _followed_late(row, met[row["person_id"]])
    for row in doubts.outcomes(store, person):
        yield from _too_early(row, met[row["person_id"]])
    yield from _employers(doubts.jobs(store, person))


def _new_again(rows: Sequence[Row]) -> Iterator[_Found]:
    for new in sorted(rows, key=lambda m: (m["day"] or "", m["fact_id"])):
        if new["kind"] != "new" or not new["day"] or new["confidence"] < SURE or not (new["event_id"] or new["dated"]):
            continue
        before = [m for m in rows if m["day"] and bounds(m["day"])[1] < bounds(new["day"])[0]]
        before = [m for m in before if m["event_id"] is None or m["event_id"] != new["event_id"]]
        if before:
            old = min(before, key=lambda m: bounds(m["day"])[0])
            this = (Phrase("brand new"), new["day"], new["fact_id"], new["event_id"])
            yield _Found("new", new["name"], this, (Phrase("met before"), old["day"], old["fact_id"], old["event_id"]))


def _missed(row: Row, met: Sequence[Row]) -> Iterator[_Found]:
    for m in met:
        if m["event_id"] == row["event_id"]:
            that = (Phrase("met"), m["day"], m["fact_id"], m["event_id"])
            yield _Found("missed", m["name"], (Phrase(row["status"]), m["day"], row["fact_id"], row["event_id"]), that)
            return


def _followed_late(row: Row, met: Sequence[Row]) -> Iterator[_Found]:
    dated = [m for m in met if m["day"]]
    if not row["since"] or not dated:
        return
    first = min(dated, key=lambda m: bounds(m["day"])[1])
    if bounds(first["day"])[1] < bounds(row["since"])[0]:
        this = (row["words"], row["since"], row["fact_id"], None)
        yield _Found(
            "following", first["name"], this, (Phrase("met"), first["day"], first["fact_id"], first["event_id"])
        )


def _too_early(row: Row, met: Sequence[Row]) -> Iterator[_Found]:
    if not row["when"] or not met or any(not m["day"] for m in met):
        return
    first = min(met, key=lambda m: bounds(m["day"])[0])
    if bounds(row["when"])[1] < bounds(first["day"])[0]:
        this = (row["words"], row["when"], row["fact_id"], None)
        yield _Found(
            "outcome", first["name"], this, (Phrase("first met"), first["day"], first["fact_id"], first["event_id"])
        )


@dataclass(slots=True)
class _Job:
    """A job as far as it is certain: from the first to the last day for which anything says it."""

    row: Row
    low: date
    high: date
    says: str


def _employers(rows: Iterable[Row]) -> Iterator[_Found]:
    held: dict[int, dict[int, _Job]] = defaultdict(dict)
    for row in rows:
        job = _certain(row)
        if job:
            old = held[row["person_id"]].get(row["organization_id"])
            held[row["person_id"]][row["organization_id"]] = _longer(old, job) if old else job
    for jobs in held.values():
        for a, b in itertools.combinations(jobs.values(), 2):
            if a.low <= b.high and b.low <= a.high and not _alike(a.row["organization"], b.row["organization"]):
                sides = ((j.says, _as_of(j), j.row["fact_id"], None) for j in (a, b))
                yield _Found("employers", a.row["name"], next(sides), next(sides))


def _certain(row: Row) -> _Job | None:
    """From the latest beginning to the earliest end that the words allow, the day of the text within; None if unknown."""
    ends = bounds(row["until"])[0] if row["until"] else None
    told = bounds(row["written"]) if row["written"] else None
    says = row["organization"]
    if row["since"]:
        low = bounds(row["since"])[1]
        high = ends or (told[0] if told else low)
        return _Job(row, low, max(low, high), says) if low != date.max else None
    if ends:
        return None
    return _Job(row, told[1], told[1], says) if told and told[0] != date.min and told[1] != date.max else None


def _longer(a: _Job, b: _Job) -> _Job:
    return _Job(a.row, min(a.low, b.low), max(a.high, b.high), a.says)


def _as_of(job: _Job) -> str:
    low, high = job.low.isoformat(), job.high.isoformat()
    return low if low == high else f"{low}/{high}"


def _alike(a: str, b: str) -> bool:
    """Whether two names may be one company or one town, the longer saying more: `Ghent`, `Lys Institute, Ghent`."""
    x, y = f" {fold(a)} ", f" {fold(b)} "
    return x in y or y in x


def _about_events(details: Iterable[Row]) -> Iterator[_Found]:
    told: dict[int, list[Row]] = defaultdict(list)
    for row in details:
        told[row["event_id"]].append(row)
    for event, rows in told.items():
        places = {fold(r["place"]): r for r in reversed(rows) if r["place"]}
        placed = _first_pair(_in_turn(places.values()), lambda a, b: not _alike(a["place"], b["place"]))
        if placed:
            a, b = placed
            yield _Found(
                "places", event, (a["place"], None, a["fact_id"], None), (b["place"], None, b["fact_id"], None)
            )
        days = {(r["start"], r["end"]): r for r in reversed(rows) if r["start"]}
        dated = _first_pair(_in_turn(days.values()), lambda a, b: not _may_be_one(a, b))
        if dated:
            a, b = dated
            yield _Found("days", event, ("", a["start"], a["fact_id"], None), ("", b["start"], b["fact_id"], None))


def _in_turn(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: int(r["fact_id"]))


def _first_pair(rows: Sequence[Row], differ: Callable[[Row, Row], bool]) -> tuple[Row, Row] | None:
    return next((pair for pair in itertools.combinations(rows, 2) if differ(*pair)), None)


def _may_be_one(a: Row, b: Row) -> bool:
    """Whether two dates of one event may both be right: they, or the days until its end, have a day in common."""
    (low, high), (first, last) = (_span(r) for r in (a, b))
    return low <= last and first <= high


def _span(row: Row) -> tuple[date, date]:
    low, high = bounds(row["start"])
    return low, max(high, bounds(row["end"])[1] if row["end"] else high)


def _order(editions: Sequence[EventLine], details: Iterable[Row]) -> Iterator[_Found]:
    """Numbers of a series that run backwards; `editions` in the order of their years."""
    facts = {r["event_id"]: r["fact_id"] for r in reversed(list(details)) if r["edition"]}
    counted = [
        e for e in editions if e.edition and e.edition.isdigit() and len(e.edition) < 4 and e.year and e.id in facts
    ]
    for a, b in itertools.pairwise(counted):
        if int(a.edition or 0) >= int(b.edition or 0) and (a.year or "") < (b.year or ""):
            sides = ((Phrase("number {n}", n=e.edition or ""), e.year, facts[e.id], e.id) for e in (a, b))
            yield _Found("order", a.series or a.name, next(sides), next(sides))
