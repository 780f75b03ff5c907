"""The records in a file of content lines (`contentline.py`), found by where they begin and end, a piece of the file at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from hallway.formats.contentline import lines_in
from hallway.formats.protocol import Stream

MOST_BYTES = 32_000_000
"""The most that one record may have; what is longer is passed over, so that memory stays bounded."""

_CHUNK = 1 << 20
_LONGEST_END = 100
_ORDERS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Block:
    """`raw` is what stands from BEGIN to END, without the line end after it; or, where `inside` is False, what stands
    between two of them. `line` is the line of the file on which it begins, from 1. `problem` says what is wrong. `wide` is
    the byte order mark of a file in UTF-16, of which `raw` is in UTF-8."""

    raw: bytes
    line: int
    inside: bool = True
    problem: str | None = None
    wide: bytes = b""

    @property
    def original(self) -> bytes:
        """The very bytes, with the byte order mark of a file in UTF-16."""
        return widened(self.raw, self.wide) if self.wide else self.raw


def widened(data: bytes, mark: bytes) -> bytes:
    """UTF-8 in UTF-16 of the order that the mark says, the mark before it."""
    return mark + data.decode("utf-8", "replace").encode(_ORDERS[mark], "replace")


def narrowed(data: bytes) -> tuple[bytes, bytes]:
    """Bytes in UTF-8, and the mark that they began with where they were UTF-16."""
    order = _ORDERS.get(data[:2])
    return (data[2:].decode(order, "replace").encode("utf-8", "replace"), data[:2]) if order else (data, b"")


def blocks(stream: Stream, kind: str) -> Iterator[Block]:
    """The records of one kind (`VCARD`, `VEVENT`) in a stream, and what stands between them, in their order.

    A record that does not end before the next begins is handed out with a problem, and so is one that is too long,
    without its bytes. Records nested in a property that has no value of its own (AGENT of 2.1) are a part of theirs.
    """
    first = stream.read(_CHUNK)
    wide = first[:2] if first[:2] in _ORDERS else b""
    found = _Blocks(kind).split(_utf8(first, stream))
    yield from (replace(block, wide=wide) for block in found) if wide else found


def _utf8(first: bytes, stream: Stream) -> Iterator[bytes]:
    """The stream in pieces, of which one was read, without its byte order mark; UTF-16 becomes UTF-8."""
    if first[:2] not in _ORDERS:
        yield first.removeprefix(codecs.BOM_UTF8)
        while piece := stream.read(_CHUNK):
            yield piece
        return
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    piece = first
    while piece:
        yield decoder.decode(piece).encode("utf-8", "replace")
        piece = stream.read(_CHUNK)


def ends(stream: Stream, kind: str) -> int:
    """How many records of a kind end in a stream, counted by their last lines alone: much faster than finding them."""
    end = re.compile(rb"[\r\n][ \t]*END[ \t]*:[ \t]*%s[ \t]*(?=[\r\n])" % kind.encode(), re.I)
    rest, found = b"", 0
    for piece in chain(_utf8(stream.read(_CHUNK), stream), (b"\n",)):
        held = rest + piece
        found += len(end.findall(held))
        cut = max(held.rfind(b"\n"), held.rfind(b"\r"))
        rest = held[max(cut, 0) :] if len(held) - cut < _LONGEST_END else b""
    return found


class _Blocks:
    """Finds where records begin and end, holding no more than one of them.

    A line end is put before all of it, so that every mark follows one: that is found much faster than a mark alone.
    """

    def __init__(self, kind: str) -> None:
        mark = rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*%s[ \t]*(?=[\r\n])" % kind.encode()
        self._mark = re.compile(rb"[\r\n](%s)" % mark, re.I)
        self._kind = kind
        self._held = b"\n"
        self._searched = 0
        self._line = 0
        self._depth = 0
        self._lost = False

    def split(self, pieces: Iterable[bytes]) -> Iterator[Block]:
        for piece in pieces:
            self._held += piece
            yield from self._marks()
            if len(self._held) > MOST_BYTES:
                yield from self._too_long()
        self._held += b"\n"
        yield from self._marks()
        self._held = self._held[:-1]
        if self._depth and not self._lost:
            yield self._cut(len(self._held), True, f"has no END:{self._kind}")
        elif self._held.strip() and not self._lost:
            yield self._cut(len(self._held), False)

    def _marks(self) -> Iterator[Block]:
        """The blocks that end in what is held. A mark at the very end waits, as its line may go on."""
        at, last = 0, self._searched
        blocks: list[Block] = []
        held = self._held
        for mark in self._mark.finditer(held, self._searched):
            start, last = mark.start(1), mark.end()
            begins = mark[2][0] in b"Bb"
            if begins and self._depth and not held[at:start].rstrip(b"\r\n").endswith(b":"):
                blocks += self._block(held[at:start], True, f"has no END:{self._kind}")
                at, self._depth = start, 1
            elif begins:
                if not self._depth:
                    blocks += self._block(held[at:start], False)
                    at = start
                self._depth += 1
            elif self._depth == 1:
                blocks += self._block(held[at:last], True)
                at, self._depth = last, 0
            elif self._depth:
                self._depth -= 1
        yield from blocks
        self._held = held[at:]
        self._searched = max(last - at, len(self._held) - 64)

    def _block(self, raw: bytes, inside: bool, problem: str | None = None) -> list[Block]:
        block = Block(raw.rstrip(b"\r\n") if problem else raw, self._line or 1, inside, problem)
        self._line += lines_in(raw)
        lost, self._lost = self._lost, False
        return [] if lost or not (inside or raw.strip()) else [block]

    def _cut(self, end: int, inside: bool, problem: str | None = None) -> Block:
        return Block(self._held[:end].rstrip(b"\r\n"), self._line or 1, inside, problem)

    def _too_long(self) -> Iterator[Block]:
        if not self._lost:
            yield Block(b"", self._line or 1, bool(self._depth), f"is longer than {MOST_BYTES // 1_000_000} MB")
        keep = 1 if self._held.endswith(b"\r") else 0
        gone = self._held[: len(self._held) - 64 - keep]
        self._line += lines_in(gone)
        self._held = self._held[len(gone) :]
        self._searched = 0
        self._lost = True
