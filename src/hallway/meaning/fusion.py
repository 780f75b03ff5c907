"""One score for a passage from what it means, the words it has, whom it is about, and what stands next to it.

Every part is on a scale of its own that does not depend on which other passages are scored, so that a score means
the same for every question. Weights were chosen on half of a benchmark (benchmarks/recall.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallway.meaning.codes import Vectors

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Weights:
    """How much each part counts, where meaning counts 1."""

    words: float = 1.5
    named: float = 0.1
    asks: float = 0.1
    before: float = 0.4
    after: float = 0.2


DEFAULT = Weights()


@dataclass(frozen=True)
class Candidates:
    """Passages to score, a column each; columns that are left out count nothing.

    `meaning` is the cosine with the question, `coverage` is `words.coverage`. `before` and `after` are the places in
    these columns of the passages that stand before and after in the same text, or -1. `named`: it is said by or about
    someone whom the question names. `asks`: it is a question itself, and so answers none.
    """

    meaning: Vectors
    coverage: Vectors
    before: Places | None = None
    after: Places | None = None
    named: Flags | None = None
    asks: Flags | None = None


def passage_scores(candidates: Candidates, weights: Weights = DEFAULT) -> Vectors:
    """Return a score for each candidate: near 1 if it means the same in the same words, near 0 for a stranger."""
    meaning = with_neighbours(candidates.meaning, candidates.before, candidates.after, weights)
    score = (meaning + weights.words * candidates.coverage) / (1 + weights.words)
    if candidates.named is not None:
        score = score + weights.named / (1 + weights.words) * candidates.named
    if candidates.asks is not None:
        score = score - weights.asks / (1 + weights.words) * candidates.asks
    return score.astype(np.float32)


def with_neighbours(
    scores: Vectors, before: Places | None, after: Places | None, weights: Weights = DEFAULT
) -> Vectors:
    """Return a weighted mean of each score with those of its neighbours, where a missing one counts as 0."""
    total, weight = scores.copy(), 1.0
    for places, share in ((before, weights.before), (after, weights.after)):
        if places is not None:
            total[places >= 0] += np.float32(share) * scores[places[places >= 0]]
            weight += share
    return total / np.float32(weight)


def away_from_common(query: Vectors, centre: Vectors, share: float = 0.5) -> Vectors:
    """Return the question's vector less a share of the memory's mean vector.

    Passages that are near everything ("It was great to see you all!") are then no longer near every question.
    """
    return query - np.float32(share) * centre
