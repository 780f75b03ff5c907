"""Sentences, bullets and captions of a plain text, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Jr|vs|e\.g|i\.e|etc|approx|ca|bzw|z\.B|d\.h|u\.a|Hr|Fr|No|Nr|vol|Inc|Ltd|Co|cf|al"
    r"|Mme|Mlle|M|Sra|Dra|Ing|Sig|Rev|Hon|Gen|Capt|Lt|feat|aka|resp|Tel|Abs)|\b[A-Z]|\.\."
    r"|\b(?:[Dd](?:er|ie|as|em|en|es)|[Zz]u[mr]|[Aa]m|[Vv]om|[Bb]eim|[Ii]m)\s\d{1,3})\.$"
)
_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s+[\"'“‘«(\[]*[^\Wa-z_]|\s*\n|\s*$)|[。！？]|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•+–—#>]|\d+[.)]|\[?\d\d?[:.]\d\d)[ \t])"
)


_NUMBERED = re.compile(r"\b(?:no|nr|ca|p|pp|vol|ch|fig|approx|nos)\.$", re.I)


_BULLET = re.compile(r"(?:[-*•+–—>#]+|\d+[.)])?\s*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` is one sentence, bullet, heading or caption; `block` numbers the paragraph it stands in."""

    start: int
    end: int
    block: int


class Sentences:
    """The sentences of one text, found by position."""

    def __init__(self, text: str, cuts: Collection[int] = ()) -> None:
        self.all = list(split(text, cuts))
        self._starts = [s.start for s in self.all]

    def at(self, position: int) -> Sentence:
        """The sentence that holds `position` (or the one before it, between two)."""
        return self.all[max(0, bisect_right(self._starts, position) - 1)]

    def index(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def near(self, position: int, before: int, after: int) -> tuple[int, int]:
        """Offsets of a sentence with its neighbours, within its paragraph."""
        i = self.index(position)
        block = self.all[i].block
        around = [s for s in self.all[max(0, i - before) : i + after + 1] if s.block == block]
        return around[0].start, around[-1].end


LONGEST = 2000
"""A sentence without an end is cut here, at a line end, a comma or a space: no rule sees more than that at once."""


def split(text: str, cuts: Collection[int] = ()) -> list[Sentence]:
    """Cut a text at sentence ends, bullets and blank lines, and at the offsets `cuts`. Linear in its length; never empty for a
    text with words."""
    found = _Cutter(text, sorted(cuts))
    start = block = 0
    for m in _END.finditer(text):
        cut = m.end()
        paragraph = m[0].startswith("\n") and "\n" in m[0][1:]
        if _NUMBERED.search(text, max(start, m.start() - 10), m.start() + 1) and re.match(
            r"\s*\d", text[m.end() : m.end() + 4]
        ):
            continue
        if not paragraph and m[0] != "\n" and _ABBREVIATION.search(text, max(start, m.start() - 10), m.start() + 1):
            continue
        found.add(start, m.start() if m[0].startswith("\n") else cut, block)
        start = cut
        block += paragraph
    found.add(start, len(text), block)
    return found.all or [Sentence(0, len(text), 0)]


class _Cutter:
    """Collects sentences, cut where more is known of the text."""

    def __init__(self, text: str, cuts: list[int]) -> None:
        self.text, self.cuts = text, cuts
        self.all: list[Sentence] = []

    def add(self, start: int, end: int, block: int) -> None:
        for cut in self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]:
            self._short(start, cut, block)
            start = cut
        self._short(start, end, block)

    def _short(self, start: int, end: int, block: int) -> None:
        while end - start > LONGEST:
            cuts = (self.text.rfind(c, start + LONGEST // 2, start + LONGEST) for c in ("\n", ", ", " "))
            cut = next((c + 1 for c in cuts if c > 0), start + LONGEST)
            self._piece(start, cut, block)
            start = cut
        self._piece(start, end, block)

    def _piece(self, start: int, end: int, block: int) -> None:
        piece = self.text[start:end]
        inner = piece.strip()
        if inner:
            low = start + piece.index(inner)
            bullet = _BULLET.match(inner)
            low += bullet.end() if bullet else 0
            if low < start + piece.index(inner) + len(inner):
                self.all.append(Sentence(low, start + piece.index(inner) + len(inner), block))
