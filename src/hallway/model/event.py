"""Events: editions of a series, or occasions of their own."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class EventFact:
    """An occasion. `edition` is an ordinal ("7") or a year ("2007") in digits; organizers are people or organizations.

    `within` is the event that this one is a part of; `url` its page; `key` what its programme calls it.
    """

    ref: Ref
    name: str
    series: str | None = None
    edition: str | None = None
    place: str | None = None
    start: When | None = None
    end: When | None = None
    organizers: tuple[Ref, ...] = ()
    my_role: str | None = None
    mentions: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    within: Ref | None = None
    url: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class RoleFact:
    """What somebody did at an event (speaker, organizer, host), or that they were not met there: `status` is "absent", "missed" or "never met"."""

    person: Ref
    event: Ref
    role: str | None = None
    status: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TopicFact:
    """What an event or text was about."""

    words: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
