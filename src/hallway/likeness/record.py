"""What is known of one record, and what two of them amount to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hallway.model.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Record:
    """One record of somebody, as a source names them. Whatever is empty is unknown, and is evidence of nothing.

    `names`: every form, the fullest first. `keys`: (kind, value) pairs, normalised by the caller: `("email", "a@b.c")`,
    `("url", ...)`, `("phone", ...)`, `("id", "fosdem.org:123")` (issuer, colon, number), `("handle", "mastodon:@x@y")`.
    `organizations`, `places` and `series` are folded; `events` and `company` (people met or named together with) are
    ids. `years`: the first and last year anything is known of. `address`: what a list has of them beyond that, by
    column: street, postcode, city, birth; dates as ISO 8601.
    """

    id: int
    names: tuple[str, ...]
    keys: frozenset[tuple[str, str]] = frozenset()
    organizations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    events: frozenset[int] = frozenset()
    series: frozenset[str] = frozenset()
    company: frozenset[int] = frozenset()
    years: tuple[int, int] | None = None
    address: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against.

    `kind`: name, key, handle, organizations, places, events, series, company, years, or a column of `address`.
    `words`: for people, without the names of events and people (the model knows only their ids). `bits`: its weight,
    the base-2 logarithm of how much likelier it is of one person than of two; negative speaks against. `about`: the
    values or ids that agree, for the caller to name.
    """

    kind: str
    words: Phrase
    bits: float
    about: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two records that are perhaps one person: `a` < `b`, the probability from 0 to 1, the weightiest reasons first."""

    a: int
    b: int
    probability: float
    reasons: tuple[Reason, ...] = ()
