"""Small things to remember from one time to the next, by name."""

from __future__ import annotations

import json

from hallway.store.store import Store

TIES = "ties"
"""The name of the numbers that count in a tie."""


def setting(store: Store, name: str) -> str | None:
    """What was remembered under this name; None where nothing was."""
    found = store.row("SELECT value FROM setting WHERE name = ?", (name,))
    return str(found["value"]) if found else None


def settings(store: Store) -> dict[str, str]:
    """Everything that is remembered, by name."""
    return {r["name"]: r["value"] for r in store.rows("SELECT name, value FROM setting")}


def remember(store: Store, name: str, value: str | None) -> None:
    """Remember a value; None forgets it."""
    if value is None:
        store.run("DELETE FROM setting WHERE name = ?", (name,))
    else:
        store.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))


def numbers(store: Store, name: str) -> dict[str, float]:
    """Numbers by their names, remembered under one name; empty where there are none."""
    return {str(k): float(v) for k, v in json.loads(setting(store, name) or "{}").items()}
