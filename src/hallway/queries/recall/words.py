"""Passages by their words, without ever walking through the passages of a common word."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from hallway.queries.recall.plainwords import stem, stems
from hallway.store import passages
from hallway.store.store import Store

COMMON_FROM = 1000
BEFORE, AFTER = 0.3, 0.7
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

    def find(self, store: Store, words: Sequence[str], most: int) -> tuple[list[int], dict[str, float], frozenset[str]]:
        """Up to `most` passages with the rarest of the words, how much each word counts, and which no passage has."""
        size = max(self._size, passages.newest(store), 1)
        hits = {word: self._hits(store, word) for word in words}
        weights = {word: self._weight(word, ids, size) for word, ids in hits.items()}
        unknown = frozenset(w for w, ids in hits.items() if not ids and w not in self._common)
        scores: dict[int, float] = defaultdict(float)
        for word, ids in hits.items():
            for number in ids:
                scores[number] += weights[word]
        for number in self._with_both(store, words, most):
            scores[number] += sum(nlargest(2, (weights[w] for w in words if w in self._common)))
        return nlargest(most, scores, key=scores.__getitem__), weights, unknown

    def _with_both(self, store: Store, words: Sequence[str], most: int) -> list[int]:
        """The newest passages with the two rarest of the common words, or with the only word there is."""
        common = sorted((w for w in words if w in self._common), key=self._common.__getitem__)[:2]
        enough = len(common) == 2 or (common and len(words) == 1)
        return passages.newest_with(store, " ".join(f'"{w}"' for w in common), most) if enough else []

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

    def of(self, text: str, before: str, after: str) -> dict[str, float]:
        """Which stems of the question a passage has, and how much each counts: its own words 1, those around it less."""
        found = dict.fromkeys(self._in(before), BEFORE)
        found.update(dict.fromkeys(self._in(after), AFTER))
        found.update(dict.fromkeys(self._in(text), 1.0))
        return found

    def share(self, found: Mapping[str, float]) -> float:
        """How much of the question all of these are, from 0 to 1."""
        return sum(part * self.weights[s] for s, part in found.items()) / self._full

    def _in(self, text: str) -> set[str]:
        # A stem is the beginning of its words, which is quick to look for where no letter has an accent.
        if text.isascii():
            low = text.lower()
            if not any(s in low for s in self.weights):
                return set()
        return stems(text) & self.weights.keys()
