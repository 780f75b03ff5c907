"""What the fallback tagger looks at: words, their shapes, ends and neighbours, and how a word is written elsewhere in the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.reading.encoder.features import shape
from hallway.reading.names import NICKNAMES, PARTICLES, TITLES

_TOKEN = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_GIVEN = frozenset(NICKNAMES) | {full for fulls in NICKNAMES.values() for full in fulls}
LONGEST = 120
"""Tokens that are tagged together at most: a sequence ends with its line, or here."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a mark that is none, at code points [start, end)."""

    text: str
    start: int
    end: int


def sequences(text: str) -> list[list[Word]]:
    """The words of a text in order, cut at line ends and where a line is very long."""
    cut: list[list[Word]] = []
    last = 0
    for m in _TOKEN.finditer(text):
        if not cut or len(cut[-1]) >= LONGEST or "\n" in text[last : m.start()]:
            cut.append([])
        cut[-1].append(Word(m[0], m.start(), m.end()))
        last = m.end()
    return cut


def usage(text: str) -> dict[str, str]:
    """How each word is written in the text on the whole: `always` with a capital, `never`, or `mixed`."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for m in _TOKEN.finditer(text):
        (upper if m[0][0].isupper() else lower)[m[0].lower()] += 1
    seen = upper.keys() | lower.keys()
    return {w: "mixed" if upper[w] and lower[w] else "always" if upper[w] else "never" for w in seen}


def described(words: list[Word], used: dict[str, str]) -> list[list[str]]:
    """The features of each word of a sequence, neighbours' included."""
    own = [_own(w.text, used) for w in words]
    rows = []
    for i, w in enumerate(words):
        row = ["bias", *own[i], *_ends(w.text)]
        row += ["first"] if i == 0 else [f"-1{f}" for f in own[i - 1]]
        row += ["last"] if i == len(words) - 1 else [f"+1{f}" for f in own[i + 1]]
        if i > 1:
            row.append(f"-2{own[i - 2][0]}")
            row.append(f"-21{own[i - 2][0]}{own[i - 1][0]}")
        if i + 2 < len(words):
            row.append(f"+2{own[i + 2][0]}")
        if i:
            row.append(f"-10{own[i - 1][1]}{own[i][1]}")
        rows.append(row)
    return rows


def _own(word: str, used: dict[str, str]) -> list[str]:
    folded = fold(word)
    found = [f"w={word.lower()}", f"s={shape(word)}", f"u={used.get(word.lower(), '')}"]
    found += [
        name for name, known in (("title", TITLES), ("given", _GIVEN), ("particle", PARTICLES)) if folded in known
    ]
    return found


def _ends(word: str) -> list[str]:
    low = word.lower()
    pattern = re.sub(
        r"(.)\1+",
        r"\1",
        "".join("x" if c.islower() else "X" if c.isupper() else "d" if c.isdigit() else c for c in word),
    )
    return [f"p={pattern}", f"a={low[:2]}", f"b={low[:3]}", f"y={low[-2:]}", f"z={low[-3:]}", f"n={min(len(word), 9)}"]
