"""A person as one source names them."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span

Ref = str
"""Names something within one batch of facts: `p0`, `e1`, `o2`, `t0`."""


@dataclass(frozen=True, slots=True)
class PersonFact:
    """Somebody is named: `name` is the fullest form, `mentions` every surface form in place."""

    ref: Ref
    name: str
    mentions: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RelationFact:
    """What the author calls the tie: "my podcasting partner"."""

    person: Ref
    words: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NeedFact:
    """What somebody needs (`kind="need"`), offers (`"offer"`), or what else was noted (`"note"`), in the source's words."""

    person: Ref
    kind: str
    words: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
