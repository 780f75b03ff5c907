"""Photos and recordings that were attached: of a person, from an event, and the bytes of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hallway.queries.events import EventLine, events_by_id
from hallway.store import clips
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class Clip:
    """One of them: `kind` is photo, video or audio, `text` what was said of it, `day` when (EDTF), `shows` who is in it
    (id, name); `place` where it was taken (degrees north, east), where that was kept."""

    id: int
    kind: str
    type: str
    text: str
    day: str | None
    event: EventLine | None
    shows: tuple[tuple[int, str], ...]
    width: int | None
    height: int | None
    place: str | None


def of_person(store: Store, person: int) -> list[Clip]:
    """Those of a person, the latest first."""
    return _all(store, clips.of_person(store, person))


def at_event(store: Store, event: int) -> list[Clip]:
    """Those from an event, the latest first."""
    return _all(store, clips.at_event(store, event))


def file(store: Store, clip: int, small: bool = False) -> tuple[str, bytes]:
    """The media type and the bytes of one; of its small picture where `small`. Raises LookupError where there is none."""
    row = clips.file(store, clip, small)
    if row is None or row["bytes"] is None:
        raise LookupError(f"no clip {clip}")
    return str(row["type"]), bytes(row["bytes"])


def _all(store: Store, rows: Sequence[Row]) -> list[Clip]:
    events = events_by_id(store, [r["event_id"] for r in rows])
    shown: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for r in clips.shown(store, [r["fact_id"] for r in rows]):
        shown[r["fact_id"]].append((int(r["person_id"]), str(r["name"])))
    return [
        Clip(
            r["fact_id"],
            r["kind"],
            r["type"],
            r["text"],
            r["written"],
            events.get(r["event_id"]),
            tuple(shown[r["fact_id"]]),
            r["width"],
            r["height"],
            r["place"],
        )
        for r in rows
    ]
