"""What I say instead of what a text was read to say."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = ("name", "met", "organization", "words")
"""What can be put right: the name somebody is shown under, how we met, whom they work for, or anything told in words."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right about one person.

    `field` is one of FIELDS; `old` is what it was read to be (None: whatever it was), `new` what it is (None: it is not so).
    For `met`, `new` is a Connection, `none` being that we did not meet, and `event` the row of the event that is meant (None:
    outside any). For `words`, `old` is the wording of a need, a relation, a role, a following or an outcome that is wrong.
    """

    field: str
    new: str | None = None
    old: str | None = None
    event: int | None = None

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise ValueError(f"{self.field!r} cannot be corrected: it is one of {', '.join(FIELDS)}")
