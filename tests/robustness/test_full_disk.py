"""No room left: a clear line, and everything acknowledged is still there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallway import Memory

FILLER = Path(__file__).with_name("filler.py")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of three megabytes; needs root."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        not hasattr(os, "geteuid")
        or os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(path: Path, *limit: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, str(FILLER), str(path), *limit], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, object] = json.loads(done.stdout)
    return seen


def test_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "people.db"
    seen = fill(path)
    assert "what was kept before is safe" in str(seen["problem"])
    moved = small_disk.parent / "people.db"
    for name in small_disk.iterdir():
        (small_disk.parent / name.name).write_bytes(name.read_bytes())
    _all_there(moved, int(str(seen["kept"])))


def test_a_file_that_may_not_grow(path: Path) -> None:
    pytest.importorskip("resource")
    seen = fill(path, "6000000")
    assert "what was kept before is safe" in str(seen["problem"])
    _all_there(path, int(str(seen["kept"])))


def _all_there(path: Path, kept: int) -> None:
    """The notes before the one that failed are there, and the memory can be written again."""
    assert kept > 10
    with Memory(path) as memory:
        assert {p.name for p in memory.people()} == {f"Person {n}" for n in range(kept)}
        assert [tuple(r) for r in memory.store.rows("PRAGMA integrity_check")] == [("ok",)]
        assert memory.met("Wim Peeters, new")[1].people == 1
