"""Who is spoken of where in a sentence, so that a sentence about many is not about each of them all over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from hallway.queries.recall.known import Known
from hallway.queries.recall.plainwords import TOKEN, folded, stem

ELSEWHERE = 0.4
_PRONOUN = r"(?:she|he|they|her|his|him|their|sie|er|ihr|sein|elle|il|ella|él|hij|zij)"
_REFERS = re.compile(rf"\b{_PRONOUN}\b", re.I)
_ADDRESS = re.compile(rf"\W*(\w+), {_PRONOUN}\b", re.I)


class Spoken:
    """One sentence with its people; takes it apart only when asked."""

    def __init__(self, text: str, people: Collection[int], known: Known) -> None:
        self._text, self._people, self._known = text, people, known

    @property
    def refers(self) -> bool:
        """Whether it speaks of somebody without the name."""
        return bool(_REFERS.search(self._text))

    @property
    def last(self) -> int | None:
        """Who was named last."""
        return self._named[-1][1] if self._named else None

    def addresses(self, person: int) -> bool:
        """Whether the sentence only speaks to this person: "Anke, she builds exhibitions"."""
        address = _ADDRESS.match(self._text)
        return bool(address) and person in self._known.called(folded(address[1])) if address else False

    def share(self, person: int, words: Collection[str], weights: Mapping[str, float]) -> float:
        """How much of the words' weight in the sentence belongs to one of its people, from ELSEWHERE to 1.

        A word belongs to whoever was named last before it, and to everybody before the first name and in a list of names.
        """
        best: dict[str, float] = {}
        for place, word in self._wanted(words):
            best[word] = max(1.0 if self._belongs(place, person) else ELSEWHERE, best.get(word, 0.0))
        total = sum(weights.get(word, 0.0) for word in best)
        return sum(part * weights.get(word, 0.0) for word, part in best.items()) / total if total else 1.0

    @cached_property
    def _tokens(self) -> list[str]:
        return TOKEN.findall(self._text.lower())

    @cached_property
    def _named(self) -> list[tuple[int, int]]:
        people, by_word = set(self._people), self._known.by_word
        return [
            (place, person)
            for place, token in enumerate(self._tokens)
            if (called := by_word.get(folded(token)))
            for person in people & called
        ]

    @cached_property
    def _spots(self) -> list[int]:
        return [place for place, _ in self._named]

    def _wanted(self, words: Collection[str]) -> list[tuple[int, str]]:
        return [(place, word) for place, token in enumerate(self._tokens) if (word := stem(token)) in words]

    def _belongs(self, place: int, person: int) -> bool:
        at = bisect_right(self._spots, place)
        return at == 0 or person in _together(self._named, at) or not any(p == person for _, p in self._named)


def _together(named: Sequence[tuple[int, int]], at: int) -> set[int]:
    """The people named right before, one after the other with no more than a word between."""
    found = {named[at - 1][1]}
    for (place, person), (following, _) in zip(reversed(named[: at - 1]), reversed(named[1:at]), strict=False):
        if following - place > 2:
            break
        found.add(person)
    return found
