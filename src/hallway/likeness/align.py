"""Two names part by part, in any order: what each part of one is to its counterpart in the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallway.likeness.names import PARTS
from hallway.likeness.spelling import EXACT, INITIAL, MISSING, VARIANT, Levels, levels
from hallway.likeness.table import Codes, Floats, Table, Words, distinct

FIRST, OTHER = 0, 1
"""Slots: both parts stand first (a given name, mostly), or not. People change the latter when they marry."""
_TAKEN = 999


@dataclass(frozen=True, slots=True)
class Aligned:
    """For each pair of forms (rows) and step (columns): level, slot, how common the part is, and which parts were
    met."""

    level: Levels
    slot: NDArray[np.int8]
    share: Floats
    one: NDArray[np.int32]
    other: NDArray[np.int32]


def compare(words: Words, one: Codes, other: Codes) -> Levels:
    """Compare the values of pairs by code; -1 is unknown. Each distinct pair is looked at once."""
    found = np.full(len(one), MISSING, np.int8)
    known = (one >= 0) & (other >= 0)
    found[known & (one == other)] = EXACT
    ask = np.flatnonzero(known & (one != other))
    low, high = np.minimum(one[ask], other[ask]), np.maximum(one[ask], other[ask])
    codes = low * len(words.texts) + high
    once = distinct(codes)
    back = np.searchsorted(once, codes)
    a, b = once // len(words.texts), once % len(words.texts)
    heard = words.sounds[a] == words.sounds[b]
    heard |= (words.bones[a] == words.bones[b]) & (words.bare[a] | words.bare[b])
    texts = words.texts
    shorter, longer = np.minimum(words.sizes[a], words.sizes[b]), np.maximum(words.sizes[a], words.sizes[b])
    found[ask] = levels([texts[i] for i in a.tolist()], [texts[i] for i in b.tolist()], shorter, longer, heard)[back]
    return found


def align(table: Table, one: Codes, other: Codes) -> Aligned:
    """Align forms `one` and `other` (rows of `table.forms`): the closest parts first, and then what is left of both."""
    cells = _cells(table, table.forms[one], table.forms[other])
    rows = np.arange(len(one))
    shape = (len(one), PARTS)
    level, slot = np.full(shape, MISSING, np.int8), np.zeros(shape, np.int8)
    share = np.ones(shape, np.float32)
    left, right = np.full(shape, -1, np.int32), np.full(shape, -1, np.int32)
    for step in range(PARTS):
        flat = cells.reshape(len(one), PARTS * PARTS)
        best = flat.argmin(axis=1)
        cost = flat[rows, best]
        open_ = cost < _TAKEN
        if not open_.any():
            break
        i, j = best // PARTS, best % PARTS
        a, b = table.forms[one, i], table.forms[other, j]
        level[open_, step] = (cost // 16)[open_]
        slot[:, step] = np.where((i == 0) & (j == 0), FIRST, OTHER)
        left[open_, step], right[open_, step] = a[open_], b[open_]
        share[:, step] = np.maximum(table.parts.share[a], table.parts.share[b])
        cells[rows, i, :] = _TAKEN
        cells[rows, :, j] = _TAKEN
    return Aligned(level, slot, share, left, right)


def _cells(table: Table, one: Codes, other: Codes) -> NDArray[np.int16]:
    """What it costs to match each part with each: 16 a level, and a little for standing elsewhere."""
    shape = (len(one), PARTS, PARTS)
    a = np.broadcast_to(one[:, :, None], shape)
    b = np.broadcast_to(other[:, None, :], shape)
    known = (a >= 0) & (b >= 0)
    a, b = a[known], b[known]
    level = compare(table.parts, a, b)
    level[_related(table, a, b) & (level > VARIANT)] = VARIANT
    level[_shortened(table, a, b) & (level > INITIAL)] = INITIAL
    cells = np.full(shape, _TAKEN, np.int16)
    apart = np.abs(np.arange(PARTS)[:, None] - np.arange(PARTS)[None, :]).astype(np.int16)
    cells[known] = level.astype(np.int16) * 16 + np.broadcast_to(apart, shape)[known]
    return cells


def _related(table: Table, a: Codes, b: Codes) -> NDArray[np.bool_]:
    """Nicknames, and short forms that any language makes by breaking off: `vasil`, `philippe` and `phil`."""
    found = np.zeros(len(a), np.bool_)
    if len(table.nicknames):
        both = table.given[a] & table.given[b]
        asked = a[both] * len(table.parts.texts) + b[both]
        at = np.minimum(np.searchsorted(table.nicknames, asked), len(table.nicknames) - 1)
        found[both] = table.nicknames[at] == asked
    return found


def _shortened(table: Table, a: Codes, b: Codes) -> NDArray[np.bool_]:
    """One is an initial of the other."""
    size = table.parts.sizes
    first = np.array([ord(text[0]) for text in table.parts.texts] or [0])
    found: NDArray[np.bool_] = (first[a] == first[b]) & ((size[a] == 1) | (size[b] == 1)) & (a != b)
    return found
