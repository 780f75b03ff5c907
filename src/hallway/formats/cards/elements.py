"""JSON values one by one: the elements of an array that is the whole file, or the one value that the file is.

So an address book of any size is read in the memory of one card, and a broken card costs only itself.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hallway.formats.cards.blocks import MOST_BYTES
from hallway.formats.protocol import Stream

_CHUNK = 1 << 20
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|"|[\[\]{}]', re.S)
_OPENING = re.compile(r"\s*(?:\[\s*([\[{])|\[\s*\"|\{)")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Element:
    """The text of one value, the line on which it begins (from 1), and what is wrong with it where something is."""

    text: str
    line: int
    problem: str | None = None


def elements(stream: Stream) -> Iterator[Element]:
    """The values of a file. One that is cut off, or longer than can be held, is the last and comes with a problem."""
    splitter = _Splitter()
    for piece in _decoded(stream):
        yield from splitter.feed(piece)
        if len(splitter.text) > MOST_BYTES:
            yield Element("", splitter.line, f"is longer than {MOST_BYTES // 1_000_000} MB; nothing behind it was read")
            return
    if splitter.start is not None or splitter.text.strip(" \t\r\n],"):
        yield Element(splitter.text, splitter.line, "is cut off")


def _decoded(stream: Stream) -> Iterator[str]:
    piece = stream.read(_CHUNK)
    decoder = codecs.getincrementaldecoder("utf-16" if piece[:2] in _UTF16 else "utf-8-sig")("replace")
    while piece:
        yield decoder.decode(piece)
        piece = stream.read(_CHUNK)


class _Splitter:
    """Cuts text that comes in pieces where values end; `base` is how deep they begin, once that is known."""

    def __init__(self) -> None:
        self.text = ""
        self.line = 1
        self.start: int | None = None
        self._at = 0
        self._depth = 0
        self._base: int | None = None

    def feed(self, piece: str) -> Iterator[Element]:
        self.text += piece
        opening = _OPENING.match(self.text) if self._base is None else None
        if opening:
            self._base = 1 if opening[1] else 0
        if self._base is not None:
            yield from self._values(self._base)

    def _values(self, base: int) -> Iterator[Element]:
        counted = 0
        for token in _TOKEN.finditer(self.text, self._at):
            if token[0] == '"':  # its end is in the next piece
                self._at = token.start()
                break
            self._at = token.end()
            if token[0] in ("[", "{"):
                if self._depth == base:
                    self.start = token.start()
                self._depth += 1
            elif token[0] in ("]", "}"):
                self._depth = max(0, self._depth - 1)
                if self._depth == base and self.start is not None:
                    self.line += self.text.count("\n", counted, self.start)
                    counted = self.start
                    yield Element(self.text[self.start : self._at], self.line)
                    self.start = None
        done = self._at if self.start is None else self.start
        self.line += self.text.count("\n", counted, done)
        self.text, self._at = self.text[done:], self._at - done
        self.start = None if self.start is None else 0
