"""Keeps notes until there is no room left, then says how far it came. filler.py MEMORY [MOST_BYTES_A_FILE]."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from build import Draft

from hallway import Memory
from hallway.model import Reading
from hallway.store.problems import MemoryProblem


def note(number: int) -> Reading:
    d = Draft(f"Person {number} at Lantern Days. " + "Much was said. " * 300, "note", "2014-10-02", kind="note")
    d.met(d.person(f"Person {number}"), "new", d.event("Lantern Days"))
    return d.reading()


def main(path: Path) -> None:
    kept = 0
    try:
        with Memory(path) as memory:
            for kept in range(100_000):
                memory.keep(note(kept))
    except MemoryProblem as problem:
        print(json.dumps({"kept": kept, "problem": str(problem)}))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    main(Path(sys.argv[1]))
