"""People in a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hallway.queries.events import EventLine, events_by_id
from hallway.store import lists
from hallway.store.store import Row, Store

NOBODY_MET = "none"


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
    store: Store, kind: str | None = None, at: Sequence[EventLine] | None = None, limit: int = 1000
) -> list[PersonLine]:
    """People by when I last met them, latest first.

    `kind` keeps those whom I ever met so, or with `none` those whom I only heard of; `at` keeps those met at these events.
    The last meeting of each is then the last such one.
    """
    events = [e.id for e in at] if at is not None else None
    if kind == NOBODY_MET:
        return _lines(store, lists.people_mentioned(store, events, limit))
    return _lines(store, lists.people_met(store, kind, events, limit))


def people_by_id(store: Store, ids: Sequence[int]) -> list[PersonLine]:
    """These people, those met last first."""
    return _lines(store, lists.summaries(store, list(ids))) if ids else []


def _lines(store: Store, rows: list[Row]) -> list[PersonLine]:
    at = events_by_id(store, (r["event_id"] for r in rows))
    ids = [r["id"] for r in rows]
    jobs = {r["person_id"]: r["name"] for part in _parts(ids) for r in lists.organizations_of(store, part)}
    return [_line(r, jobs.get(r["id"]), at.get(r["event_id"])) for r in rows]


def _line(r: Row, job: str | None, event: EventLine | None) -> PersonLine:
    met = (r["times"], r["first"], r["last"], r["kind"], event, bool(r["dated"]))
    return PersonLine(r["id"], r["name"], job, *met)


def _parts(ids: list[int]) -> list[list[int]]:
    return [ids[at : at + 900] for at in range(0, len(ids), 900)]
