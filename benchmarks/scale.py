"""Does it stay quick? Memories of 1k to 1M encounters: build, file size, resident memory, recall and capture.

usage: python benchmarks/scale.py [SIZE ...] [--embed real|mixed] [--distinct N] [--recalls N] [--keep FOLDER]

Invented diaries (_diaries.py) go through the same door as real ones. `--embed mixed` runs the model on N distinct
passages and gives the others one of those vectors with noise; the table says so. Beside it, over the same passages: a
plain FTS5 table, LIKE over a plain table, and grep over a text file, each with the words of the same questions.
Each size runs in a process of its own, so that resident memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from _diaries import Diaries, questions
from _instead import Instead
from _table import table

from hallway.actions.index import index
from hallway.actions.keep import keep
from hallway.meaning.codes import DIMENSIONS, encode, sign_bits
from hallway.meaning.embedder import Embedder
from hallway.queries.recall import Recaller
from hallway.store import passages
from hallway.store.store import Store

HEADINGS = ("enc/s", "emb/s", "MB file", "MB rss", "open s", "rec p50", "rec p95", "rec max", "cap p50", "cap p95")
INSTEAD = ("fts5 p50", "fts5 p95", "like p50", "like p95", "grep p50", "grep p95")
AT_ONCE = 50
CAPTURES = 40


def main() -> None:
    """Build each size, measure, print; times of recalls and captures in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--embed", choices=("real", "mixed"), default="real")
    parser.add_argument("--distinct", type=int, default=3_000)
    parser.add_argument("--recalls", type=int, default=150)
    parser.add_argument("--keep", type=Path, help="leave the memories in this folder, and take those that are there")
    options = parser.parse_args()
    ours: dict[str, list[float | None]] = {}
    theirs: dict[str, list[float | None]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(1) as pool:
            place = options.keep or Path(folder)
            name = f"{size:,}"
            ours[name], theirs[name] = pool.apply(
                measure, (place, size, options.embed, options.distinct, options.recalls)
            )
        print(table(HEADINGS, ours), "", table(INSTEAD, theirs), "", sep="\n", flush=True)
    print(f"embeddings: {options.embed}" + (f", {options.distinct} distinct" if options.embed == "mixed" else ""))


def measure(folder: Path, size: int, embed: str, distinct: int, recalls: int) -> tuple[list[float | None], ...]:
    """Both rows for one size."""
    path = folder / f"scale-{size}.db"
    embedder = Embedder()
    diaries = Diaries(size)
    built = embedded = None
    if not path.exists():
        built, embedded = build(path, diaries, embedder, distinct if embed == "mixed" else None)
    asked = questions(recalls)
    store = Store(path)
    start = time.perf_counter()
    recaller = Recaller(store, embedder)
    recaller.recall(asked[0])
    opened = time.perf_counter() - start
    recall = [timed(lambda q=q: recaller.recall(q)) for q in asked]
    after = resident()
    captured = captures(store, diaries)
    ours = [built, embedded, megabytes(path), after, opened, *spread(recall), max(recall) * 1e3, *spread(captured)]
    instead = Instead(folder, store)
    theirs = [n for search in instead.ways for n in spread([timed(lambda q=q, s=search: s(q)) for q in asked[:40]])]
    return ours, theirs


def build(path: Path, diaries: Diaries, embedder: Embedder, distinct: int | None) -> tuple[float, float]:
    """Keep all diaries, then embed; returns encounters and passages a second."""
    store = Store(path)
    start = time.perf_counter()
    for batch in diaries.batches(AT_ONCE):
        keep(store, batch)
    built = diaries.encounters / (time.perf_counter() - start)
    start = time.perf_counter()
    if distinct is None:
        rate = index(store, embedder) / (time.perf_counter() - start)
    else:
        rate = index_mixed(store, embedder, distinct)
    store.close()
    return built, rate


def index_mixed(store: Store, embedder: Embedder, distinct: int) -> float:
    """Real vectors for some passages, noisy copies of them for the rest; returns the real ones a second."""
    random = np.random.default_rng(1)
    rows = store.rows("SELECT id, text, after FROM passage ORDER BY random() LIMIT ?", (distinct,))
    start = time.perf_counter()
    real = embedder.embed([f"{r['text']} {r['after']}" for r in rows])
    rate = len(rows) / (time.perf_counter() - start)
    while batch := passages.pending(store, 20_000):
        picked = real[random.integers(0, len(real), len(batch))]
        noise = random.standard_normal((len(batch), DIMENSIONS)).astype(np.float32)
        codes = encode(picked + noise * (0.7 / np.sqrt(DIMENSIONS)))
        bits = sign_bits(codes)
        with store.transaction():
            passages.add_vectors(
                store, [(int(r["id"]), c.tobytes(), b.tobytes()) for r, c, b in zip(batch, codes, bits, strict=True)]
            )
    return rate


def captures(store: Store, diaries: Diaries) -> list[float]:
    """Seconds that keeping one line takes, each in a transaction of its own."""
    notes = diaries.notes(CAPTURES, start=passages.newest(store))
    return [timed(lambda note=note: keep(store, [note], "met")) for note in notes]


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def spread(seconds: Iterable[float]) -> list[float]:
    """The median and the 95th percentile in milliseconds."""
    return [float(p) * 1e3 for p in np.percentile(list(seconds), (50, 95))]


def megabytes(path: Path) -> float:
    return sum(f.stat().st_size for f in path.parent.glob(path.name + "*")) / 1e6


def resident() -> float:
    """Megabytes in memory now: what the process holds, and pages of the file that are mapped."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main()
