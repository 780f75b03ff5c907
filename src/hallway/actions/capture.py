"""Keeping what a browser sends, exactly once, however often it is sent."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hallway.actions.keep import Kept, keep_within
from hallway.model import Reading
from hallway.model.phrase import Phrase
from hallway.store import captures
from hallway.store.store import Store

LONGEST_ID = 64
_DAY = 86_400_000.0
_OLDEST = 366 * _DAY


def capture(store: Store, capture_id: str, reading: Reading) -> Kept:
    """Keep a note under the id that its browser made for it; what arrived before adds nothing, and says so.

    The id and the facts are written in one transaction, so neither is ever there without the other; that holds after an
    undo, too: what was sent again by a phone that had not heard is not kept again. Raises ValueError for an id that is
    none, MemoryProblem when the memory cannot be written.
    """
    if not capture_id or len(capture_id) > LONGEST_ID:
        raise ValueError(Phrase("an id has 1 to {n} characters: {id}", n=str(LONGEST_ID), id=repr(capture_id[:80])))
    with store.transaction():
        if before := arrived_before(store, capture_id):
            return before
        kept = keep_within(store, [reading], "met")[0]
        captures.note(store, capture_id, datetime.now(UTC).isoformat(timespec="seconds"), kept.action)
        return kept


def arrived_before(store: Store, capture_id: str) -> Kept | None:
    """What to answer for a capture that was kept already, even if it was taken back since; None for a new one."""
    return Kept("note", already=True) if captures.arrived(store, capture_id) else None


def day_made(made: object, sent: object, zone: object, now: datetime) -> date:
    """The day on which a capture was made, where it was made, whatever the phone's clock says.

    `made` and `sent` are the phone's clock in milliseconds since 1970, when the line was typed and when the queue was
    sent; how far the phone's clock is off cancels out of their difference. `zone` is minutes behind UTC (ECMAScript's
    getTimezoneOffset). Without them, or where they make no sense, it is the day of `now`.
    """
    numbers = [_number(n) for n in (made, sent, zone)]
    if None in numbers:
        return now.date()
    typed, left, behind = (n or 0.0 for n in numbers)
    ago = timedelta(milliseconds=min(max(left - typed, 0), _OLDEST))
    return (now.astimezone(UTC) - ago - timedelta(minutes=max(-840, min(840, behind)))).date()


def _number(given: object) -> float | None:
    """A number that a clock can show."""
    is_one = isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e15
    return float(str(given)) if is_one else None
