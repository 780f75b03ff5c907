"""CSV as the world writes it: any of the usual separators and encodings, notes before the header, a stray quotation mark.

RFC 4180 is what it should be. A record is one line, or several where a quoted cell has line breaks; where a quotation mark never
closes, only its own line is given up.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from hallway.formats.protocol import Context, Problem, Stream

MOST_LINES = 5000
"""How many lines one record may have."""
MOST_CELL = 1_000_000
_SEPARATORS = ",;\t|"
_PREAMBLE = 40
"""How many lines may stand before the header."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record: its cells by the names of their columns, in the order of the columns; `line` is where it begins."""

    line: int
    cells: dict[str, str]

    @property
    def text(self) -> str:
        """The record as it can be read without the header: a line for each cell that has anything."""
        return "\n".join(f"{column}: {value}" for column, value in self.cells.items() if value)


IsHeader = Callable[[list[str]], bool]


def header_of(head: bytes, is_header: IsHeader) -> list[str]:
    """The header among the first lines of a file, as far as these bytes go; empty where there is none."""
    lines = _lines(iter([head]))
    return next((h for _, h, _ in _headers(deque(enumerate(lines, 1)), is_header)), [])


def rows(stream: Stream, context: Context, is_header: IsHeader) -> Iterator[Row | Problem]:
    """The records under the first line that is a header. Lines before it are passed over."""
    lines = enumerate(_lines(iter(lambda: stream.read(1 << 16), b"")), 1)
    start: deque[tuple[int, str]] = deque()
    for numbered in lines:
        start.append(numbered)
        if len(start) >= _PREAMBLE:
            break
    for at, header, separator in _headers(start, is_header):
        rest = chain([s for s in start if s[0] > at], lines)
        yield from _records(rest, _named(header), separator, context)
        return
    yield context.problem(1, None, "has no line with the names of the columns", "export it again, with its header")


def _headers(start: deque[tuple[int, str]], is_header: IsHeader) -> Iterator[tuple[int, list[str], str]]:
    for number, line in start:
        separator = max(_SEPARATORS, key=line.count)
        if line.count('"') % 2 == 0:
            cells = [c.strip().lstrip("\ufeff") for c in _cells([line], separator)[0]]
            if is_header(cells):
                yield number, cells, separator


def _named(header: list[str]) -> list[str]:
    """Columns with names of their own, where two are called alike or one is not called anything."""
    seen: dict[str, int] = {}
    names = []
    for number, column in enumerate(header, 1):
        called = column or f"Column {number}"
        seen[called] = seen.get(called, 0) + 1
        names.append(called if seen[called] == 1 else f"{called} ({seen[called]})")
    return names


def _records(
    lines: Iterator[tuple[int, str]], header: list[str], separator: str, context: Context
) -> Iterator[Row | Problem]:
    waiting: deque[tuple[int, str]] = deque()
    while True:
        block = _block(waiting, lines)
        if block is None:
            return
        if not block.closed:
            number, text = block.lines[0]
            waiting.extendleft(reversed(block.lines[1:]))
            found = _cells([text], separator)
            if len(found) == 1 and len(found[0]) == len(header) and '"' not in found[0][-1][:1]:
                yield Row(number, dict(zip(header, (c.strip() for c in found[0]), strict=True)))
            else:
                yield context.problem(
                    number, None, "a quotation mark that never closes", "close it, and import the file again"
                )
            continue
        for cells in _cells([text for _, text in block.lines], separator):
            if any(c.strip() for c in cells):
                yield _row(block.lines[0][0], cells, header, context)


@dataclass(slots=True)
class _Block:
    lines: list[tuple[int, str]]
    closed: bool


def _block(waiting: deque[tuple[int, str]], lines: Iterator[tuple[int, str]]) -> _Block | None:
    """The next lines that belong together: until as many quotation marks closed as opened."""
    taken: list[tuple[int, str]] = []
    size, even = 0, True
    while len(taken) < MOST_LINES and size < MOST_CELL:
        numbered = waiting.popleft() if waiting else next(lines, None)
        if numbered is None:
            return _Block(taken, even) if taken else None
        taken.append(numbered)
        size += len(numbered[1])
        even ^= numbered[1].count('"') % 2 == 1
        if even:
            return _Block(taken, True)
    return _Block(taken, False)


def _cells(lines: list[str], separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=separator)) or [[]]
    except csv.Error:
        return [line.rstrip("\r\n").split(separator) for line in lines]


def _row(line: int, cells: list[str], header: list[str], context: Context) -> Row | Problem:
    extra = [c for c in cells[len(header) :] if c.strip()]
    if extra:
        said = f"has {len(cells)} cells under {len(header)} columns"
        return context.problem(line, None, said, "put cells that contain the separator between quotation marks")
    return Row(line, dict(zip(header, (c.strip() for c in cells), strict=False)))


def _lines(chunks: Iterator[bytes]) -> Iterator[str]:
    """Lines of text, each with its end. UTF-8 and UTF-16 by their marks, else UTF-8, else Windows-1252."""
    first = next(chunks, b"")
    decoder = codecs.getincrementaldecoder(_encoding(first))("replace")
    rest = ""
    for chunk in chain([first], chunks):
        parts = re.split(r"(?<=\n)|(?<=\r)(?!\n|\Z)", (rest + decoder.decode(chunk)).replace("\x00", ""))
        rest = parts.pop()
        yield from parts
        if len(rest) > MOST_CELL:
            yield rest
            rest = ""
    if rest + (tail := decoder.decode(b"", True)):
        yield rest + tail


def _encoding(first: bytes) -> str:
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8-sig")("strict").decode(first)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
