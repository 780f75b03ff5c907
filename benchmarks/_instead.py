"""What people would use instead: SQLite's own search over the same sentences, and grep over a text file."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

from hallway.meaning.words import match_any
from hallway.queries.recall.plainwords import content
from hallway.store.store import Store

SHOWN = 10


class Instead:
    """The same passages, three times; each way takes a question and returns its best or first lines."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._file = folder / "passages.txt"
        (folder / "plain.db").unlink(missing_ok=True)
        self._db = sqlite3.connect(folder / "plain.db")
        self._db.execute("CREATE TABLE line (text TEXT)")
        self._db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'porter unicode61')")
        with self._file.open("w", encoding="utf-8") as out:
            for row in store.each("SELECT text FROM passage"):
                out.write(" ".join(row["text"].split()) + "\n")
                self._db.execute("INSERT INTO line VALUES (?)", (row["text"],))
                self._db.execute("INSERT INTO words VALUES (?)", (row["text"],))
        self._db.commit()
        self.ways: tuple[Callable[[str], object], ...] = (self.fts5, self.like, self.grep)

    def fts5(self, question: str) -> object:
        """Any of the words, best by BM25."""
        statement = "SELECT text FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        return self._db.execute(statement, (match_any(content(question)), SHOWN)).fetchall()

    def like(self, question: str) -> object:
        """The sentences with the most of the words."""
        words = [f"%{word}%" for word in content(question)]
        count = " + ".join("(text LIKE ?)" for _ in words)
        statement = f"SELECT text, {count} AS n FROM line WHERE n > 0 ORDER BY n DESC LIMIT ?"
        return self._db.execute(statement, (*words, SHOWN)).fetchall()

    def grep(self, question: str) -> object:
        """All lines with any of the words, unranked."""
        command = ["grep", "-i", "-E", "|".join(content(question)), str(self._file)]
        return subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
