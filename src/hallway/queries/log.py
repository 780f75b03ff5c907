"""What was done to a memory, latest first."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.store import journal
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its number, verb, what it was about, when (UTC, ISO 8601), and when it was undone, if it was."""

    id: int
    verb: str
    summary: str
    at: str
    undone_at: str | None

    def as_dict(self) -> dict[str, object]:
        return {"id": self.id, "verb": self.verb, "summary": self.summary, "at": self.at, "undone_at": self.undone_at}


def log(store: Store, limit: int = 50) -> list[Entry]:
    """The latest actions."""
    return [Entry(r["id"], r["verb"], r["summary"], r["at"], r["undone_at"]) for r in journal.actions(store, limit)]
