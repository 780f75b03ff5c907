"""How sure a reader is of how somebody was met."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.encounter import Connection
from hallway.model.person import Ref

ASK = 0.55
"""Below this probability a person is asked rather than trusted."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reader takes `person` for: `sure` is the probability that this is a person and `kinds[0]` right; `kinds` has
    every connection, the one that was read first, then the others, likeliest first."""

    person: Ref
    sure: float
    kinds: tuple[Connection, ...]
