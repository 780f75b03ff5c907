"""The part of a memory that is about programmes: talks, and whom to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory
    from hallway.queries.talks import Talk


class Programmes:
    """Reached as `memory.programmes`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def talks(self, words: str = "") -> list[Talk]:
        """The talks of a person, of an event, on a track or with these words, in the order in which they were held; without
        words, all of them."""
        from hallway.queries.talks import talks

        return talks(self._memory.store, words)
