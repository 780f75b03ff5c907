"""One record of an address book, whatever its fields are called: columns get roles, roles become facts.

A column without a role is kept all the same: its value is a detail under the column's own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hallway.formats.kit import times, words
from hallway.model import (
    AffiliationFact,
    DetailFact,
    Fact,
    FollowingFact,
    KeyFact,
    NeedFact,
    OrganizationFact,
    PersonFact,
    Reading,
    Source,
    When,
)

KIND = "list"

NAMES = ("name", "prefix", "first", "middle", "last", "suffix")
DAYS = ("birthday", "connected", "created", "anniversary", "invited")
ROLES = (
    *NAMES,
    "nickname",
    "email",
    "phone",
    "url",
    "handle",
    "organization",
    "title",
    "notes",
    "tags",
    "ignore",
    *DAYS,
)
"""What a column can be. A role may be followed by what kind of it this is: `handle:mastodon`."""


@dataclass(slots=True)
class Contact:
    """A record on its way to facts. `text` is the record's own; `day_first` says what 3/4/2020 means, where that is known."""

    text: str
    names: dict[str, str] = field(default_factory=dict)
    nicknames: list[str] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    jobs: list[tuple[str, str]] = field(default_factory=list)
    details: list[tuple[str, str, When | None]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    follows: str = ""
    since: When | None = None
    day_first: bool | None = None

    @property
    def name(self) -> str:
        """The fullest name that the record has; a nickname or an address where it has none."""
        parts = " ".join(self.names[k] for k in ("first", "middle", "last") if self.names.get(k))
        for called in (parts if " " in parts else "", self.names.get("name", ""), parts, *self.nicknames):
            if found := words.name(called):
                return found
        key = next((v for k, v in self.keys if k in ("email", "handle", "phone")), "")
        return f"@{key.partition(':')[2]}" if ":" in key else key

    def add(self, role: str, value: str, column: str = "") -> None:
        """One cell, by its role."""
        kind, _, more = role.partition(":")
        if not value or kind == "ignore":
            return
        if kind in NAMES:
            self.names[kind] = value
        elif kind == "nickname":
            self.nicknames.append(words.name(value))
        elif kind in ("email", "phone", "url"):
            self.keys += [(kind, v) for v in _several(kind, value)]
        elif kind == "handle":
            self.keys.append((kind, value if ":" in value or not more else f"{more}:{value.lstrip('@')}"))
        elif kind == "notes":
            self.notes.append(words.plain(value))
        elif kind == "tags":
            self.details += [("tag", tag, None) for tag in _tags(value)]
        elif kind in DAYS:
            self.details.append((kind, value, times.day(value, self.day_first)))
        else:
            self.details.append((word(more or column or role), value, None))

    def reading(
        self, file: str, place: str, record: str | None = None, original: bytes | None = None
    ) -> Reading | None:
        """The facts of the record; None for one that names nobody."""
        name = self.name
        if not name:
            return None
        source = Source(file, self.text, KIND, None, None, original, place, record)
        return Reading(source, tuple(self._facts(name, source)))

    def _facts(self, name: str, source: Source) -> Iterator[Fact]:
        whole = (source.span(0, min(len(source.text), 600)),)
        at = source.text.find(name)
        yield PersonFact("p0", name, (source.span(at, at + len(name)),) if at >= 0 else (), whole)
        for kind, value in dict.fromkeys(self.keys):
            yield KeyFact("p0", kind, value, whole)
        for i, (organization, title) in enumerate(dict.fromkeys(self.jobs)):
            if organization:
                yield OrganizationFact(f"o{i}", organization, whole)
                yield AffiliationFact("p0", f"o{i}", title or None, evidence=whole)
            elif title:
                yield DetailFact("p0", "title", title, None, whole)
        for kind, value, day in dict.fromkeys(self.details):
            yield DetailFact("p0", kind, value, day, whole)
        for nickname in dict.fromkeys(self.nicknames):
            if nickname and nickname != name:
                yield DetailFact("p0", "nickname", nickname, None, whole)
        if self.follows:
            yield FollowingFact("p0", self.follows, self.since, whole)
        for note in self.notes:
            at = source.text.find(note)
            spots = words.chunks(source.text, at, at + len(note)) if at >= 0 else []
            yield NeedFact("p0", "note", note, tuple(source.span(*spot) for spot in spots) or whole)


def word(text: str) -> str:
    """A kind of detail in one lower-case word or few: `Custom Field 1` → `custom field 1`."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())[:60] or "detail"


def _several(kind: str, value: str) -> Iterator[str]:
    """The addresses of one cell: Google divides them by ` ::: `, people by commas and semicolons."""
    for part in re.split(r" ::: |[;,\s]+" if kind == "email" else r" ::: |;|\n", value):
        if part.strip():
            yield part.strip()


def _tags(value: str) -> Iterator[str]:
    for part in re.split(r" ::: |[,;]", value):
        tag = part.strip()
        if tag and not tag.startswith("* "):
            yield tag


def by_role(cells: Mapping[str, str], roles: Mapping[str, str], text: str, day_first: bool | None = None) -> Contact:
    """A contact of a row's cells: those whose column has no role become details under the column's name."""
    contact = Contact(text, day_first=day_first)
    jobs = {"organization": "", "title": ""}
    for column, value in cells.items():
        role = roles.get(column, "")
        if role in jobs:
            jobs[role] = jobs[role] or words.line(value)
        elif value:
            contact.add(role or f"detail:{column}", value, column)
    if any(jobs.values()):
        contact.jobs.append((jobs["organization"], jobs["title"]))
    return contact
