"""The open memory: one connection, transactions, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from hallway.store.engines import sqlite
from hallway.store.tables import Table

Value = str | int | float | bytes | None
Row = sqlite3.Row

_MOST_VALUES, _FEWER_VALUES = 8000, 240
"""How many values go into one statement (SQLite takes 32,766), and into one for what is left."""


class Writer(Protocol):
    """Whatever takes rows: the memory at once, or a pile that goes there together (`later.py`)."""

    def put(self, to: Table, *row: Value) -> int:
        """Take one row; returns its id where the table gives one."""

    def insert(self, table: str, /, **values: Value) -> int:
        """Take one row of any table, by its columns; returns its id where the table gives one."""


class Store:
    """A memory on disk. Every statement's failure is raised as MemoryProblem, in the user's terms."""

    def __init__(self, path: Path, create: bool = True) -> None:
        self.path = path
        self._db = sqlite.connect(path, create)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept when the block ends, and only then."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def step(self) -> Iterator[None]:
        """All or nothing as well, inside a transaction or by itself: what fails here leaves what was written before it."""
        if not self._db.in_transaction:
            with self.transaction():
                yield
            return
        self.run("SAVEPOINT step")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:
                self.run("ROLLBACK TO step")
                self.run("RELEASE step")
            raise
        self.run("RELEASE step")

    def run(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Execute one statement; returns the id of the row it inserted."""
        try:
            return self._db.execute(statement, values).lastrowid or 0
        except sqlite3.Error as error:
            raise sqlite.explain(error, self.path) from error

    def run_many(self, statement: str, rows: Sequence[Sequence[Value]]) -> None:
        try:
            self._db.executemany(statement, rows)
        except sqlite3.Error as error:
            raise sqlite.explain(error, self.path) from error

    def insert(self, table: str, /, **values: Value) -> int:
        """Insert one row and return its id. Table and column names come from our code, values never into the text."""
        return self.run(_inserting(table, tuple(values), 1), tuple(values.values()))

    def put(self, to: Table, *row: Value) -> int:
        """Insert one row of a table whose columns are known, and return its id."""
        return self.run(_inserting(to.name, to.columns, 1), row)

    def insert_many(self, table: str, columns: Sequence[str], values: Sequence[Value]) -> None:
        """Insert rows whose values come one after another.

        As many as can be go in one statement: a row of its own costs twice as much, and where a trigger feeds the full-text
        index, that writes all it has to disk before each statement.
        """
        width, start = len(columns), 0
        for many in (_MOST_VALUES // width, _FEWER_VALUES // width, 1):
            while len(values) - start >= many * width:
                self.run(_inserting(table, tuple(columns), many), values[start : start + many * width])
                start += many * width

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise sqlite.explain(error, self.path) from error

    def row(self, statement: str, values: Sequence[Value] = ()) -> Row | None:
        found = self.rows(statement, values)
        return found[0] if found else None

    def each(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Rows one by one, for what would not fit into memory."""
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise sqlite.explain(error, self.path) from error


@lru_cache(512)
def _inserting(table: str, columns: tuple[str, ...], rows: int) -> str:
    names = ", ".join(f'"{c}"' for c in columns)
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([f'({marks(columns)})'] * rows)}"


def marks(values: Sequence[object]) -> str:
    """Placeholders for an IN list."""
    return ", ".join("?" * len(values))
