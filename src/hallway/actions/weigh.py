"""Saying what counts in a tie, once and for all."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hallway.model.tie import Weights
from hallway.store import settings
from hallway.store.store import Store


def weigh(store: Store, values: Mapping[str, float] | None) -> Weights:
    """Remember these weights for all times to come, beside those remembered before; None goes back to those of Hallway.

    Raises ValueError for a name that there is not or a number that makes no sense; then nothing is remembered.
    """
    kept = {} if values is None else settings.numbers(store, settings.TIES) | dict(values)
    weights = Weights().changed(kept)
    with store.transaction():
        settings.remember(store, settings.TIES, json.dumps(kept) if kept else None)
    return weights
