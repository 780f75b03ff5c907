"""A clip has a maker, shows people, and belongs to an event."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref


@dataclass(frozen=True, slots=True)
class ClipFact:
    """`kind` is photo, video, audio or slides."""

    kind: str
    maker: Ref | None = None
    shows: tuple[Ref, ...] = ()
    event: Ref | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
