"""What a question asks for in words: the words that count, and how much of them a passage covers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from hallway.meaning.codes import Vectors

_EMPTY = (
    "a an and are as at be by did do does for from had has have he her his how i in is it its of on or she that the "
    "their they this to was were what when where which who why will with would you"
)
EMPTY_WORDS = frozenset(_EMPTY.split())
LEAST_RARITY = 1e-6


def query_words(query: str) -> list[str]:
    """Return the words of a query once each, in order, without those that say nothing (unless all of them do)."""
    words = list(dict.fromkeys(re.findall(r"\w+", query.lower())))
    return [word for word in words if word not in EMPTY_WORDS] or words


def match_any(words: Sequence[str]) -> str:
    """Return an FTS5 query for passages with any of the words."""
    return " OR ".join(f'"{word}"' for word in words)


def rarity(passages_with: int, passages: int) -> float:
    """Return how much a word counts in BM25 (its inverse document frequency, as FTS5 has it)."""
    return max(math.log((passages - passages_with + 0.5) / (passages_with + 0.5)), LEAST_RARITY)


def full_match(passages_with: Iterable[int], passages: int) -> float:
    """Return the BM25 of an average passage with each word of the query once, from how many passages have each."""
    return sum(rarity(count, passages) for count in passages_with)


def coverage(bm25: Vectors, full: float) -> Vectors:
    """Return how much of the query each passage covers: 0 is nothing, 1 a full match, whatever the memory's size.

    `bm25` is positive where a passage matches (FTS5 returns it negated). A word that no passage has makes every
    passage cover less, as it should.
    """
    covered: Vectors = (bm25 / max(full, LEAST_RARITY)).astype(bm25.dtype)
    return covered
