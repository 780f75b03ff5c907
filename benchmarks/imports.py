"""How fast does an address book come in, and in how much memory? Beside vobject, khard and orbit-crm, in one run.

usage: python benchmarks/imports.py [--cards N] [--rows N] [--orbit N] [--theirs VENV/bin/python]

Hallway does the whole import: recognise, parse, find out who is who, write facts with their evidence and a full-text index,
safely to disk, in batches. vobject only parses; khard parses and lists; orbit-crm keeps a note a person, of which only the
name and the address are given to it. They run in a Python of their own (`pip install vobject khard orbit-crm`). Cards and
rows are invented (_cards.py). Everything runs after another, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _cards import write_cards, write_folder, write_linkedin
from _table import table

HEADINGS = ("records", "seconds", "rec/s", "MB rss")
HERE = Path(__file__).parent


def main() -> None:
    """Measure each and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--orbit", type=int, default=1_000, help="how many cards orbit-crm gets")
    parser.add_argument("--theirs", default=sys.executable, help="the Python that has vobject, khard and orbit-crm")
    parser.add_argument("--ours", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ours:
        print(json.dumps(ours(Path(options.ours[0]), Path(options.ours[1]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_cards(place / "cards.vcf", options.cards)
        write_linkedin(place / "linkedin.zip", options.rows)
        write_folder(place / "khard", options.cards)
        rows = dict(measured(place, options))
    print(table(HEADINGS, rows, 0))


def measured(place: Path, options: argparse.Namespace) -> list[tuple[str, list[float | None]]]:
    """Each way with its numbers, in the order in which they run."""
    own = [sys.executable, __file__, "--ours"]
    theirs = [options.theirs, str(HERE / "_theirs.py")]
    cards, linkedin = str(place / "cards.vcf"), str(place / "linkedin.zip")
    runs = (
        ("hallway import, cards", [*own, cards, str(place / "a.db")]),
        ("hallway import, the same again", [*own, cards, str(place / "a.db")]),
        ("hallway import, LinkedIn", [*own, linkedin, str(place / "b.db")]),
        ("vobject, parse alone", [*theirs, "vobject", cards]),
        ("khard list", [*theirs, "khard", str(place / "khard")]),
        ("orbit-crm, upsert_person", [*theirs, "orbit", cards, str(options.orbit)]),
    )
    found: list[tuple[str, list[float | None]]] = []
    for name, command in runs:
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True)
        told = json.loads(run.stdout.splitlines()[-1]) if run.returncode == 0 else None
        numbers = (
            [told["records"], told["seconds"], told["records"] / told["seconds"], told["megabytes"]] if told else []
        )
        found.append((name, numbers or [None] * len(HEADINGS)))
        print(name, *numbers, file=sys.stderr, flush=True)
    return found


def ours(file: Path, memory_file: Path) -> dict[str, float]:
    """One import into a memory; records, seconds, and the most memory that the process had (MB)."""
    import resource

    from hallway import Memory

    begun = time.perf_counter()
    with Memory(memory_file) as memory:
        imported = memory.files.import_([file])
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"records": sum(f.records for f in imported.files), "seconds": seconds, "megabytes": used}


if __name__ == "__main__":
    main()
