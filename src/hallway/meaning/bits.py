"""An index in memory that finds the nearest of a million meanings on one core.

It keeps 48 bytes a passage: the signs of its vector, compared by Hamming distance. The best of that rough scan are
then compared by the vectors themselves, which stay wherever the caller keeps them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hallway.meaning.codes import BYTES, Codes, Packed, Vectors, cosines, sign_bits

BLOCK = 16384
WORDS = BYTES // 8
FARTHEST = BYTES * 8

Ids = NDArray[np.int64]
Fetch = Callable[[Ids], Codes]


class BitIndex:
    """Sign bits of passages by id, in blocks, so that growing never copies what is there."""

    def __init__(self) -> None:
        self._blocks: list[NDArray[np.uint64]] = []
        self._ids = np.empty(0, np.int64)
        self._alive = np.empty(0, np.bool_)
        self._rows = 0

    def __len__(self) -> int:
        return int(np.count_nonzero(self._alive[: self._rows]))

    def append(self, ids: Ids, packed: Packed) -> None:
        """Add passages: their ids, and the sign bits of each as 48 bytes."""
        if packed.shape != (len(ids), BYTES):
            raise ValueError(f"expected {len(ids)} rows of {BYTES} bytes, got {packed.shape}")
        words = np.ascontiguousarray(packed).view(np.uint64)
        start, self._rows = self._rows, self._rows + len(ids)
        self._reserve(self._rows)
        self._ids[start : self._rows] = ids
        self._alive[start : self._rows] = True
        while len(words):
            block, offset = divmod(start, BLOCK)
            taken = min(BLOCK - offset, len(words))
            self._blocks[block][:, offset : offset + taken] = words[:taken].T
            words, start = words[taken:], start + taken

    def delete(self, ids: Ids) -> int:
        """Forget passages, and say how many there were. Their bits are wiped, too."""
        rows = np.flatnonzero(np.isin(self._ids[: self._rows], ids) & self._alive[: self._rows])
        self._alive[rows] = False
        for row in rows.tolist():
            self._blocks[row // BLOCK][:, row % BLOCK] = 0
        return len(rows)

    def candidates(self, query: Vectors, keep: int = 1500, among: Ids | None = None) -> Ids:
        """Return the ids of about `keep` passages nearest by sign, in no order; `among` narrows them to those ids."""
        if keep < 1:
            raise ValueError("keep at least one candidate")
        wanted = self._wanted(among)
        signs = sign_bits(query).view(np.uint64)
        nearest = _Nearest(keep)
        for number, block in enumerate(self._blocks):
            first = number * BLOCK
            distances = _distances(block[:, : self._rows - first], signs)
            rows = np.flatnonzero(distances <= nearest.limit)
            rows = rows[wanted[first + rows]]
            nearest.add(first + rows, distances[rows])
        found: Ids = self._ids[nearest.rows()]
        return found

    def search(
        self, query: Vectors, fetch: Fetch, limit: int = 10, keep: int = 1500, among: Ids | None = None
    ) -> tuple[Ids, Vectors]:
        """Return ids and cosines of the nearest passages, best first; `fetch` returns the codes of given ids."""
        ids = np.sort(self.candidates(query, keep, among))
        scores = cosines(query, fetch(ids))
        order = np.argsort(-scores, kind="stable")[:limit]
        return ids[order], scores[order]

    def _wanted(self, among: Ids | None) -> NDArray[np.bool_]:
        alive = self._alive[: self._rows]
        return alive if among is None else alive & np.isin(self._ids[: self._rows], among)

    def _reserve(self, rows: int) -> None:
        while len(self._blocks) * BLOCK < rows:
            self._blocks.append(np.zeros((WORDS, BLOCK), np.uint64))
        if rows > len(self._ids):
            room = max(rows, len(self._ids) * 5 // 4) - len(self._ids)
            self._ids = np.concatenate([self._ids, np.zeros(room, np.int64)])
            self._alive = np.concatenate([self._alive, np.zeros(room, np.bool_)])


class _Nearest:
    """The nearest rows seen so far, and the distance beyond which no other row can join them."""

    def __init__(self, keep: int) -> None:
        self.limit = FARTHEST
        self._keep = keep
        self._rows: list[NDArray[np.intp]] = []
        self._distances: list[NDArray[np.uint16]] = []
        self._held = 0

    def add(self, rows: NDArray[np.intp], distances: NDArray[np.uint16]) -> None:
        self._rows.append(rows)
        self._distances.append(distances)
        self._held += len(rows)
        if self._held > 2 * self._keep:
            self._trim()

    def rows(self) -> NDArray[np.intp]:
        if self._held > self._keep:
            self._trim()
        return np.concatenate([np.empty(0, np.intp), *self._rows])

    def _trim(self) -> None:
        rows, distances = np.concatenate(self._rows), np.concatenate(self._distances)
        best = np.argpartition(distances, self._keep - 1)[: self._keep]
        self._rows, self._distances, self._held = [rows[best]], [distances[best]], self._keep
        self.limit = int(self._distances[0].max()) - 1


def _distances(block: NDArray[np.uint64], signs: NDArray[np.uint64]) -> NDArray[np.uint16]:
    halves: list[NDArray[np.uint8]] = []
    for words in (range(WORDS // 2), range(WORDS // 2, WORDS)):
        total = np.zeros(block.shape[1], np.uint8)
        for word in words:
            total += np.bitwise_count(block[word] ^ signs[word])
        halves.append(total)
    return np.add(*halves, dtype=np.uint16)
