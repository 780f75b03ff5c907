"""Keeping what my own messages tell, each with the people whom it was written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hallway.actions.keep import Kept, is_kept, keep_one
from hallway.model import Reading, Ref
from hallway.store import journal
from hallway.store.store import Store


def keep_told(store: Store, told: Sequence[tuple[Reading, Mapping[Ref, int]]]) -> list[Kept]:
    """Keep readings in one action, each with the ids of people of the memory whom its refs stand for.

    What was kept before adds nothing. Raises MemoryProblem when the memory cannot be written; then nothing of it was.
    """
    with store.transaction():
        fresh = [r.source.name for r, _ in told if r.facts and not is_kept(store, r)]
        action = journal.begin(store, "read", ", ".join(dict.fromkeys(fresh))[:500]) if fresh else 0
        return [keep_one(store, reading, action, known=known) for reading, known in told]
