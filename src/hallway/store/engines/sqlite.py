"""A memory in one SQLite file: opened safely, brought up to date, and never half-written.

WAL keeps readers and a writer out of each other's way; `synchronous=FULL` means that what was acknowledged survives a
crash of the machine too.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from hallway.store.problems import MemoryProblem

APPLICATION = 0x48414C4C
"""`application_id` of a Hallway file: the letters HALL."""


PATIENCE = 10.0
"""Seconds to wait for another program that is writing to the same memory."""


def connect(path: Path, create: bool = True) -> sqlite3.Connection:
    """Open the memory at `path`, or make it if `create`.

    Raises MemoryProblem when the file is missing, is no memory, comes from a newer Hallway, is damaged, or cannot be
    written.
    """
    if not create and not path.exists():
        raise MemoryProblem(f"{path} does not exist: nothing was kept there yet; begin with `hallway read FILE`")
    connection = None
    try:
        _make(path)
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        _recognise(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "mmap_size = 1073741824", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        _migrate(connection, path)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error | OSError):
            raise explain(error, path) from error
        raise
    return connection


def _make(path: Path) -> None:
    """The file and its folder, readable by nobody but their owner, where they are missing; the files beside it follow."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def explain(error: Exception, path: Path | str) -> MemoryProblem:
    """What a database error means for somebody who wants their memory back."""
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
    if advice is None and isinstance(error, OSError):
        advice = _ADVICE[sqlite3.SQLITE_FULL if error.errno in (28, 122) else sqlite3.SQLITE_CANTOPEN]
    return MemoryProblem(f"{path} {advice.format(path=path, text=error)}" if advice else f"{path}: {error}")


_ADVICE = {
    sqlite3.SQLITE_NOTADB: "is not a Hallway memory: name another file with --memory; nothing was changed",
    sqlite3.SQLITE_BUSY: "is in use by another program: close it and try again; nothing was changed",
    sqlite3.SQLITE_LOCKED: "is in use by another program: close it and try again; nothing was changed",
    sqlite3.SQLITE_FULL: "has no space left on its disk: free some and try again; what was kept before is safe",
    sqlite3.SQLITE_IOERR: "could not be written or read ({text}): check that its disk is there and has space, and try"
    " again; what was kept before is safe",
    sqlite3.SQLITE_CORRUPT: "is damaged: restore a copy of it, or save what can be saved with"
    " `sqlite3 {path} .recover`; nothing was changed",
    sqlite3.SQLITE_READONLY: "cannot be written ({text}): check its permissions, or name another file with --memory",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened ({text}): check the path and its permissions, or name another file"
    " with --memory",
    sqlite3.SQLITE_PERM: "cannot be opened ({text}): check its permissions",
}


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != APPLICATION and (mark or tables):
        raise MemoryProblem(f"{path} belongs to another program: name another file with --memory; nothing was changed")


def _migrations() -> list[tuple[int, str]]:
    folder = Path(__file__).parent.parent / "migrations"
    return sorted((int(f.name[:4]), f.read_text(encoding="utf-8")) for f in folder.glob("*.sql"))


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
        if connection.in_transaction:
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
