"""Passages by their words, without ever walking through the passages of a common word."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from hallway.queries.recall.plainwords import stem, stems
from hallway.store import passages
from hallway.store.store import Store

COMMON_FROM = 2000
AROUND = 0.6
LEAST_KNOWN = 2


class Words:
    """Finds and weighs words. How common a word is gets remembered until the memory has grown by a tenth."""

    def __init__(self) -> None:
        self._common: dict[str, float] = {}
        self._size = 0

    def refresh(self, store: Store) -> None:
        size = passages.newest(store)
        if abs(size - self._size) > self._size / 10:
            self._common.clear()
            self._size = size

    def find(
        self, store: Store, words: Sequence[str], most: int
    ) -> tuple[list[int], dict[str, float], frozenset[str]]:
        """Up to `most` passages with the rarest of the words, how much each word counts, and which no passage has."""
        size = max(self._size, passages.newest(store), 1)
        hits = {word: self._hits(store, word) for word in words}
        weights = {word: self._weight(word, ids, size) for word, ids in hits.items()}
        unknown = frozenset(w for w, ids in hits.items() if not ids and w not in self._common)
        scores: dict[int, float] = defaultdict(float)
        for word, ids in hits.items():
            for number in ids:
                scores[number] += weights[word]
        if not scores and self._common:
            both = " ".join(f'"{word}"' for word in sorted(words, key=lambda w: self._common.get(w, 0))[:2])
            return passages.with_word(store, both, most) if words else [], weights, unknown
        return nlargest(most, scores, key=scores.__getitem__), weights, unknown

    def _hits(self, store: Store, word: str) -> list[int]:
        if word in self._common:
            return []
        ids = passages.with_word(store, f'"{word}"', COMMON_FROM + 1)
        if len(ids) > COMMON_FROM:
            self._common[word] = len(ids) / max(ids[-1], 1)
            return []
        return ids

    def _weight(self, word: str, ids: Sequence[int], size: int) -> float:
        having = self._common[word] * size if word in self._common else max(len(ids), LEAST_KNOWN)
        return math.log(1 + (size - min(having, size) + 0.5) / (having + 0.5))


class Coverage:
    """How much of a question's words a passage has: 1 is all of them, a rare word counting more than a common one."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights: dict[str, float] = {}
        for word, weight in weights.items():
            self.weights[stem(word)] = max(weight, self.weights.get(stem(word), 0.0))
        self._full = sum(self.weights.values()) or 1.0

    def of(self, text: str, around: str) -> tuple[float, frozenset[str]]:
        """The share covered, words around counting less than its own, and which stems were found."""
        own = self._in(text)
        near = self._in(around) - own
        total = self.weigh(own) + AROUND * self.weigh(near)
        return total, frozenset(own | near)

    def _in(self, text: str) -> set[str]:
        # A stem is the beginning of its words, which is quick to look for where no letter has an accent.
        if text.isascii():
            low = text.lower()
            if not any(s in low for s in self.weights):
                return set()
        return stems(text) & self.weights.keys()

    def weigh(self, found: Iterable[str]) -> float:
        return sum(self.weights[s] for s in found) / self._full
