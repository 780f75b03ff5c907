"""A memory in one SQLite file: opened safely, brought up to date, and never half-written.

WAL keeps readers and a writer out of each other's way; `synchronous=FULL` means that what was acknowledged survives a
crash of the machine too.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from hallway.store.problems import MemoryProblem

APPLICATION = 0x48414C4C
"""`application_id` of a Hallway file: the letters HALL."""


def connect(path: Path) -> sqlite3.Connection:
    """Open or create the memory at `path`.

    Raises MemoryProblem when the file is no memory, comes from a newer Hallway, is damaged, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        _recognise(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "mmap_size = 1073741824", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        _migrate(connection, path)
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error
    return connection


def explain(error: Exception, path: Path | str) -> MemoryProblem:
    """What a database error means for somebody who wants their memory back."""
    text = str(error)
    if "not a database" in text or "file is encrypted" in text:
        return MemoryProblem(f"{path} is not a Hallway memory: name another file with --memory")
    if "locked" in text or "busy" in text:
        return MemoryProblem(f"{path} is in use by another program: close it and try again; nothing was changed")
    if "full" in text or getattr(error, "errno", None) == 28:
        return MemoryProblem(f"no space left for {path}: free some and try again; what was kept before is safe")
    if "malformed" in text or "disk image" in text:
        return MemoryProblem(
            f"{path} is damaged: restore a copy, or run `sqlite3 {path} .recover`; nothing was changed"
        )
    if "readonly" in text or "unable to open" in text or isinstance(error, OSError):
        return MemoryProblem(f"{path} cannot be opened for writing ({text}): check the path and its permissions")
    return MemoryProblem(f"{path}: {text}")


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != APPLICATION and (mark or tables):
        raise MemoryProblem(f"{path} belongs to another program: name another file with --memory; nothing was changed")


def _migrations() -> list[tuple[int, str]]:
    folder = files("hallway.store") / "migrations"
    found = ((int(f.name[:4]), f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".sql"))
    return sorted(found)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    steps = _migrations()
    if version > steps[-1][0]:
        raise MemoryProblem(f"{path} was written by a newer Hallway (format {version}): update Hallway to read it")
    if version == steps[-1][0]:
        return
    for number, script in steps:
        if number > version:
            _apply(connection, number, script)


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < number:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    statements, current = [], ""
    for line in script.splitlines():
        current += line + "\n"
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
