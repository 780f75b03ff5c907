"""What the reader's encoder sees besides the word pieces: the shape of each word and where its line begins.

The word pieces are lower-cased and without accents, and line breaks are gone; both matter for names, so they come back as
one small number per piece that has an embedding of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SHAPES = 7
FEATURES = SHAPES * 3 + 1
WINDOW = 254
OVERLAP = 64

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-EVT", "I-EVT", "B-LOC", "I-LOC")
CONNECTIONS = ("none", "fleeting", "new", "renewed", "cemented")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in word pieces: ids, features, and the code point offsets of each piece."""

    ids: list[int]
    features: list[int]
    offsets: list[tuple[int, int]]
    words: list[int]


def pieces(tokenizer: Any, text: str) -> Pieces:
    """Cut `text` with a `tokenizers.Tokenizer` (no special tokens) and describe each piece."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = [(a, b) for a, b in encoding.offsets]
    words = [w if w is not None else -1 for w in encoding.word_ids]
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    for (a, b), w in zip(offsets, words, strict=True):
        starts.setdefault(w, a)
        ends[w] = b
    last = 0
    features: list[int] = []
    position = 0
    previous = -2
    for w in words:
        if w != previous:
            gap = text[last : starts[w]].count("\n") if last else 2
            position = min(2, gap)
            last, previous = ends[w], w
        features.append(1 + shape(text[starts[w] : ends[w]]) * 3 + position)
    return Pieces(list(encoding.ids), features, offsets, words)


def shape(word: str) -> int:
    """0 punctuation, 1 digits, 2 lower, 3 Title, 4 UPPER, 5 mixed, 6 one capital letter."""
    if not word or not any(c.isalnum() for c in word):
        return 0
    if word.isdigit():
        return 1
    if word.islower() or not any(c.isalpha() and c != c.lower() for c in word):
        return 2
    if len(word) == 1:
        return 6
    if word.isupper():
        return 4
    return 3 if word[0].isupper() and word[1:].islower() else 5


def windows(size: int, length: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Overlapping stretches [start, end) that cover `size` pieces."""
    if size <= length:
        return [(0, size)] if size else []
    step = length - overlap
    spans = [(i, min(size, i + length)) for i in range(0, size - overlap, step)]
    spans[-1] = (max(0, size - length), size)
    return spans
