"""What each pair of records agrees and disagrees in, before anything is weighed.

Fellegi and Sunter, "A Theory for Record Linkage", JASA 1969: the weight of an observation is log2(m / u), where m is
how likely one person's two records look so, u how likely two people's do. Here are the observations and -log2(u); m is
in `weights`. u of an agreement is how common the very value is (Newcombe 1959), of a near agreement what chance pairs
show.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallway.likeness.align import compare
from hallway.likeness.chance import Chance, surprise
from hallway.likeness.named import Named, called
from hallway.likeness.spelling import MISSING, Levels
from hallway.likeness.table import Codes, Column, Floats, Sets, Table

NONE_SHARED, SHARED = 0, 1
FADE = 0.5
"""Each further thing of a kind in common counts half as much as the one before: the same people go to the same
places."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Observations of pairs (rows): their names, level and -log2(u) of each column, state and -log2(u) of each kind of
    set."""

    names: Named
    column_level: Levels
    column_info: Floats
    set_state: Levels
    set_info: Floats

    def take(self, rows: NDArray[np.intp]) -> Evidence:
        """Return the observations of some pairs."""
        return Evidence(
            self.names.take(rows),
            self.column_level[rows],
            self.column_info[rows],
            self.set_state[rows],
            self.set_info[rows],
        )


def observe(table: Table, one: Codes, other: Codes, chance: Chance) -> Evidence:
    """Compare pairs of records by position."""
    size = len(one)
    level = np.full((size, len(table.columns)), MISSING, np.int8)
    info = np.zeros((size, len(table.columns)), np.float32)
    for number, (name, column) in enumerate(table.columns.items()):
        level[:, number], info[:, number] = _column(column, one, other, chance.columns[name])
    state = np.full((size, len(table.sets)), MISSING, np.int8)
    shared = np.zeros((size, len(table.sets)), np.float32)
    for number, (kind, sets) in enumerate(table.sets.items()):
        state[:, number], shared[:, number] = _sets(sets, one, other)
        if kind == "handle":
            state[state[:, number] == NONE_SHARED, number] = MISSING
    return Evidence(called(table, one, other, chance), level, info, state, shared)


def _column(column: Column, one: Codes, other: Codes, chance: Floats) -> tuple[Levels, Floats]:
    a, b = column.codes[one], column.codes[other]
    level = compare(column.words, a, b)
    share = np.maximum(column.words.share[a], column.words.share[b])
    return level, surprise(level, share, chance)


def _sets(sets: Sets, one: Codes, other: Codes) -> tuple[Levels, Floats]:
    """Whether two sets share a member, and -log2(u) of what they share, the rarest first, each further one for less."""
    sizes = np.diff(sets.starts)
    state = np.where((sizes[one] > 0) & (sizes[other] > 0), NONE_SHARED, MISSING).astype(np.int8)
    total = np.zeros(len(one), np.float32)
    ask = np.flatnonzero(state == NONE_SHARED)
    pair, member = shared(sets, one[ask], other[ask])
    if len(pair):
        info = -np.log2(sets.share[member])
        order = np.lexsort((-info, pair))
        pair, info = ask[pair[order]], info[order]
        rank = np.arange(len(pair)) - np.searchsorted(pair, pair)
        state[pair] = SHARED
        np.add.at(total, pair, (info * FADE**rank).astype(np.float32))
    return state, total


def shared(sets: Sets, one: Codes, other: Codes) -> tuple[Codes, Codes]:
    """Return rows into `one` and `other`, and the member that the two share, a line for each."""
    sizes = np.diff(sets.starts)
    held = np.repeat(np.arange(len(sizes)), sizes) * len(sets.names) + sets.members
    times = sizes[one]
    pair = np.repeat(np.arange(len(one)), times)
    at = np.repeat(sets.starts[one] - (np.cumsum(times) - times), times) + np.arange(len(pair))
    asked = other[pair] * len(sets.names) + sets.members[at]
    where = np.minimum(np.searchsorted(held, asked), max(len(held) - 1, 0))
    hit = held[where] == asked if len(held) else np.zeros(len(asked), np.bool_)
    hit &= sets.own[at] | sets.own[where]
    return pair[hit], sets.members[at][hit]
