"""The part of a memory that is about programmes and days: talks, whom to look for, when people connected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.app.memory import Memory
    from hallway.queries.brief import Brief
    from hallway.queries.connected import Suggestion
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

    def connected(self) -> list[Suggestion]:
        """Whom I perhaps met at which event, as we connected while it was on or within a week after; by event and name."""
        from hallway.queries.connected import suggestions

        return suggestions(self._memory.store)

    def accept(self, chosen: Sequence[Suggestion]) -> list[Kept]:
        """Keep suggestions as encounters, with their reasons, as one step that `undo` takes back."""
        from hallway.actions.connected import Accepted, accept

        told = [
            Accepted(s.person, s.name, s.event_name, s.series, s.edition, s.start, s.day.isoformat(), s.reason, s.again)
            for s in chosen
        ]
        return accept(self._memory.store, told)

    def dismiss(self, chosen: Sequence[Suggestion]) -> None:
        """These are not so: they are never suggested again."""
        from hallway.actions.connected import dismiss
        from hallway.queries.connected import DISMISSED

        dismiss(self._memory.store, DISMISSED, [s.key for s in chosen])

    def before(self, event: int) -> Brief:
        """What to know before the event with this id. Raises LookupError where there is none."""
        from hallway.queries.brief import brief
        from hallway.queries.events import events_by_id

        found = events_by_id(self._memory.store, [event])
        if event not in found:
            raise LookupError(f"no event {event}")
        return brief(self._memory.store, found[event])

    def brief(self, words: str) -> list[Brief]:
        """For each event that words fit best, what to know before it: who has a part in it and was met before, or is followed;
        whom I met at earlier editions; what is open with whom."""
        from hallway.queries.brief import brief

        return [brief(self._memory.store, e) for e in self._memory.find_events(words)]
