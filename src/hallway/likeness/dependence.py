"""Which columns say the same thing twice: a postcode and a town.

Fellegi and Sunter add up weights as if columns were independent. Where people with unlike names who share a town mostly
share its postcode too, the second agreement is worth less. The discount is log2(P(both agree) / (P(one agrees) P(other
agrees))) among people who are certainly different, taken along the strongest link of each column (Chow and Liu 1968).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallway.likeness.chance import Chance
from hallway.likeness.evidence import Evidence, observe
from hallway.likeness.spelling import EXACT, SPELLING
from hallway.likeness.table import Codes, Floats, Table

SAMPLE = 20_000
ENOUGH = 500
"""With fewer records than this nothing is said of what goes together."""
BEFORE = 200.0
"""So many pairs must show it before it is half believed."""


def agreeing(seen: Evidence) -> NDArray[np.bool_]:
    """Return which columns of each pair are the same or nearly so."""
    found: NDArray[np.bool_] = (seen.column_level == EXACT) | (seen.column_level == SPELLING)
    return found


def measure(table: Table, chance: Chance, seed: int = 3) -> Floats:
    """Return bits by column and column that two agreements together are worth less than their sum, 0 or more."""
    columns = list(table.columns)
    found = np.zeros((len(columns), len(columns)), np.float32)
    draw = np.random.default_rng(seed)
    for number, column in enumerate(table.columns.values()):
        one, other = _sharing(column.codes, draw)
        seen = observe(table, one, other, chance)
        strangers = seen.names.unlike
        agree, known = agreeing(seen)[strangers], (seen.column_level >= 0)[strangers]
        usual = np.array([chance.columns[name][EXACT] + chance.columns[name][SPELLING] for name in columns])
        share = ((agree & known).sum(axis=0) + BEFORE * usual) / (known.sum(axis=0) + BEFORE)
        found[number] = np.maximum(np.log2(share / usual), 0)
    both = np.minimum(found, found.T)
    np.fill_diagonal(both, 0)
    return both


def discount(worth: Floats, agree: NDArray[np.bool_], dependence: Floats) -> Floats:
    """Return the bits of each column, without what an earlier column has said already."""
    left = worth.copy()
    for column in range(1, worth.shape[1]):
        said = np.zeros(len(worth), np.float32)
        for earlier in range(column):
            most = np.minimum(np.minimum(worth[:, earlier], worth[:, column]), dependence[earlier, column])
            said = np.where(agree[:, earlier] & agree[:, column], np.maximum(said, most), said)
        left[:, column] -= said
    return left


def _sharing(codes: Codes, draw: np.random.Generator) -> tuple[Codes, Codes]:
    """Random pairs of records with the same value: a record, and another of its value."""
    rows = np.flatnonzero(codes >= 0)
    rows = rows[np.argsort(codes[rows], kind="stable")]
    if len(rows) < ENOUGH:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    starts = np.searchsorted(codes[rows], codes[rows], side="left")
    ends = np.searchsorted(codes[rows], codes[rows], side="right")
    at = draw.integers(0, len(rows), SAMPLE)
    to = starts[at] + draw.integers(0, 1 << 40, SAMPLE) % (ends[at] - starts[at])
    one, other = rows[at], rows[to]
    apart = one != other
    return np.minimum(one, other)[apart].astype(np.int64), np.maximum(one, other)[apart].astype(np.int64)
