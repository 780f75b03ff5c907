"""How near two spellings are, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

EXACT, VARIANT, SPELLING, INITIAL, LOOSE, DIFFERENT = range(6)
"""The same; a nickname; a slip of the pen or another transcription; an initial; something alike; something else."""
LEVELS = 6
MISSING = -1

Levels = NDArray[np.int8]


def levels(
    one: Sequence[str],
    other: Sequence[str],
    shorter: NDArray[np.int32],
    longer: NDArray[np.int32],
    sounds: NDArray[np.bool_],
) -> Levels:
    """Compare strings that are not equal, pair by pair: SPELLING, LOOSE or DIFFERENT.

    `shorter`, `longer`: their lengths; `sounds`: whether the two sound the same. One slip is allowed from four letters
    on, two from eight, counted as optimal string alignment (Damerau 1964: insert, delete, replace, swap neighbours);
    LOOSE is Jaro-Winkler similarity from 0.86.
    """
    if not len(one):
        return np.empty(0, np.int8)
    slips = cpdist(one, other, scorer=OSA.distance, score_cutoff=3, dtype=np.uint8)
    alike = cpdist(one, other, scorer=JaroWinkler.similarity, score_cutoff=0.8, dtype=np.float32)
    spelled = (
        ((slips <= 1) & (longer >= 4) & (shorter >= 3)) | ((slips <= 2) & (shorter >= 7)) | (sounds & (shorter >= 3))
    )
    loose = (alike >= 0.86) | ((slips <= 2) & (shorter >= 5)) | ((slips <= 3) & (shorter >= 12))
    return np.where(spelled, SPELLING, np.where(loose, LOOSE, DIFFERENT)).astype(np.int8)
