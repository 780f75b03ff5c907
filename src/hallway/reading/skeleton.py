"""A sentence with its names replaced by marks, so that patterns can speak of people, organizations, events and places.

`Owen introduced me to Eleri Vaughan of Vaughan Associates` becomes `⟦P0⟧ introduced me to ⟦P4⟧ of ⟦O1⟧`. A mark's number is
the index of the noun, not of the mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

PERSON, ORGANIZATION = "⟦P(\\d+)⟧", "⟦O(\\d+)⟧"
_ANY = r"⟦P\d+⟧(?:'s|’s)?"
_FIRST = "(?<!⟧)" + "".join(f"(?<!⟧{s})" for s in (", ", "; ", " & ", "/", " and ", ", and ", " und ", " et "))
LIST = rf"{_FIRST}(?:(?:the )?{_ANY}(?:\s*\([^()⟦⟧]{{0,60}}\)|\s*\(⟦P\d+⟧\))?(?:\s*(?:,|/|;|&)\s*(?:and |und |et |y |en |e )?|\s+(?:and|&|und|et|y|e|en|og|och|plus)\s+(?:also )?)?)+"
"""One person or an enumeration of them, from its first one on: to begin inside finds nothing more and takes for ever."""


@dataclass(frozen=True, slots=True)
class Token:
    """A name in place: `kind` is P, O, E or L, `number` the noun's index."""

    kind: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`text` with marks, standing for [start, end) of the plain text."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    def people(self) -> list[int]:
        return numbers(self.text)

    def has(self, kind: str) -> bool:
        return f"⟦{kind}" in self.text


def skeleton(text: str, start: int, end: int, tokens: Iterable[Token]) -> Skeleton:
    """The stretch [start, end) of `text` with the tokens inside it replaced. Tokens are sorted and do not overlap."""
    out, at, inside = [], start, []
    for t in tokens:
        if t.start >= at and t.end <= end:
            out += [text[at : t.start], f"⟦{t.kind}{t.number}⟧"]
            at = t.end
            inside.append(t)
    out.append(text[at:end])
    return Skeleton("".join(out), start, end, tuple(inside))


def numbers(text: str, kind: str = "P") -> list[int]:
    """The nouns of one kind that a piece of skeleton names, in order, each once."""
    return list(dict.fromkeys(int(n) for n in re.findall(rf"⟦{kind}(\d+)⟧", text)))
