"""Whole files that have to be understood as a whole: trees, within a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from hallway.formats.kit import jsontree
from hallway.formats.protocol import Context, Problem

MOST = 256_000_000
"""How many bytes a file may have that is read as a whole."""


TREE = 32_000_000
"""How many bytes a file may have of which a tree is made, which takes about ten times as much memory. The largest programmes
have three million."""


def whole(stream: IO[bytes], context: Context, most: int = MOST) -> bytes | Problem:
    """The bytes of a file, or why it is too large."""
    data = stream.read(most + 1)
    if len(data) > most:
        return context.problem(None, None, f"is larger than {most // 10**6} MB", "split it and import the parts")
    return data


def json_value(stream: IO[bytes], context: Context, most: int = TREE) -> Iterator[Problem | Any]:
    """The value of a JSON file, as `json_of` gives it; a problem for a file that is too large."""
    data = whole(stream, context, most)
    yield from [data] if isinstance(data, Problem) else json_of(data, context)


def json_of(data: bytes, context: Context) -> Iterator[Problem | Any]:
    """The value of JSON. One that is broken gives the problem, then a list of the objects that can be read."""
    try:
        yield jsontree.parse(data)
    except jsontree.BrokenJSON as error:
        kept = list(jsontree.salvage(data))
        do = f"{len(kept)} whole records were read; export the file again for the rest"
        yield context.problem(error.line, None, f"is no sound JSON: {error.what}", do)
        yield kept


def opens_json(head: bytes) -> str:
    """The beginning of a file as text without spaces between signs, if it can be JSON; else empty."""
    text = jsontree.decode(head if head[:1] != b"\xff" else head[: len(head) // 2 * 2]).lstrip()
    return _SPACE.sub(_between_signs, text) if text[:1] in "[{" and text else ""


_SPACE = re.compile(r"\s+")


def _between_signs(space: re.Match[str]) -> str:
    """Nothing for space beside a sign of JSON. One pass over each stretch: two alternatives with `\\s+` would be quadratic."""
    text, start, end = space.string, space.start(), space.end()
    return (
        ""
        if text[start - 1 : start] in ("[", "{", ",", ":", '"') or text[end : end + 1] in ("]", "}", ":", ",")
        else space[0]
    )
