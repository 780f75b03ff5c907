"""The part of a memory that is about what the years amount to: ties, series, teams, outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory


class Years:
    """Reached as `memory.years`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
