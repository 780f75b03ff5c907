"""Taking back what was done: the last thing, or any other that still stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hallway.actions.correct import overrule
from hallway.model.phrase import Day, Phrase
from hallway.store import journal
from hallway.store.problems import MemoryProblem
from hallway.store.store import Row, Store

FOR_GOOD = frozenset({"forget"})
"""What cannot be taken back, since nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: its number in the log, the verb, its summary, and when it had been done (UTC, ISO 8601)."""

    verb: str
    summary: str
    at: str
    action: int

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {"verb": self.verb, "summary": self.summary, "at": self.at, "action": self.action}


def undo(store: Store, action: int | None = None, progress: Callable[[int, int], None] | None = None) -> Undone | None:
    """Take back one action as a whole: the one with this number, else the latest that still stands and can be.

    What later actions rest on stays. `progress` hears how much is done, of how much. None when there is nothing to take back. Raises MemoryProblem for a number that is
    not in the log, was taken back before, or is a `forget`.
    """
    with store.transaction():
        row = _chosen(store, action) if action is not None else journal.last(store, FOR_GOOD)
        if row is None:
            return None
        overrule(store, journal.take_back(store, int(row["id"]), progress or (lambda done, total: None)))
        return Undone(row["verb"], row["summary"], row["at"], int(row["id"]))


def _chosen(store: Store, action: int) -> Row:
    row = journal.numbered(store, action)
    if row is None:
        raise MemoryProblem(
            Phrase("there is no action {n}: `hallway log` shows their numbers; nothing was changed", n=str(action))
        )
    if row["undone_at"] is not None:
        raise MemoryProblem(
            Phrase(
                "action {n} was taken back on {day} already; nothing was changed",
                n=str(action),
                day=Day(row["undone_at"][:10]),
            )
        )
    if row["verb"] in FOR_GOOD:
        raise MemoryProblem(
            Phrase(
                "action {n} is a {verb}: nothing was kept of it, so it cannot be taken back",
                n=str(action),
                verb=Phrase(row["verb"]),
            )
        )
    return row
