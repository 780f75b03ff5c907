"""What the rules need to know of a tagger's work, whichever tagger it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entity:
    """`kind` (PER, ORG, EVT, LOC) at code points [start, end), with the tagger's probability that it is one."""

    kind: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Tie:
    """What mentions of one person amount to: a probability for each connection, for having been followed before, and how
    much each mention decides (summing to 1)."""

    connection: dict[str, float]
    followed: float
    weights: tuple[float, ...]


class Tagged(Protocol):
    """One text as a tagger sees it."""

    def entities(self) -> list[Entity]:
        """Names of all kinds, in order, none overlapping."""
        ...

    def kind_probability(self, start: int, end: int, kind: str) -> float:
        """How likely the words at [start, end) are of a kind, whatever was decided."""
        ...

    def tie(self, mentions: Sequence[tuple[int, int]]) -> Tie:
        """What is made of the mentions (code point spans) of one person."""
        ...


class Tagger(Protocol):
    """Finds names, and perhaps ties, in a text."""

    def tag(self, text: str, progress: Callable[[int, int], None] | None = None) -> Tagged:
        """Read one text, of any length; `progress` hears how many parts are done, and of how many."""
        ...
