"""The part of a memory that is about what the years amount to: ties, series, teams, outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.app.memory import Day, Memory
    from hallway.model.tie import Weights
    from hallway.queries.contradictions import Contradiction
    from hallway.queries.outcomes import Outcomes
    from hallway.queries.paths import Ways
    from hallway.queries.series import SeriesStory
    from hallway.queries.team import Team
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

    def outcome(self, name: str, words: str, *, when: Day | None = None, lag: str | None = None) -> Kept:
        """Keep what came of meeting somebody: "became a client". `when`: as vague as it is; `lag`: how long it took, in words.

        `name` may be a number such as `#12`. Raises LookupError, with the names that are meant, unless it means exactly one
        person.
        """
        from hallway.actions.outcome import note_outcome
        from hallway.app.memory import as_when
        from hallway.queries.finding import find_people
        from hallway.queries.people import people_by_id

        store = self._memory.store
        numbered = name.strip().startswith("#")
        found = [self._memory.person(name)] if numbered else people_by_id(store, find_people(store, name))
        if len(found) != 1:
            raise LookupError([line.name for line in found])
        return note_outcome(store, found[0].id, found[0].name, words, as_when(when), lag, date.today())

    def outcomes(self, words: str = "", kind: str | None = None) -> Outcomes | None:
        """What came of it: all of it, or what came of meeting a person or of an event or series that `words` name.

        `kind`: only what such an encounter stood before ("fleeting"). None where the words name nothing that the memory knows.
        """
        from hallway.queries.finding import find_people
        from hallway.queries.outcomes import outcomes

        store = self._memory.store
        if not words:
            return outcomes(store, kind=kind)
        people = find_people(store, words)
        events = [e.id for e in self._memory.find_events(words)]
        return outcomes(store, people, events, kind) if people or events else None

    def teams(self, words: str) -> list[Team]:
        """The teams that words mean: "DNPR", "the original DNPR team", "workshop team", each over the years."""
        from hallway.queries.team import asked_for, teams_called

        events = [e.id for e in self._memory.find_events(asked_for(words))]
        return teams_called(self._memory.store, words, events)

    def mates(self, person: int) -> dict[str, list[tuple[int, str]]]:
        """Team → who else is or was in it (id, name), of every team of a person (id)."""
        from hallway.store.teams import mates

        found: dict[str, list[tuple[int, str]]] = {}
        for row in mates(self._memory.store, person):
            found.setdefault(str(row["team"]), []).append((int(row["id"]), str(row["name"])))
        return found

    def tie_of(self, person: int) -> Explained:
        """My tie to one person (id), taken apart."""
        return self._ties(None, None).explain(person)

    def series(self, words: str) -> list[SeriesStory]:
        """The stories of the series that words mean, by any form of their name or by an edition of theirs."""
        from hallway.queries.series import series_stories

        return series_stories(self._memory.store, self._memory.find_events(words))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What does not fit together in this memory, each with both sides in their own words."""
        from hallway.queries.contradictions import contradictions
        from hallway.queries.series import all_editions

        return contradictions(self._memory.store, all_editions(self._memory.store))

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
