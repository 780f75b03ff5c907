"""Encounters: how I connected with somebody, once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


class Connection(StrEnum):
    """How an encounter connected us, from nothing to a tie made deeper."""

    NONE = "none"
    FLEETING = "fleeting"
    NEW = "new"
    RENEWED = "renewed"
    CEMENTED = "cemented"


@dataclass(frozen=True, slots=True)
class EncounterFact:
    """I met `person` at `event` (or outside any), through `via`. `kind` is never `none`."""

    person: Ref
    kind: Connection
    event: Ref | None = None
    via: Ref | None = None
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if self.kind is Connection.NONE:
            raise ValueError("an encounter needs a kind: what did not happen is no encounter")
