"""How sure the memory may be that a person is the one asked for."""

from __future__ import annotations

import math

from hallway.queries.recall.people import Candidate
from hallway.queries.recall.understand import Understood

BIAS, MEANING, COVERED, CUES = -5.5, 6.0, 6.0, 4.0
SURE = 0.5
UNKNOWN = 0.3


def certainty(one: Candidate, cues: Understood) -> float:
    """A probability, from what was measured on questions with and without an answer (benchmarks/needs.py)."""
    if one.person in cues.only:
        return 1.0
    total = BIAS + MEANING * one.meaning + COVERED * one.covered + CUES * one.cues
    return 1 / (1 + math.exp(-total))
