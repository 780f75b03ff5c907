"""Texts from files and from standard input, each by itself, so that a bad one never blocks the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hallway.interfaces.cli.options import explain

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.model import Reading
    from hallway.reading.protocol import Reader

_SUFFIXES = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: its reading, or why there is none; and what else to say about it."""

    name: str
    reading: Reading | None = None
    problem: str | None = None
    note: str | None = None


def read_all(
    memory: Memory, files: Iterable[str], written: str | None, reader: Reader | None = None
) -> Iterator[Outcome]:
    """Read files one after the other; `-` is standard input. `reader`: what reads them, instead of Hallway's own."""
    for name in files:
        try:
            yield _read(memory, name, written, reader)
        except Exception as error:
            unforeseen = f"{name} made Hallway stumble ({type(error).__name__}: {error}): please report it"
            yield Outcome(name, problem=explain(error) or unforeseen)


def _read(memory: Memory, name: str, written: str | None, reader: Reader | None) -> Outcome:
    from hallway.reading.decoding import read_file, read_stream
    from hallway.reading.local import limits
    from hallway.reading.protocol import UnreadableText

    if name != "-" and Path(name).is_dir():
        raise UnreadableText(f"{name} is a folder: name the files in it, such as {Path(name) / _most(Path(name))}")
    decoded = read_stream(sys.stdin.buffer, "standard input") if name == "-" else read_file(Path(name))
    called = "standard input" if name == "-" else Path(name).name
    reading = memory.read(decoded.text, name=called, written=written, reader=reader)
    notes = [decoded.note, None if reader else limits()]
    return Outcome(name, reading, note="; ".join(filter(None, notes)) or None)


def _most(folder: Path) -> str:
    """A pattern for the kind of text that a folder has most of."""
    kinds = [f.suffix for f in folder.iterdir() if f.suffix in _SUFFIXES]
    return f"*{max(_SUFFIXES, key=kinds.count)}"


def lines_of_stdin() -> list[str]:
    """The lines of standard input that are not blank. Raises UnreadableText as `read` does."""
    from hallway.reading.decoding import read_stream

    return [line for line in read_stream(sys.stdin.buffer, "standard input").text.splitlines() if line.strip()]
