"""Organizations organize, employ, and outlive jobs."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class OrganizationFact:
    """A company, institution, association or acting community is named."""

    ref: Ref
    name: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AffiliationFact:
    """A person belongs to an organization; `role` is their title there."""

    person: Ref
    organization: Ref
    role: str | None = None
    since: When | None = None
    until: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
