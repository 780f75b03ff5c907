"""The part of a memory that is about what comes in from other places, and leaves for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory


class Files:
    """Reached as `memory.files`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
