"""Saying at which event one is."""

from __future__ import annotations

from hallway.store import settings
from hallway.store.captures import PINNED
from hallway.store.store import Store


def pin(store: Store, event: int | None) -> None:
    """Be at this event until told otherwise; None: wherever the dates say."""
    settings.remember(store, PINNED, str(event) if event is not None else None)
