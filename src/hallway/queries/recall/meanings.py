"""The nearest meanings in this memory: an index that follows what is kept and forgets what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from hallway.meaning.bits import BitIndex
from hallway.meaning.codes import BYTES, DIMENSIONS, Vectors, cosines
from hallway.store import passages
from hallway.store.store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK = 8192
MOST_GONE = 0.1


class Meanings:
    """Sign bits in memory, vectors in the store."""

    def __init__(self) -> None:
        self._index = BitIndex()
        self._last = 0
        self._gone = 0

    def __len__(self) -> int:
        return len(self._index)

    def refresh(self, store: Store) -> None:
        """Read what was embedded since the last time; start over when much of the index was deleted."""
        if self._gone > MOST_GONE * len(self._index):
            self._index, self._last, self._gone = BitIndex(), 0, 0
        rows = passages.signs_after(store, self._last)
        while chunk := list(islice(rows, CHUNK)):
            ids = np.array([row[0] for row in chunk], np.int64)
            packed = np.frombuffer(b"".join(row[1] for row in chunk), np.uint8).reshape(-1, BYTES)
            self._index.append(ids, packed)
            self._last = int(ids[-1])

    def nearest(self, query: Vectors, keep: int, among: Sequence[int] | None = None) -> list[int]:
        """Ids of about `keep` passages near the query, in no order; `among` narrows them."""
        only = None if among is None else np.array(sorted(set(among)), np.int64)
        return [int(i) for i in self._index.candidates(query, keep, only)]

    def compare(self, store: Store, query: Vectors, ids: Sequence[int]) -> dict[int, float]:
        """The cosine of each of those passages that have a vector."""
        rows = passages.codes_of(store, ids)
        expected = sum(1 for i in ids if i <= self._last)
        self._forget_missing(expected - len(rows), ids, rows)
        if not rows:
            return {}
        codes: NDArray[np.int8] = np.frombuffer(b"".join(r[1] for r in rows), np.int8).reshape(-1, DIMENSIONS)
        return dict(zip((int(r[0]) for r in rows), cosines(query, codes).tolist(), strict=True))

    def _forget_missing(self, missing: int, ids: Sequence[int], rows: Sequence[Sequence[object]]) -> None:
        if missing > 0:
            here = {row[0] for row in rows}
            self._gone += self._index.delete(np.array([i for i in ids if i not in here], np.int64))
