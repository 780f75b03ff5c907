"""People in a line each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hallway.queries.events import EventLine, events_by_id
from hallway.store import lists
from hallway.store.store import Row, Store

NOBODY_MET = "none"
_FEW = 5_000
"""Of so many people each one's last encounter is looked up; of more it is quicker to go back day by day until a page is full."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person at a glance: `first` and `last` are the days I met them (EDTF), `kind` and `event` belong to the last.

    `dated` is False where `last` is only the day on which the diary was written.
    """

    id: int
    name: str
    organization: str | None
    times: int
    first: str | None
    last: str | None
    kind: str
    event: EventLine | None
    dated: bool = True

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "organization": self.organization,
            "encounters": self.times,
            "first_met": self.first,
            "last_met": self.last,
            "dated": self.dated,
            "last_kind": self.kind,
            "last_event": self.event.title if self.event else None,
        }


def people(
    store: Store, kind: str | None = None, at: Sequence[EventLine] | None = None, limit: int = 1000, skip: int = 0
) -> list[PersonLine]:
    """People by when I last met them, latest first; `limit` of them after the first `skip`.

    `kind` keeps those whom I ever met so, or with `none` those whom I only heard of; `at` keeps those met at these events.
    The last meeting of each is then the last such one.
    """
    events = [e.id for e in at] if at is not None else None
    if kind == NOBODY_MET:
        return _lines(store, [r["id"] for r in lists.people_mentioned(store, events, limit, skip)], {})
    return _page(store, lists.people_met(store, kind, events, skip + limit), skip, limit)


def people_among(store: Store, ids: Collection[int], limit: int, skip: int = 0) -> list[PersonLine]:
    """The same, of these people alone; those whom I never met come last, by name."""
    some = list(dict.fromkeys(ids))
    met = _last_met(store, some) if len(some) <= _FEW else lists.people_met(store, None, None, skip + limit, set(some))
    if len(met) >= skip + limit:
        return _page(store, met, skip, limit)
    here = {r["person_id"] for r in met}
    never = _lines(store, [i for i in some if i not in here], {})
    return [*_page(store, met, 0, len(met)), *never][skip : skip + limit]


def _last_met(store: Store, ids: Sequence[int]) -> list[Row]:
    """The last encounter with each of these people whom I met, latest first."""
    met = [r for part in _parts(ids) for r in lists.last_met(store, part)]
    return sorted(met, key=lambda r: r["day"] or "", reverse=True)


def people_by_id(store: Store, ids: Sequence[int]) -> list[PersonLine]:
    """These people, those met last first."""
    met = _last_met(store, ids)
    here = {r["person_id"] for r in met}
    never = _lines(store, [i for i in dict.fromkeys(ids) if i not in here], {})
    return [*_page(store, met, 0, len(met)), *never]


def _page(store: Store, met: list[Row], skip: int, limit: int) -> list[PersonLine]:
    """A part of a list of last encounters that are in the order of their days: those of one day by name."""
    start, end = min(skip, len(met)), min(skip + limit, len(met))
    while 0 < start < len(met) and met[start - 1]["day"] == met[start]["day"]:
        start -= 1
    while 0 < end < len(met) and met[end - 1]["day"] == met[end]["day"]:
        end += 1
    some = met[start:end]
    names = {i: n for part in _parts([r["person_id"] for r in some]) for i, n in lists.called(store, set(part)).items()}
    some.sort(key=lambda r: names[r["person_id"]])
    some.sort(key=lambda r: r["day"] or "", reverse=True)
    some = some[skip - start : skip - start + limit]
    return _lines(store, [r["person_id"] for r in some], {r["person_id"]: r for r in some})


def _lines(store: Store, ids: Sequence[int], met: Mapping[int, Row]) -> list[PersonLine]:
    """A line for each of these people, in their order; `met` has the last encounters."""
    at = events_by_id(store, (r["event_id"] for r in met.values()))
    told: dict[int, PersonLine] = {}
    for part in _parts(ids):
        jobs = {r["person_id"]: r["name"] for r in lists.organizations_of(store, part)}
        counts = lists.counts_of(store, part)
        for i, name in lists.called(store, set(part)).items():
            told[i] = _line(i, name, jobs.get(i), counts.get(i), met.get(i), at)
    found = [told[i] for i in ids if i in told]
    return found if met else sorted(found, key=lambda line: line.name)


def _line(
    i: int, name: str, job: str | None, counted: Row | None, last: Row | None, at: Mapping[int, EventLine]
) -> PersonLine:
    if counted is None or last is None:
        return PersonLine(i, name, job, 0, None, None, NOBODY_MET, None, dated=False)
    met = (counted["times"], counted["first"], last["day"], last["kind"], at.get(last["event_id"]), bool(last["dated"]))
    return PersonLine(i, name, job, *met)


def _parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + 900] for at in range(0, len(ids), 900)]
