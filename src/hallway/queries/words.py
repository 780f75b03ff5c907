"""The words that facts rest on: what every answer shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.store import stories
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a source: `text == source.text[start:end]` in code points; `date` is when it was written (EDTF)."""

    text: str
    source: str
    start: int
    end: int
    date: str | None

    def as_dict(self) -> dict[str, object]:
        return {"text": self.text, "source": self.source, "start": self.start, "end": self.end, "date": self.date}


class Quotes:
    """The words of many facts, fetched at once."""

    def __init__(self, store: Store, facts: Iterable[int]) -> None:
        self._by_fact: dict[int, list[Words]] = defaultdict(list)
        for row in stories.evidence(store, facts):
            words = Words(row["text"], row["source"], row["start"], row["end"], row["written"])
            self._by_fact[row["fact_id"]].append(words)

    def of(self, fact: int) -> tuple[Words, ...]:
        """The words of one fact, in the order of its text."""
        return tuple(self._by_fact.get(fact, ()))


def dicts(words: Iterable[Words]) -> list[dict[str, object]]:
    return [w.as_dict() for w in words]
