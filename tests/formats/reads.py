"""Bytes as an import would read them, without a memory."""

from __future__ import annotations

import io
from pathlib import Path

from hallway.formats.protocol import HEAD, Context, Problem, recognise
from hallway.model import Fact, PersonFact, Reading

SHAPED = Path(__file__).parent / "shaped"
"""Files as other products write them, beside the samples."""


def read(data: bytes | str, name: str = "file", **settings: str) -> tuple[list[Reading], list[Problem]]:
    """The readings and the problems of a file that is recognised by what is in it."""
    raw = data.encode() if isinstance(data, str) else data
    known = recognise(raw[:HEAD], name)
    assert known is not None, f"nobody knows {raw[:60]!r}"
    items = list(known.read(io.BytesIO(raw), Context(name, settings)))
    return [i for i in items if isinstance(i, Reading)], [i for i in items if isinstance(i, Problem)]


def shaped(name: str) -> tuple[list[Reading], list[Problem]]:
    return read((SHAPED / name).read_bytes(), name)


def all_of(readings: list[Reading], kind: type[Fact]) -> list[Fact]:
    return [fact for reading in readings for fact in reading.all(kind)]


def names(readings: list[Reading]) -> list[str]:
    """Names of the people in the order of the file, each record's."""
    return [p.name for r in readings for p in r.all(PersonFact)]
