"""What the memory already knows, as far as it helps to read one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.reading.notes.lexicon import GENERIC

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|_+")
_GAP = re.compile(r"[\s.\-’'\"“”]{0,3}")


@dataclass(frozen=True, slots=True)
class Known:
    """Names in the memory: of people, events and organizations."""

    people: Sequence[str] = ()
    events: Sequence[str] = ()
    organizations: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A known name found at [start, end) of a text, with the spelling that the memory has."""

    name: str
    start: int
    end: int


def first_words(text: str) -> set[str]:
    """Every folded word of a text with which a known name in it can begin."""
    return {word.partition(" ")[0] for word, _, _ in _pieces(text)} - {""}


def _pieces(text: str) -> list[tuple[str, int, int]]:
    return [(fold(m[0].removesuffix("'s").removesuffix("’s")), m.start(), m.end()) for m in _PIECE.finditer(text)]


def find_known(text: str, names: Sequence[str]) -> list[Spot]:
    """Every known name in the text, in any case and without regard to accents; the longer one wins."""
    pieces = _pieces(text)
    heads: dict[str, list[int]] = {}
    for i, (word, _, _) in enumerate(pieces):
        heads.setdefault(word.partition(" ")[0], []).append(i)
    found: list[Spot] = []
    for name, parts in _likely(names, heads):
        for i in heads[parts[0]]:
            spot = _match(text, pieces, i, name, parts)
            if spot and not re.match(r"-\w", text[spot.end :]):
                found.append(spot)
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda s: (s.start - s.end, s.start, s.name)):
        if all(spot.end <= k.start or k.end <= spot.start for k in kept):
            kept.append(spot)
    return sorted(kept, key=lambda s: s.start)


def _likely(names: Sequence[str], heads: dict[str, list[int]]) -> Iterator[tuple[str, list[str]]]:
    """Names whose first word is in the text; folding all names of a large memory would take too long."""
    for name in names:
        if name.isascii() and name[:1].isalpha():
            head = re.split(r"[\W_]", name, maxsplit=1)[0].lower()
            if head and head not in heads and "'" not in name:
                continue
        parts = fold(name).split()
        if parts and parts[0] in heads:
            yield name, parts


def _match(text: str, pieces: list[tuple[str, int, int]], i: int, name: str, parts: list[str]) -> Spot | None:
    at = i
    rest = parts
    while rest:
        if at >= len(pieces):
            return None
        if at > i and not _GAP.fullmatch(text, pieces[at - 1][2], pieces[at][1]):
            return None
        here = pieces[at][0].split()
        if not here or rest[: len(here)] != here:
            return None
        rest, at = rest[len(here) :], at + 1
    start, end = pieces[i][1], pieces[at - 1][2]
    for tail in ("'s", "’s"):
        end -= len(tail) if text[start:end].endswith(tail) and not name.endswith(tail) else 0
    if start and text[start - 1] == "@" and name.startswith("@"):
        start -= 1
    return Spot(name, start, end)


def same_event(words: str, events: Sequence[str]) -> str | None:
    """The one known event that these words can mean: its name, or all that is particular in them is part of its name."""
    said = fold(words)
    exact = [e for e in events if fold(e) == said]
    if exact:
        return exact[0]
    particular = [w for w in said.split() if w not in GENERIC]
    if not particular:
        return None
    hits = [e for e in events if set(particular) <= set(fold(e).split())]
    return hits[0] if len(hits) == 1 else None
