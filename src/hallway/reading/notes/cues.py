"""What a stretch of a note can be about, and the shape of the words that announce it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a stretch of the note is."""

    PEOPLE = "people"
    KIND = "kind"
    UNMET = "unmet"
    CONTACT = "contact"
    VIA = "via"
    AT = "at"
    OF = "of"
    PLACE = "place"
    NEED = "need"
    OFFER = "offer"
    FOLLOWING = "following"
    RELATION = "relation"
    OUTCOME = "outcome"
    ROLE = "role"
    WHEN = "when"
    EVENT = "event"
    ORGANIZATION = "organization"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, what it announces, and the kind of connection or status that goes with it."""

    sort: Sort
    pattern: re.Pattern[str]
    value: str | None = None
    strong: bool = False


def cue(sort: Sort, pattern: str, value: str | None = None, strong: bool = False) -> Cue:
    """A cue that ends where a word ends."""
    return Cue(sort, re.compile(rf"(?:{pattern})(?!\w)", re.I), value, strong)
