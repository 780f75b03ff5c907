"""What somebody wrote where I read it: an entry of their feed."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class PostFact:
    """`person` published `title` at `url`; the words are the source's text."""

    person: Ref
    title: str
    url: str | None = None
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
