"""What came of it."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """Something came of meeting `person` (None: not named). `lag` is the time it took, in the source's words."""

    words: str
    person: Ref | None = None
    lag: str | None = None
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
