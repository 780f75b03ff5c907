"""The recall itself: understand, collect, rank, and say why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hallway.queries.recall.answer import Match, Recalled
from hallway.queries.recall.candidates import find
from hallway.queries.recall.known import Known
from hallway.queries.recall.meanings import Meanings
from hallway.queries.recall.people import Candidate, people
from hallway.queries.recall.reasons import reasons
from hallway.queries.recall.sure import SURE, certainties
from hallway.queries.recall.understand import understand
from hallway.queries.recall.words import Words
from hallway.store import recalling
from hallway.store.store import Store

if TYPE_CHECKING:
    from hallway.meaning.codes import Vectors
    from hallway.meaning.embedder import Embedder


class Recaller:
    """Answers needs and half-memories from one memory. Keep it for as long as the memory is open.

    It holds an index of the memory's meanings and looks before each recall whether the memory was changed, by this
    process or another. Without an embedder, and for passages not indexed yet (actions/index), it goes by words alone.
    """

    def __init__(self, store: Store, embedder: Embedder | None = None) -> None:
        self._store = store
        self._embedder = embedder
        self._known, self._words, self._meanings = Known(), Words(), Meanings()
        self._stamp: tuple[int, int] | None = None

    def recall(self, need: str, limit: int = 10, today: date | None = None) -> Recalled:
        """The people that `need` may mean, best first, at most `limit`; `today` is what "last spring" counts from.

        Raises MemoryProblem when the memory cannot be read. An empty question or memory has an empty answer.
        """
        query = " ".join(need.split())
        if not query or limit < 1:
            return Recalled(need)
        self.refresh()
        cues = understand(query, self._known, today or date.today())
        found = find(self._store, self._words, self._meanings, query, self._vector(query), cues)
        ranked = people(self._store, self._known, found, cues)
        chances = certainties(ranked[:limit], found, cues)
        return Recalled(need, cues.cues, self._matches(ranked[:limit], chances))

    def refresh(self) -> None:
        """Follow what was kept, indexed or taken back since the last time; costs next to nothing when nothing was."""
        stamp = recalling.stamp(self._store)
        if stamp != self._stamp:
            self._known.refresh(self._store)
            self._words.refresh(self._store)
            self._meanings.refresh(self._store)
            self._stamp = stamp

    def _vector(self, query: str) -> Vectors | None:
        if self._embedder is None or not len(self._meanings):
            return None
        vector: Vectors = self._embedder.embed([query])[0]
        return vector

    def _matches(self, ranked: list[Candidate], chances: list[float]) -> list[Match]:
        because = reasons(self._store, self._known, ranked)
        return [
            Match(
                one.person, self._known.names.get(one.person, ""), round(chance, 3), chance >= SURE, because[one.person]
            )
            for one, chance in zip(ranked, chances, strict=True)
        ]
