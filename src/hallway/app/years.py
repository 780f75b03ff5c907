"""The part of a memory that is about what the years amount to: ties, series, teams, outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app.memory import Memory
    from hallway.model.tie import Weights
    from hallway.queries.paths import Ways
    from hallway.queries.ties import Explained, TieList, Ties


class Years:
    """Reached as `memory.years`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def ties(
        self, states: Iterable[str] = (), *, at: str | None = None, weights: Mapping[str, float] | None = None
    ) -> TieList:
        """Everybody with the strength of my tie to them, the strongest first; with `states`, only those.

        `at`: the day (EDTF) as of which; the last that the memory tells of, where left out. `weights`: other numbers for
        the formula, by name. Raises ValueError for a name or number that makes no sense, and for an `at` that is no date.
        """
        return self._ties(at, weights).listed(states)

    def tie(self, name: str, *, at: str | None = None, weights: Mapping[str, float] | None = None) -> list[Explained]:
        """My tie to everybody whom a name can mean, taken apart. Raises ValueError as `ties` does."""
        from hallway.queries.finding import find_people

        ties = self._ties(at, weights)
        return [ties.explain(person) for person in find_people(self._memory.store, name)]

    def path(self, name: str, most: int = 5) -> list[Ways]:
        """Through whom I could reach everybody whom a name can mean: the best ways over one or two others."""
        from hallway.queries.finding import find_people
        from hallway.queries.paths import ways

        ties = self._ties(None, None)
        return [ways(self._memory.store, person, ties, most) for person in find_people(self._memory.store, name)]

    def weights(self) -> Weights:
        """What counts how much in a tie: Hallway's own numbers, but for those that were remembered."""
        from hallway.model.tie import Weights
        from hallway.store.settings import TIES, numbers

        return Weights().changed(numbers(self._memory.store, TIES))

    def weigh(self, values: Mapping[str, float] | None) -> Weights:
        """Remember other numbers for the formula; None goes back to Hallway's own. Raises ValueError as `ties` does."""
        from hallway.actions.weigh import weigh

        return weigh(self._memory.store, values)

    def _ties(self, at: str | None, weights: Mapping[str, float] | None) -> Ties:
        from hallway.queries.ties import Ties

        return Ties(self._memory.store, self.weights().changed(weights or {}), at)
