"""Accepting or dismissing that somebody was met where the days say so."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from hallway.actions.keep import Kept, keep
from hallway.model import Connection, EncounterFact, EventFact, PersonFact, Reading, Source, When
from hallway.store.settings import remember, setting
from hallway.store.store import Store

SURE = 0.8
"""How sure such an encounter is: I say that we met there; whether it was for the first time is only likely."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is kept of one suggestion: the row of the person, the event as the memory has it, the day (EDTF), and why.

    `again`: I had met them before, so it is no new tie.
    """

    person: int
    name: str
    event: str
    series: str | None
    edition: str | None
    start: str
    day: str
    reason: str
    again: bool


def accept(store: Store, chosen: Sequence[Accepted]) -> list[Kept]:
    """Keep encounters, all as one step that `undo` takes back."""
    readings = [_reading(f"p{i}", one) for i, one in enumerate(chosen)]
    pinned = {f"p{i}": one.person for i, one in enumerate(chosen)}
    return keep(store, readings, "connected", pinned) if readings else []


def dismiss(store: Store, setting_name: str, keys: Sequence[str]) -> None:
    """Never ask about these again."""
    with store.transaction():
        known = json.loads(setting(store, setting_name) or "[]")
        remember(store, setting_name, json.dumps(sorted({*known, *keys}), ensure_ascii=False))


def _reading(ref: str, one: Accepted) -> Reading:
    text = f"{one.name}, at {one.event}: {one.reason}"
    source = Source("connected", text, "note", written=When(one.day))
    whole = (source.span(0, len(text)),)
    kind = Connection.RENEWED if one.again else Connection.NEW
    return Reading(
        source,
        (
            EventFact("e0", one.event, one.series, one.edition, start=When(one.start), evidence=whole),
            PersonFact(ref, one.name, (source.span(0, len(one.name)),), whole),
            EncounterFact(ref, kind, "e0", None, None, whole, SURE),
        ),
    )
