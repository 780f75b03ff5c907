"""The part of a memory that is about whose writing I follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory


class Feeds:
    """Reached as `memory.feeds`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
