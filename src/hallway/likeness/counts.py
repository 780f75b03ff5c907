"""How common each value is: a rare surname says more than "Chris".

A share is smoothed towards what is common in the world, so that a memory of fifty people, where every surname is rare,
does not take two Smiths for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hallway.likeness.names import forms, handles, plain
from hallway.likeness.nicknames import relatives
from hallway.likeness.record import Record
from hallway.model.folding import is_handle

SETS = ("organizations", "places", "events", "series", "company", "handle")
GIVEN, ANY = 1 / 200, 1 / 2500
"""How common a given name that has short forms, and any other part of a name, is among people at large."""
BELIEVED = 300.0
"""How many records the world at large counts for beside the memory's own."""
DESKS = frozenset("admin contact events hello help info mail me office press sales support team webmaster".split())
"""Mailboxes that are nobody's name."""
WORLD, RARE = 50.0, 1 / 200
"""The same for values other than names, of which nothing is known but that most are rare."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record made comparable: forms of its names, values of its columns, members of its sets, stable keys."""

    id: int
    forms: tuple[tuple[str, ...], ...]
    values: Mapping[str, str]
    sets: Mapping[str, frozenset[str | int]]
    keys: frozenset[tuple[str, str]]
    own: frozenset[str]
    years: tuple[int, int] | None


def tell(record: Record, called: Mapping[int, str] | None = None) -> Told:
    """Make a record comparable. `called`: ids of people → one name for all records that are called so."""
    found = tuple(dict.fromkeys(form for name in record.names for form in forms(name)))
    chosen = {f[0] for name in record.names if " " in name or is_handle(name) for f in forms(name) if len(f) == 1}
    own = frozenset(user for key in record.keys for user in _users(key)) | chosen
    known = called or {}
    sets: dict[str, frozenset[str | int]] = {
        "organizations": frozenset(filter(None, map(plain, record.organizations))),
        "places": frozenset(filter(None, map(plain, record.places))),
        "events": frozenset(record.events),
        "series": frozenset(filter(None, map(plain, record.series))),
        "company": frozenset(known.get(person, person) for person in record.company if person != record.id),
        "handle": frozenset(handle for form in found for handle in handles(form)) | own,
    }
    values = {column: value for column, text in sorted(record.address.items()) if text and (value := plain(text))}
    sets = {kind: members for kind, members in sets.items() if members}
    return Told(record.id, found, values, sets, record.keys, own, record.years)


def _users(key: tuple[str, str]) -> Iterable[str]:
    """The name that somebody chose on the net, in an address or a handle; two letters are nobody's choice."""
    kind, value = key
    user = ""
    if kind == "email":
        user = value.partition("@")[0]
    elif kind == "handle":
        user = value.partition(":")[2].lstrip("@").partition("@")[0]
    user = "".join(c for c in user.lower() if c.isalnum())
    return (user,) if len(user) > 2 and user not in DESKS else ()


@dataclass(slots=True)
class Counts:
    """In how many of `records` records each value is found."""

    records: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    values: dict[str, Counter[str]] = field(default_factory=dict)
    having: Counter[str] = field(default_factory=Counter)
    sets: dict[str, Counter[str | int]] = field(default_factory=dict)
    keys: Counter[tuple[str, str]] = field(default_factory=Counter)
    echo: float = 0.0
    """How many of a value's holders are, on average, the same person once more: they do not make it common."""

    def add(self, told: Told) -> None:
        """Count one record more."""
        self.records += 1
        self.keys.update(told.keys)
        self.parts.update({part for form in told.forms for part in form})
        for column, value in told.values.items():
            self.having[column] += 1
            self.values.setdefault(column, Counter())[value] += 1
        for kind, members in told.sets.items():
            self.having[kind] += 1
            self.sets.setdefault(kind, Counter()).update(members)

    def part(self, part: str) -> float:
        """Return the share of people one of whose names this is."""
        world = GIVEN if part in relatives() else ANY
        return (self._others(self.parts[part]) + BELIEVED * world) / (self.records + BELIEVED)

    def value(self, column: str, value: str) -> float:
        """Return the share of records with this value among those that have the column."""
        return (self._others(self.values.get(column, Counter())[value]) + WORLD * RARE) / (self.having[column] + WORLD)

    def member(self, kind: str, member: str | int) -> float:
        """Return the share of records with this member among those that have any of the kind."""
        return (self._others(self.sets.get(kind, Counter())[member]) + WORLD * RARE) / (self.having[kind] + WORLD)

    def _others(self, count: int) -> float:
        return max(count - self.echo, min(count, 1))
