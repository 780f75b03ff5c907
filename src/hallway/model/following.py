"""You knew their writing before they knew you."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class FollowingFact:
    """I knew `person` from afar before we met: their blog, mails, work online. `words` says how."""

    person: Ref
    words: str
    since: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
