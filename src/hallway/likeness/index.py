"""All records of a memory, ready to be asked which are perhaps the same person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hallway.likeness import dependence
from hallway.likeness.candidates import candidates, near, tokens_of
from hallway.likeness.chance import measure
from hallway.likeness.counts import Counts, tell
from hallway.likeness.evidence import Evidence, observe
from hallway.likeness.judge import judge, keys, years
from hallway.likeness.reasons import explain
from hallway.likeness.record import Likeness, Record
from hallway.likeness.table import Codes, Floats, Table, recount, tabulate
from hallway.likeness.weights import Weights, learn

CHUNK = 200_000
"""Pairs compared at once: about 100 MB."""
LEARN_FROM = 300_000
NEAREST = 300
"""How many records one new record is compared with, those first that share the rarest things."""
LEAST = 0.3
SOME, ALIKE = 0.2, 0.6
"""From how many further records a person on it is worth counting people instead, and how many of those have the same
value."""

Progress = Callable[[int, int], None]
Different = AbstractSet[frozenset[int]]
NOBODY: Different = frozenset()


class Index:
    """The records of a memory, what is common among them, and how much each observation weighs here."""

    def __init__(self, records: Iterable[Record], progress: Progress | None = None) -> None:
        """Learn from all records; ids must differ, or ValueError. `progress` gets pairs done and pairs in all."""
        known = sorted(records, key=lambda record: record.id)
        if len({record.id for record in known}) < len(known):
            raise ValueError("two records have the same id")
        self._progress = progress
        self._called = {record.id: record.names[0] for record in known if record.names}
        told = [tell(record, self._called) for record in known]
        self._counts = Counts()
        for one in told:
            self._counts.add(one)
        self._table = tabulate(told, self._counts)
        self._chance = measure(self._table)
        self._pairs = candidates(self._table)
        if progress:
            progress(0, len(self._pairs[0]))
        self._weights = self._learn()
        if self._weights.again > SOME:
            self._counts.echo = ALIKE * self._weights.again
            self._table = recount(self._table)
            self._weights = self._learn()

    def suggestions(self, different: Different = NOBODY, least: float = LEAST) -> list[Likeness]:
        """Return the pairs at least so probable, best first, without those that are known to be different people."""
        one, other = self._pairs
        found: list[Likeness] = []
        for start in range(0, len(one), CHUNK):
            stop = min(start + CHUNK, len(one))
            found += self._judged(self._table, one[start:stop], other[start:stop], different, least)
            if self._progress:
                self._progress(stop, len(one))
        return sorted(found, key=_best_first)

    def like(self, record: Record, different: Different = NOBODY, least: float = LEAST) -> list[Likeness]:
        """Return the records that are perhaps the same person as this one (itself left out), best first."""
        new = tell(record, self._called)
        rows = near(self._holders, new, len(self._table.told), NEAREST)
        told = [self._table.told[row] for row in rows if self._table.told[row].id != record.id]
        told = sorted([*told, new], key=lambda one: one.id)
        table = tabulate(told, self._counts)
        mine = np.full(len(told) - 1, told.index(new), np.int64)
        others = np.array([at for at in range(len(told)) if told[at] is not new], np.int64)
        one, other = np.minimum(mine, others), np.maximum(mine, others)
        return sorted(self._judged(table, one, other, different, least), key=_best_first)

    def probabilities(self) -> tuple[Codes, Codes, Floats]:
        """Return ids and probability of every pair that was compared, for measurements."""
        one, other = self._pairs
        ids = np.array([told.id for told in self._table.told], np.int64)
        found = [
            self._weigh(self._table, one[at : at + CHUNK], other[at : at + CHUNK])[0]
            for at in range(0, len(one), CHUNK)
        ]
        return ids[one], ids[other], np.concatenate([np.empty(0, np.float32), *found])

    @cached_property
    def _holders(self) -> dict[str, NDArray[np.int32]]:
        held: dict[str, list[int]] = {}
        for row, told in enumerate(self._table.told):
            for token, _ in tokens_of(told):
                held.setdefault(token, []).append(row)
        return {token: np.unique(np.array(rows, np.int32)) for token, rows in held.items()}

    def _learn(self) -> Weights:
        one, other = self._pairs
        rows = np.arange(len(one))
        if len(rows) > LEARN_FROM:
            rows = np.sort(np.random.default_rng(11).choice(rows, LEARN_FROM, replace=False))
        one, other = one[rows], other[rows]
        seen = observe(self._table, one, other, self._chance)
        fixed = keys(self._table, one, other) + years(self._table, one, other)
        scale = len(self._pairs[0]) / max(len(rows), 1)
        return learn(seen, fixed, len(self._table.told), scale, dependence.measure(self._table, self._chance))

    def _weigh(self, table: Table, one: Codes, other: Codes) -> tuple[Floats, Evidence, Floats, Floats]:
        seen = observe(table, one, other, self._chance)
        keyed, passed = keys(table, one, other), years(table, one, other)
        return judge(table, seen, self._weights, keyed, keyed + passed), seen, keyed, passed

    def _judged(self, table: Table, one: Codes, other: Codes, different: Different, least: float) -> list[Likeness]:
        chance, seen, keyed, passed = self._weigh(table, one, other)
        rows = np.flatnonzero(chance >= least)
        ids = [
            (table.told[a].id, table.told[b].id) for a, b in zip(one[rows].tolist(), other[rows].tolist(), strict=True)
        ]
        keep = np.array([frozenset(pair) not in different for pair in ids], np.bool_)
        rows, ids = rows[keep], [pair for pair, kept in zip(ids, keep.tolist(), strict=True) if kept]
        why = explain(table, one[rows], other[rows], seen.take(rows), self._weights, keyed[rows], passed[rows])
        odds = chance[rows].tolist()
        return [Likeness(a, b, p, because) for (a, b), p, because in zip(ids, odds, why, strict=True)]


def suggestions(
    records: Iterable[Record], different: Different = NOBODY, least: float = LEAST, progress: Progress | None = None
) -> list[Likeness]:
    """Return the pairs of records that are perhaps one person, best first.

    `different`: pairs of ids that are known to be two people (a person said so, or one text met them as two); they are
    left out. `least`: the probability from which on a pair is worth asking about. `progress` gets pairs done and in
    all.
    """
    return Index(records, progress).suggestions(different, least)


def like(record: Record, others: Iterable[Record] | Index, different: Different = NOBODY) -> list[Likeness]:
    """Return which of `others` one record is perhaps the same as, best first; an `Index` of them can be used again."""
    index = others if isinstance(others, Index) else Index(others)
    return index.like(record, different)


def _best_first(found: Likeness) -> tuple[float, int, int]:
    return -found.probability, found.a, found.b
