"""The part of a memory that is about who is who: suggestions, merging, splitting, correcting, forgetting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory


class Same:
    """Reached as `memory.same`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
