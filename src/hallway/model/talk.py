"""Talks of a programme: who was there to be heard, which does not mean that I met them."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref


@dataclass(frozen=True, slots=True)
class TalkFact:
    """A session of an event. `people` held it; `start` is ISO 8601 with the event's own offset where the programme has
    one (`2014-02-01T10:30:00+01:00`); `minutes` is its length; `key` is the programme's own id (`namespace:number`)."""

    event: Ref
    title: str
    people: tuple[Ref, ...] = ()
    start: str | None = None
    minutes: int | None = None
    room: str | None = None
    track: str | None = None
    url: str | None = None
    key: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
