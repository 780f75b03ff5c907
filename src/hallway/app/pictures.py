"""The part of a memory that people would rather look at: networks, flows, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from hallway.app.memory import Memory
    from hallway.queries.calendar import Calendar
    from hallway.queries.events import EventLine
    from hallway.queries.flow import Flow
    from hallway.queries.network import Network

_KEPT = 8
K = TypeVar("K")
V = TypeVar("V")

Editions = tuple[str, tuple["EventLine", ...], tuple["EventLine", ...]]
"""A series: its name, its editions in their order, and the events within them."""


class Pictures:
    """Reached as `memory.pictures`. What was found is kept until the memory changes: a place for everybody takes a while."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._drawn: dict[tuple[int, ...], Network] = {}
        self._series: dict[str, Editions] = {}
        self._at: tuple[int, int, int] | None = None

    def of_event(self, event: int) -> Network:
        """Who stands with whom at the event with this id. Raises LookupError where there is none."""
        every = self._memory.events()
        there = next((e for e in every if e.id == event), None)
        if there is None:
            raise LookupError(f"no event {event}")
        return self._network((there,), tuple(e for e in every if e.within == event))

    def of_series(self, words: str) -> tuple[str, Network]:
        """The name of the series that words mean, and who stands with whom at its editions. Raises LookupError for none."""
        name, editions, parts = self.editions(words)
        return name, self._network(editions, parts)

    def editions(self, words: str) -> Editions:
        """The series that words mean: its name, its editions, and the events within them. Raises LookupError for none."""
        from hallway.queries.series import editions_of

        self._fresh()
        if words not in self._series:
            found = editions_of(self._memory.store, self._memory.find_events(words)) if words.strip() else None
            if found is None:
                raise LookupError(words)
            _make_room(self._series)
            self._series[words] = found
        return self._series[words]

    def flow(self, *, event: int | None = None, series: str | None = None) -> Flow:
        """How ties came about and grew: all of them, or those with people whom I met at an event (its id) or in a series.

        Raises LookupError where there is no such series.
        """
        from hallway.queries.flow import flow

        events = None if event is None else [event]
        if series is not None:
            _, editions, parts = self.editions(series)
            events = [e.id for e in (*editions, *parts)]
        return flow(self._memory.store, events)

    def calendar(self) -> Calendar:
        """Every event in its year and month."""
        from hallway.queries.calendar import calendar

        return calendar(self._memory.store)

    def _network(self, editions: tuple[EventLine, ...], parts: tuple[EventLine, ...]) -> Network:
        from hallway.queries.network import network

        self._fresh()
        key = tuple(e.id for e in (*editions, *parts))
        if key not in self._drawn:
            _make_room(self._drawn)
            self._drawn[key] = network(self._memory.store, editions, parts)
        return self._drawn[key]

    def _fresh(self) -> None:
        """Forget what was found in a memory that has changed since."""
        from hallway.store.recalling import stamp

        now = (id(self._memory.store), *stamp(self._memory.store))
        if self._at != now:
            self._at, self._drawn, self._series = now, {}, {}


def _make_room(kept: dict[K, V]) -> None:
    if len(kept) >= _KEPT:
        kept.pop(next(iter(kept)))
