"""Keeping what a browser sends, exactly once, however often it is sent."""

from __future__ import annotations

from datetime import UTC, datetime

from hallway.actions.keep import Kept, keep_within
from hallway.model import Reading
from hallway.store import captures
from hallway.store.store import Store

LONGEST_ID = 64


def capture(store: Store, capture_id: str, reading: Reading) -> Kept:
    """Keep a note under the id that its browser made for it; what arrived before adds nothing, and says so.

    The id and the facts are written in one transaction, so neither is ever there without the other; that holds after an
    undo, too: what was sent again by a phone that had not heard is not kept again. Raises ValueError for an id that is
    none, MemoryProblem when the memory cannot be written.
    """
    if not capture_id or len(capture_id) > LONGEST_ID:
        raise ValueError(f"an id has 1 to {LONGEST_ID} characters: {capture_id[:80]!r}")
    with store.transaction():
        if before := arrived_before(store, capture_id):
            return before
        kept = keep_within(store, [reading], "met")[0]
        captures.note(store, capture_id, datetime.now(UTC).isoformat(timespec="seconds"), kept.action)
        return kept


def arrived_before(store: Store, capture_id: str) -> Kept | None:
    """What to answer for a capture that was kept already, even if it was taken back since; None for a new one."""
    return Kept("note", already=True) if captures.arrived(store, capture_id) else None
