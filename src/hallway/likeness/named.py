"""What the names of each pair of records have in common: the two forms that agree best, part by part."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from hallway.likeness.align import align
from hallway.likeness.chance import Chance, surprise
from hallway.likeness.names import PARTS
from hallway.likeness.spelling import LOOSE, MISSING, Levels
from hallway.likeness.table import Codes, Floats, Table, distinct

WHOLE_SLIP = 4.0
"""Bits that a name loses when it agrees only as one string: `an naberg`, `anna berg`."""
MOST = 20.0
"""Bits that a name can be worth at most: even "Zbigniew Quellmalz" may have a cousin."""


@dataclass(frozen=True, slots=True)
class Named:
    """Of each pair (rows), at each step of the alignment (columns): level, slot, -log2(u), and which parts were met."""

    level: Levels
    slot: NDArray[np.int8]
    info: Floats
    whole: Floats
    """Bits of the name as one string, where that says more; 0 elsewhere, and then the levels are MISSING."""
    full: NDArray[np.int8]
    """How many parts the shorter of the two forms has, negative if nothing of the longer one is left over."""
    one: NDArray[np.int32]
    other: NDArray[np.int32]

    @property
    def unlike(self) -> NDArray[np.bool_]:
        """Whether both names are known and no part of one is anything like a part of the other."""
        known = self.level != MISSING
        found: NDArray[np.bool_] = known.any(axis=1) & ~(known & (self.level < LOOSE)).any(axis=1)
        return found

    def take(self, rows: NDArray[np.intp]) -> Named:
        """Return the names of some pairs."""
        return Named(*(getattr(self, field.name)[rows] for field in fields(self)))


def called(table: Table, one: Codes, other: Codes, chance: Chance) -> Named:
    """Compare every form of one with every form of the other, and keep the two that agree best."""
    many_one = np.diff(table.form_starts)[one]
    many_other = np.diff(table.form_starts)[other]
    times = many_one * many_other
    pair = np.repeat(np.arange(len(one)), times)
    nth = np.arange(len(pair)) - np.repeat(np.cumsum(times) - times, times)
    left = table.form_codes[table.form_starts[one[pair]] + nth // np.maximum(many_other[pair], 1)]
    right = table.form_codes[table.form_starts[other[pair]] + nth % np.maximum(many_other[pair], 1)]
    codes = left * len(table.forms) + right
    once = distinct(codes)
    back = np.searchsorted(once, codes)
    left_form, right_form = once // max(len(table.forms), 1), once % max(len(table.forms), 1)
    aligned = align(table, left_form, right_form)
    info = surprise(aligned.level, aligned.share, chance.parts)
    worth = np.where(aligned.level == MISSING, 0, info + chance.rough[aligned.slot, np.maximum(aligned.level, 0)]).sum(
        1
    )
    whole = _whole(table, left_form, right_form)
    better = (whole > 0) & (whole > worth)
    best = np.full(len(one), -1, np.int64)
    order = np.lexsort((-np.where(better, whole, worth)[back], pair))
    starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
    best[pair[order][starts]] = back[order][starts]
    none = best < 0
    if not len(once):
        return _nameless(len(one))
    level = np.where((better[best] | none)[:, None], MISSING, aligned.level[best]).astype(np.int8)
    return Named(
        level,
        aligned.slot[best],
        np.where(level == MISSING, 0, info[best]).astype(np.float32),
        np.where(better[best] & ~none, whole[best], 0).astype(np.float32),
        np.where(none, 0, _full(table, left_form, right_form)[best]).astype(np.int8),
        np.where(none[:, None], -1, aligned.one[best]).astype(np.int32),
        np.where(none[:, None], -1, aligned.other[best]).astype(np.int32),
    )


def _nameless(size: int) -> Named:
    shape = (size, PARTS)
    return Named(
        np.full(shape, MISSING, np.int8),
        np.zeros(shape, np.int8),
        np.zeros(shape, np.float32),
        np.zeros(size, np.float32),
        np.zeros(size, np.int8),
        np.full(shape, -1, np.int32),
        np.full(shape, -1, np.int32),
    )


def _full(table: Table, one: Codes, other: Codes) -> Codes:
    size = (table.forms >= 0).sum(axis=1)
    a, b = size[one], size[other]
    found: Codes = np.where(a == b, -np.minimum(a, b), np.minimum(a, b))
    return found


def _whole(table: Table, one: Codes, other: Codes) -> Floats:
    """Bits of two names that are one string, but for the spaces and, where those differ in number, one letter in eight;
    else 0."""
    texts, size, worth = table.wholes.texts, table.wholes.sizes, np.minimum(-np.log2(table.wholes.share), MOST)
    short = np.minimum(size[one], size[other])
    ask = np.flatnonzero((np.abs(size[one] - size[other]) <= 2) & (short >= 6))
    slips = cpdist([texts[i] for i in one[ask]], [texts[i] for i in other[ask]], scorer=OSA.distance, score_cutoff=3)
    parts = (table.forms >= 0).sum(axis=1)
    split = (parts[one] != parts[other])[ask]
    fit = ask[np.where(split, slips <= np.minimum(short[ask] // 8, 2), slips == 0)]
    found = np.zeros(len(one), np.float32)
    found[fit] = np.minimum(worth[one[fit]], worth[other[fit]]) - WHOLE_SLIP
    return np.maximum(found, 0)
