"""What an address book knows beside keys: a birthday, a postal address, a title, the day on which we connected."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class DetailFact:
    """`kind` in one lower-case word (`birthday`, `address`, `language`, `connected`, `tag`, ...), `value` as the source has it.

    `when` is the value as a date where it is one.
    """

    person: Ref
    kind: str
    value: str
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
