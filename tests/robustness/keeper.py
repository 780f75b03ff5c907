"""Keeps notes in children that are killed at random moments, reopens the memory, and checks that nothing acknowledged
is lost. Run by test_killed.py as a process of its own: keeper.py FOLDER ROUNDS SEED. Prints what it saw as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from build import Draft

import hallway.actions.keep
import hallway.store.store  # noqa: F401 (the children inherit it, so that each starts at once)
from hallway import Memory
from hallway.model import Reading

FRESH = 10
FACTS = 3


def note(number: str) -> Reading:
    d = Draft(f"Person {number} at Lantern Days", "note", "2014-10-02", kind="note")
    d.met(d.person(f"Person {number}"), "new", d.event("Lantern Days"))
    return d.reading()


def child(path: Path, number: int, acknowledge: int) -> None:
    """Keep notes for ever; write the number of each into the pipe once it is kept."""
    with Memory(path) as memory:
        for n in range(1_000_000):
            [kept] = memory.keep(note(f"{number}-{n}"))
            assert kept.facts == FACTS
            os.write(acknowledge, f"{number}-{n}\n".encode())


def killed(path: Path, number: int, wait: float) -> list[str]:
    """The notes that a child acknowledged before it was killed after `wait` seconds."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reader)
        try:
            child(path, number, writer)
        finally:
            os._exit(1)
    os.close(writer)
    time.sleep(wait)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "a child ended by itself"
    with os.fdopen(reader) as pipe:
        return pipe.read().split()


def check(path: Path, acknowledged: list[str]) -> None:
    """Everything acknowledged is there, whole; what is there beyond that is whole too."""
    with Memory(path) as memory:
        rows = memory.store.rows(
            "SELECT text, (SELECT count(*) FROM fact WHERE source_id = source.id) AS facts FROM source"
        )
        assert {r["facts"] for r in rows} <= {FACTS}, "half a note"
        kept = {r["text"].split()[1] for r in rows}
        assert set(acknowledged) <= kept, f"lost: {set(acknowledged) - kept}"
        assert memory.store.rows("PRAGMA foreign_key_check") == []
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def main(folder: Path, rounds: int, seed: int) -> dict[str, int]:
    chance = random.Random(seed)
    seen = {"rounds": 0, "acknowledged": 0, "killed_before_the_first": 0}
    acknowledged: list[str] = []
    path = folder / "0.db"
    for number in range(rounds):
        if number % FRESH == 0:
            acknowledged, path = [], folder / f"{number}.db"
        told = killed(path, number, chance.uniform(0, 0.04 if number % 2 else 0.25))
        acknowledged += told
        check(path, acknowledged)
        seen["rounds"] += 1
        seen["acknowledged"] += len(told)
        seen["killed_before_the_first"] += not told
    return seen


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
