"""How much each observation weighs in this memory.

The priors count as much as `BELIEVED` pairs of one person; expectation-maximisation (Dempster, Laird and Rubin 1977;
Winkler 1988 for record linkage) moves them as far as the memory's own pairs bear out. So fifty records are judged by
the priors, and 100,000 by themselves. u is not learnt here: it is how common a value is (`counts`), or what chance
shows (`chance`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hallway.likeness.dependence import agreeing, discount
from hallway.likeness.evidence import FADE, NONE_SHARED, SHARED, Evidence
from hallway.likeness.priors import (
    CHANGED,
    COLUMN_PRIOR,
    EXPECTED,
    FIRST_PRIOR,
    NOTHING_ALIKE,
    OTHER_PRIOR,
    SHARED_PRIOR,
    STRANGERS,
)
from hallway.likeness.spelling import DIFFERENT, INITIAL, LEVELS, MISSING
from hallway.likeness.table import Floats

BELIEVED = 150.0
ROUNDS = 12
EXPECTED_BELIEVED = 100.0


@dataclass(frozen=True, slots=True)
class Weights:
    """log2(m): of parts by slot and level, of columns by level, of sets by whether they share; `prior`: log2 odds."""

    parts: Floats
    columns: Floats
    sets: Floats
    prior: float
    again: float
    """How many other records of the same person a record has, on average."""
    dependence: Floats
    """Bits that two columns together are worth less than their sum."""

    def bits(self, seen: Evidence, fixed: Floats) -> Floats:
        """Return the log2 odds that each pair is one person. `fixed`: bits of what has no levels (keys, years)."""
        total: Floats = (self.name(seen) + self.column(seen).sum(axis=1) + self.together(seen)).astype(np.float32)
        return total + fixed + np.float32(self.prior)

    def name(self, seen: Evidence) -> Floats:
        """Return the bits of the names."""
        worth = self.parts[seen.names.slot, np.maximum(seen.names.level, 0)] + seen.names.info
        total: Floats = np.where(seen.names.level == MISSING, 0, worth).sum(axis=1) + seen.names.whole
        return np.where(seen.names.unlike, total + NOTHING_ALIKE, total)

    def column(self, seen: Evidence) -> Floats:
        """Return the bits of each column."""
        at = np.arange(seen.column_level.shape[1])
        worth = self.columns[at, np.maximum(seen.column_level, 0)] + seen.column_info
        worth = np.where(seen.column_level == MISSING, 0, worth).astype(np.float32)
        return discount(worth, agreeing(seen), self.dependence)

    def set(self, seen: Evidence) -> Floats:
        """Return the bits of each kind of set."""
        at = np.arange(seen.set_state.shape[1])
        worth = self.sets[at, np.maximum(seen.set_state, 0)] + seen.set_info
        worth = np.where(seen.set_state == SHARED, np.maximum(worth, 0), worth)
        return np.where(seen.set_state == MISSING, 0, worth)

    def together(self, seen: Evidence) -> Floats:
        """Return the bits of all sets: what speaks for counts half as much with each kind, for kinds go together."""
        worth = self.set(seen)
        total: Floats = faded(np.maximum(worth, 0)) + np.minimum(worth, 0).sum(axis=1)
        return total


def faded(worth: Floats) -> Floats:
    """Return the sum of each row, the largest in full, and each further one half as much as the one before."""
    total: Floats = (-np.sort(-worth, axis=1) * FADE ** np.arange(worth.shape[1])).sum(axis=1)
    return total


def learn(seen: Evidence, fixed: Floats, records: int, scale: float, dependence: Floats) -> Weights:
    """Learn the weights from pairs worth a look, of a memory of `records` records; `scale`: how many each pair stands
    for."""
    total = max(records, 1) * (records + STRANGERS) / 2
    expected = EXPECTED * max(records, 1)
    before = _priors(seen)
    weights = Weights(*before, prior=float(np.log2(expected / total)), again=0.0, dependence=dependence)
    for _ in range(ROUNDS):
        chance = (1 / (1 + np.exp2(-np.clip(weights.bits(seen, fixed), -60, 60)))).astype(np.float32)
        found = float(chance.sum()) * scale
        share = (found * records + expected * EXPECTED_BELIEVED) / (records + EXPECTED_BELIEVED)
        prior = float(np.log2(max(share, 0.01 * max(records, 1)) / total))
        weights = Weights(*_maximise(seen, chance, before), prior, 2 * share / max(records, 1), dependence)
    return weights


def _priors(seen: Evidence) -> tuple[Floats, Floats, Floats]:
    columns = np.tile(np.array(COLUMN_PRIOR), (seen.column_level.shape[1], 1))
    sets = np.tile(np.array([1 - SHARED_PRIOR, SHARED_PRIOR]), (seen.set_state.shape[1], 1))
    parts = np.array([FIRST_PRIOR, OTHER_PRIOR])
    return np.log2(parts), np.log2(columns), np.log2(sets)


def _maximise(seen: Evidence, chance: Floats, before: tuple[Floats, Floats, Floats]) -> tuple[Floats, Floats, Floats]:
    parts, columns, sets = (BELIEVED * np.exp2(prior) for prior in before)
    for step in range(seen.names.level.shape[1]):
        level, slot = seen.names.level[:, step], seen.names.slot[:, step]
        known = level != MISSING
        np.add.at(parts, (slot[known], level[known]), chance[known])
    for column in range(len(columns)):
        level = seen.column_level[:, column]
        known = level != MISSING
        columns[column] += np.bincount(level[known], weights=chance[known], minlength=LEVELS)
    for kind in range(len(sets)):
        state = seen.set_state[:, kind]
        for value in (NONE_SHARED, SHARED):
            sets[kind, value] += chance[state == value].sum()
    learnt = [np.log2(m / m.sum(axis=1, keepdims=True)) for m in (parts, columns, sets)]
    learnt[0][:, INITIAL] = np.log2(0.9)
    learnt[0][:, DIFFERENT] = np.minimum(learnt[0][:, DIFFERENT], np.log2(CHANGED))
    return learnt[0], learnt[1], learnt[2]
