"""A memory file that is not what it should be: one clear line, nothing changed, never a traceback."""

import os
import random
import sqlite3
import stat
from pathlib import Path

import life
import pytest
from cli import hallway, problem

from hallway import Memory
from hallway.store.engines import sqlite
from hallway.store.problems import MemoryProblem


@pytest.fixture
def kept(path: Path) -> bytes:
    """The bytes of a closed memory with a small life in it."""
    with Memory(path) as memory:
        memory.keep(life.ghent(), life.porto(), life.leeds())
    return path.read_bytes()


def test_no_memory_yet(path: Path) -> None:
    assert problem(hallway("people", memory=path)) == (
        f"there is nobody yet: {path} does not exist; begin with `hallway read FILE`"
    )
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs permissions of this kind")
def test_a_memory_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "people.db"
    before = os.umask(0)
    try:
        with Memory(path) as memory:
            memory.keep(life.ghent())
            files = sorted(path.parent.iterdir())
            assert [f.name for f in files] == ["people.db", "people.db-shm", "people.db-wal"]
            assert {stat.S_IMODE(f.stat().st_mode) for f in files} == {0o600}
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_text_as_memory(path: Path) -> None:
    path.write_text("Dear diary, " * 1000)
    message = problem(hallway("people", memory=path))
    assert message == f"{path} is not a Hallway memory: name another file with --memory; nothing was changed"
    assert path.read_text() == "Dear diary, " * 1000


def test_noise_as_memory(path: Path) -> None:
    noise = random.Random(1).randbytes(100_000)
    path.write_bytes(noise)
    assert "is not a Hallway memory" in problem(hallway("met", "Petra Malinová, new", memory=path))
    assert path.read_bytes() == noise


def test_a_memory_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cookies (name TEXT)")
    other.close()
    before = path.read_bytes()
    message = problem(hallway("met", "Petra Malinová, new", memory=path))
    assert message == f"{path} belongs to another program: name another file with --memory; nothing was changed"
    assert path.read_bytes() == before


def test_a_memory_of_a_newer_hallway(kept: bytes, path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    message = problem(hallway("people", memory=path))
    assert message == f"{path} was written by a newer Hallway (format 99): update Hallway to read it"


def test_a_folder_as_memory(tmp_path: Path) -> None:
    result = hallway("people", "--memory", tmp_path)
    assert result.exit_code == 2
    with pytest.raises(MemoryProblem, match="cannot be opened"):
        Memory(tmp_path).events()


def test_a_memory_in_a_file_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    message = problem(hallway("met", "Petra Malinová, new", memory=tmp_path / "file" / "people.db"))
    assert "cannot be opened" in message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_memory_that_must_not_be_written(kept: bytes, path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert "check its permissions" in problem(hallway("met", "Petra Malinová, new", memory=path))
    finally:
        path.parent.chmod(0o755)


def test_a_memory_that_another_program_writes(kept: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    message = problem(hallway("met", "Petra Malinová, new", memory=path))
    assert message == f"{path} is in use by another program: close it and try again; nothing was changed"
    reading = hallway("who", "Anke Reimers", memory=path)
    assert (reading.exit_code, reading.stdout.splitlines()[0]) == (0, "Anke Reimers")
    other.execute("ROLLBACK")
    other.close()
    assert hallway("met", "Petra Malinová, new", memory=path).exit_code == 0


def test_a_memory_that_another_program_keeps_for_itself(
    kept: bytes, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert "is in use by another program" in problem(hallway("people", memory=path))
    other.close()


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999])
def test_a_memory_cut_short(kept: bytes, path: Path, share: float) -> None:
    path.write_bytes(kept[: int(len(kept) * share)])
    _works_or_says_why(path)


@pytest.mark.parametrize("seed", range(30))
def test_a_memory_with_damage(kept: bytes, path: Path, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(kept)
    at = chance.randrange(len(kept)) if seed % 3 else chance.randrange(200)
    damaged[at : at + 300] = chance.randbytes(len(damaged[at : at + 300]))
    path.write_bytes(damaged)
    _works_or_says_why(path)


def _works_or_says_why(path: Path) -> None:
    for command in (
        ["people"],
        ["events"],
        ["who", "Anke"],
        ["event", "Lantern"],
        ["met", "Wim Peeters, new"],
        ["undo"],
        ["log"],
    ):
        result = hallway(*command, memory=path)
        assert result.exit_code in (0, 1)
        if result.exit_code and not result.stderr.startswith("hallway: nobody here"):
            assert len(result.stderr.splitlines()) == 1
            assert result.stderr.startswith("hallway: ")
