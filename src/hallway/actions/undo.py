"""Taking back the last thing that was done."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.store import journal
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the verb, its summary, and when it had been done (UTC, ISO 8601)."""

    verb: str
    summary: str
    at: str

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {"verb": self.verb, "summary": self.summary, "at": self.at}


def undo(store: Store) -> Undone | None:
    """Take back the latest action that still stands, as a whole; None when there is none."""
    with store.transaction():
        action = journal.last(store)
        if action is None:
            return None
        journal.take_back(store, int(action["id"]))
        return Undone(action["verb"], action["summary"], action["at"])
