"""Teams change: members have a role and a period, and leaving is not forgetting."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class TeamFact:
    ref: Ref
    name: str
    event: Ref | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """`person` (None: the author) is or was in `team`; `change` is `joined`, `left` or None."""

    team: Ref
    person: Ref | None
    role: str | None = None
    since: When | None = None
    until: When | None = None
    change: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
