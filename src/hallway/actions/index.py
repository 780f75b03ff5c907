"""Giving passages their meaning: a vector each, in small steps that survive being interrupted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hallway.store import passages
from hallway.store.store import Row, Store

if TYPE_CHECKING:
    from hallway.meaning.embedder import Embedder

BATCH = 128
Progress = Callable[[int, int], None]


def index(store: Store, embedder: Embedder, progress: Progress | None = None) -> int:
    """Embed the passages that have no vector yet and return how many there were.

    Each batch is committed by itself: killed at any moment, the next call goes on where this one stopped. `progress` is
    told (done, total) after each batch. Raises MemoryProblem when the memory cannot be written.
    """
    total = passages.count_pending(store)
    done = 0
    while batch := passages.pending(store, BATCH):
        _embed(store, embedder, batch)
        done += len(batch)
        if progress:
            progress(done, max(done, total))
    return done


def as_meant(row: Row) -> str:
    """A passage as the model reads it: the sentence, and what follows it in the same paragraph."""
    return f"{row['text']} {row['after']}".strip()


def _embed(store: Store, embedder: Embedder, batch: list[Row]) -> None:
    from hallway.meaning.codes import encode, sign_bits

    codes = encode(embedder.embed([as_meant(row) for row in batch]))
    bits = sign_bits(codes)
    rows = [(int(row["id"]), c.tobytes(), b.tobytes()) for row, c, b in zip(batch, codes, bits, strict=True)]
    with store.transaction():
        passages.add_vectors(store, rows)
