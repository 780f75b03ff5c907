"""What leaves the memory, in the shape in which every format is written from: people and occasions, with their words.

Dates are EDTF (ISO 8601-2) unless said otherwise. `uid` is a lasting id, a UUID without any prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from hallway.formats.cards.contact import Contact, Met


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's very words: from which source, and when that was written."""

    text: str
    source: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """Anything that is told of a person in a few words, such as a need (`kind` need, offer, note) or an outcome."""

    kind: str
    text: str
    date: str | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting: `dated` is False where its day is only when it was written down; `event` is the uid of the occasion; `via`
    is (uid, name) of who introduced us, the uid being None for somebody who does not leave with them."""

    met: Met
    dated: bool = True
    event: str | None = None
    via: tuple[str | None, str] | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """In which team: `change` is joined, left or None."""

    team: str
    role: str | None
    since: str | None
    until: str | None
    change: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """What a person did at an occasion (uid, title): a role, or `status` absent, missed, ..."""

    event: str
    title: str
    role: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk of theirs; `start` is ISO 8601."""

    title: str
    event: str
    start: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with all that leaves of them. `cards` are the very cards that they came with, latest first; `gone` is what
    those say that is not so any more, as (kind, value); `days` are (kind, date) of birthdays and the like."""

    contact: Contact
    cards: tuple[bytes, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    met: tuple[Encounter, ...] = ()
    parts: tuple[Part, ...] = ()
    teams: tuple[Membership, ...] = ()
    talks: tuple[Talk, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def uid(self) -> str:
        return self.contact.uid

    @property
    def name(self) -> str:
        return self.contact.name

    @property
    def urn(self) -> str:
        """The uid as a URN (RFC 9562, section 4)."""
        return f"urn:uuid:{self.contact.uid}"

    def of(self, *kinds: str) -> list[Told]:
        """What is told of them, of some kinds."""
        return [t for t in self.told if t.kind in kinds]

    def keys(self, kind: str) -> list[str]:
        """Their addresses of one kind."""
        return [value for k, value in self.contact.keys if k == kind]


@dataclass(frozen=True, slots=True)
class There:
    """Somebody of those who leave, at an occasion: how I met them there (None: I did not), and what they did."""

    uid: str
    name: str
    kind: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event: `series` is what its series is called, `attended` whether I was there as far as anything says."""

    uid: str
    title: str
    series: str | None = None
    edition: str | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    url: str | None = None
    my_role: str | None = None
    attended: bool = True
    organizers: tuple[str, ...] = ()
    people: tuple[There, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that I follow, as `formats/opml.py` wants it."""

    url: str
    people: tuple[str, ...]
    title: str | None
    since: str | None
    words: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """All that leaves at once. `title` says what of; `made` is when (UTC). `cards` are those of organizations and groups,
    as they came."""

    title: str
    made: datetime
    people: tuple[Person, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    feeds: tuple[Feed, ...] = field(default=())
    cards: tuple[bytes, ...] = ()

    def series(self) -> dict[str, list[Occasion]]:
        """The occasions by their series, each in their order; one alone is a series, too, where it has a name for it."""
        found: dict[str, list[Occasion]] = {}
        for occasion in self.occasions:
            if occasion.series:
                found.setdefault(occasion.series, []).append(occasion)
        return found


def once(words: Iterable[str]) -> tuple[str, ...]:
    """Words without what comes again, and without what is empty."""
    return tuple(dict.fromkeys(w for w in words if w))
