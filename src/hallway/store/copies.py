"""Which copies were made of a memory, and looking into those that are memories themselves."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hallway.store.engines.sqlite import APPLICATION
from hallway.store.store import Row, Store, marks


def note(store: Store, path: Path, what: str) -> None:
    """Remember that `what` (archive, vcard, csv, ...) was written to a file, so that `forget` can name it."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with store.transaction():
        store.run("INSERT INTO copy VALUES (?, ?, ?)", (str(path.resolve()), now, what))


def made(store: Store) -> list[Row]:
    """Every copy (path, at), the last time that each was written."""
    return store.rows("SELECT path, max(at) AS at FROM copy GROUP BY path ORDER BY at")


def is_memory(path: Path) -> bool:
    """Whether a file is a memory of Hallway's: what its first hundred bytes say (SQLite file format, section 1.3)."""
    with path.open("rb") as file:
        head = file.read(72)
    return head[:16] == b"SQLite format 3\0" and int.from_bytes(head[68:72], "big") == APPLICATION


def names_in(path: Path, folded: Sequence[str]) -> bool | None:
    """Whether another memory names somebody; None where it cannot be read."""
    try:
        other = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return other.execute(f"SELECT 1 FROM name WHERE folded IN ({marks(folded)})", folded).fetchone() is not None
        finally:
            other.close()
    except sqlite3.Error:
        return None
