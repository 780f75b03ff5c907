"""How sure the memory may be that a person is the one asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallway.queries.recall.candidates import Found
from hallway.queries.recall.people import Candidate
from hallway.queries.recall.understand import Understood

WEIGHTS = (-10.6, 9.5, 5.6, 7.1, -2.0)
WORDS_ALONE = (-6.0, 4.0, 0.0, 6.0, -2.0)
"""Of a constant, the score, the meaning, the words covered, and whether something is strange."""
SURE = 0.5
HEARSAY = 0.45
"""What is left of the certainty about somebody who was only there: never enough to be sure."""


def certainties(ranked: Sequence[Candidate], found: Found, cues: Understood) -> list[float]:
    """A probability for each person, never rising from best to last.

    The numbers come from questions with and without an answer (benchmarks/needs.py). Where the question names a place or
    person that the memory has never heard of, nobody is likely.
    """
    strange = any(found.missing(word) for word in cues.strange)
    limit, chances = 1.0, []
    for one in ranked:
        limit = min(limit, _certainty(one, cues, strange))
        chances.append(limit)
    return chances


def features(one: Candidate, strange: bool) -> tuple[float, ...]:
    """What the certainty rests on, in the order of the weights."""
    return (1.0, one.score, one.meaning, one.covered, float(strange))


def _certainty(one: Candidate, cues: Understood, strange: bool) -> float:
    if cues.only:
        return 1.0 if one.person in cues.only else 0.2
    weights = WEIGHTS if one.meaning else WORDS_ALONE
    total = sum(w * f for w, f in zip(weights, features(one, strange), strict=True))
    return (HEARSAY if one.bystander else 1.0) / (1 + math.exp(-total))
