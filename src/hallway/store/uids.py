"""The ids under which people and events leave this memory, and finding them by those."""

from __future__ import annotations

import secrets

from hallway.model.uid import record_in, uid
from hallway.store import settings
from hallway.store.store import Store

_ID = "memory.id"


def memory_id(store: Store) -> str:
    """What this memory calls itself, made at random when first asked for; an archive takes it along."""
    known = settings.setting(store, _ID)
    if known is None:
        known = secrets.token_hex(16)
        with store.step():
            settings.remember(store, _ID, known)
    return known


def person_with(store: Store, text: str) -> int | None:
    """Who is shown under the record that left under this id; None where this memory never gave it, or they are gone."""
    told = record_in(text)
    known = settings.setting(store, _ID) if told else None
    if told is None or known is None:
        return None
    row = store.row(
        "SELECT person.id, action_id, at, coalesce(head_id, person.id) AS head FROM person"
        " JOIN action ON action.id = action_id WHERE person.id = ?",
        (told[1],),
    )
    if row is None or uid(known, "person", row["id"], row["action_id"], row["at"]) != told[0]:
        return None
    return int(row["head"])
