"""How often two records of different people look alike by chance, measured on pairs taken at random."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hallway.likeness.align import compare
from hallway.likeness.priors import FIRST_PRIOR, OTHER_PRIOR
from hallway.likeness.spelling import DIFFERENT, EXACT, INITIAL, LEVELS, MISSING, SPELLING, VARIANT, Levels
from hallway.likeness.table import Codes, Floats, Table, Words

SAMPLE = 30_000
BEFORE = 1_000.0
ALL = 300
"""Up to so many values every pair is looked at."""
PART_CHANCE = np.array([0.002, 0.003, 0.002, 0.07, 0.02, 0.90])
VALUE_CHANCE = np.array([0.01, 0.001, 0.01, 0.001, 0.03, 0.95])


@dataclass(frozen=True, slots=True)
class Chance:
    """u by level for parts of names and for each column; `rough`: log2(m) by slot and level, to choose between
    forms."""

    parts: Floats
    columns: dict[str, Floats]
    rough: Floats


def measure(table: Table, seed: int = 7) -> Chance:
    """Take random pairs of parts and of values, and count how near they are; few are helped out by what is usual."""
    draw = np.random.default_rng(seed)
    parts = table.forms[table.form_codes].ravel() if len(table.form_codes) else np.empty(0, np.int64)
    columns = {
        name: _share(draw, column.codes[column.codes >= 0], column.words, VALUE_CHANCE)
        for name, column in table.columns.items()
    }
    rough = np.log2(np.array([FIRST_PRIOR, OTHER_PRIOR])).astype(np.float32)
    found = _share(draw, parts[parts >= 0], table.parts, PART_CHANCE)
    found[[VARIANT, INITIAL]] = PART_CHANCE[[VARIANT, INITIAL]]
    return Chance(found, columns, rough)


def _share(draw: np.random.Generator, codes: Codes, words: Words, before: Floats) -> Floats:
    if len(codes) <= ALL:
        rows, others = np.triu_indices(len(codes), 1)
    else:
        rows, others = draw.integers(0, len(codes), (2, SAMPLE))
    level = compare(words, codes[rows], codes[others]).astype(np.int64)
    seen = np.bincount(level, minlength=LEVELS)
    share = (seen + BEFORE * before) / (seen.sum() + BEFORE)
    share[DIFFERENT] = max(share[DIFFERENT], 0.5)
    found: Floats = share.astype(np.float32)
    return found


def surprise(level: Levels, share: Floats, chance: Floats) -> Floats:
    """-log2(u): of an agreement from how common the value is, of the rest from what chance shows, or the value if
    commoner."""
    u = chance[np.maximum(level, 0)].astype(np.float32)
    u = np.where(level == EXACT, share, u)
    u = np.where(level == VARIANT, np.maximum(u, share), u)
    u = np.where(level == SPELLING, np.maximum(u, share / 2), u)
    found: Floats = np.where(level == MISSING, 0.0, -np.log2(np.maximum(u, 1e-7))).astype(np.float32)
    return found
