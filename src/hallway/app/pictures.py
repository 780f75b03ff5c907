"""The part of a memory that people would rather look at: networks, flows, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory
    from hallway.queries.calendar import Calendar
    from hallway.queries.events import EventLine
    from hallway.queries.flow import Flow
    from hallway.queries.network import Network

_KEPT = 8


class Pictures:
    """Reached as `memory.pictures`. Networks are kept until the memory changes, as finding a place for everybody takes a while."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._drawn: dict[tuple[int, ...], Network] = {}
        self._at: tuple[int, int, int] | None = None

    def of_event(self, event: int) -> Network:
        """Who stands with whom at the event with this id. Raises LookupError where there is none."""
        there = self._memory.gathering(event).event
        return self._network((there,), [e for e in self._memory.events() if e.within == event])

    def of_series(self, words: str) -> tuple[str, Network]:
        """The name of the series that words mean, and who stands with whom at its editions. Raises LookupError for none."""
        found = self._memory.years.series(words) if words else []
        if not found:
            raise LookupError(words)
        return found[0].name, self._network(found[0].editions, found[0].parts)

    def flow(self, events: list[int] | None = None) -> Flow:
        """How ties came about and grew: all of them, or those with people whom I met at these events."""
        from hallway.queries.flow import flow

        return flow(self._memory.store, events)

    def calendar(self) -> Calendar:
        """Every event in its year and month."""
        from hallway.queries.calendar import calendar

        return calendar(self._memory.store)

    def _network(self, editions: tuple[EventLine, ...], parts: tuple[EventLine, ...] | list[EventLine]) -> Network:
        from hallway.queries.network import network
        from hallway.store.recalling import stamp

        now = (id(self._memory.store), *stamp(self._memory.store))
        if self._at != now:
            self._at, self._drawn = now, {}
        key = tuple(e.id for e in (*editions, *parts))
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[key] = network(self._memory.store, editions, parts)
        return self._drawn[key]
