"""A reading made elsewhere, as data: every fact must quote the text, or it is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from hallway.model import (
    AffiliationFact,
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    FollowingFact,
    NeedFact,
    OrganizationFact,
    OutcomeFact,
    PersonFact,
    Reading,
    Ref,
    RelationFact,
    RoleFact,
    Source,
    Span,
    TeamFact,
    When,
)
from hallway.model.folding import fold
from hallway.reading.names import part_of, words
from hallway.reading.protocol import verified


def from_data(source: Source, data: Mapping[str, Any]) -> Reading:
    """Facts from an object of the shape that `hallway read --json` prints, where `evidence` may be plain quotes.

    What is not quoted word for word from `source.text`, or has a shape or label that does not exist, is left out; the rest
    is kept.
    """
    return verified(Reading(source, tuple(_Builder(source, data).facts())))


_REFS = ("ref", "person", "organization", "event", "via", "maker", "team", "organizers", "shows")


def rewritten(fact: Fact, value: Callable[[Any], Any], ref: Callable[[Ref], Ref]) -> Fact:
    """A fact with its spans passed through `value` and its refs through `ref`."""

    def one(x: Any, is_ref: bool) -> Any:
        if isinstance(x, tuple):
            return tuple(one(v, is_ref) for v in x)
        return ref(x) if is_ref and isinstance(x, str) else value(x)

    return replace(fact, **{f.name: one(getattr(fact, f.name), f.name in _REFS) for f in fields(fact)})


def unified(reading: Reading) -> Reading:
    """The reading with nouns of one name made one, and one encounter (the surest) a person."""
    same: dict[tuple[str, str], Ref] = {}
    alias: dict[Ref, Ref] = {}
    for f in reading.facts:
        if isinstance(f, PersonFact | OrganizationFact | EventFact):
            alias[f.ref] = same.setdefault((type(f).__name__, fold(f.name)), f.ref)
    alias |= _first_names({f.ref: words(f.name) for f in reading.all(PersonFact) if alias[f.ref] == f.ref})
    facts: list[Fact] = []
    at: dict[object, int] = {}
    for f in (rewritten(f, lambda x: x, lambda r: alias.get(r, r)) for f in reading.facts):
        key = _same(f)
        if key not in at:
            at[key] = len(facts)
            facts.append(f)
        elif isinstance(f, PersonFact) and isinstance(known := facts[at[key]], PersonFact):
            facts[at[key]] = replace(
                known,
                name=max(known.name, f.name, key=lambda n: len(words(n))),
                mentions=_union(known, f, "mentions"),
                evidence=_union(known, f, "evidence"),
            )
        elif isinstance(f, EncounterFact) and f.confidence > facts[at[key]].confidence:
            facts[at[key]] = f
    return Reading(reading.source, tuple(facts))


def _first_names(people: dict[Ref, list[str]]) -> dict[Ref, Ref]:
    """`Elizabeth` in one piece is the `Elizabeth Albrycht` of another, where only one person can be meant."""
    found = {}
    for ref, name in people.items():
        if len(name) == 1:
            bearers = [r for r, full in people.items() if len(full) > 1 and part_of(name[0], full)]
            if len(bearers) == 1 and bearers[0].rpartition(".")[2] != ref.rpartition(".")[2]:
                found[ref] = bearers[0]
    return found


def _same(f: Fact) -> object:
    """What two facts share that say the same: a noun's ref, whose encounter it is, or all but evidence and certainty."""
    if isinstance(f, PersonFact | OrganizationFact | EventFact | TeamFact):
        return (type(f), f.ref)
    return (type(f), f.person) if isinstance(f, EncounterFact) else replace(f, evidence=(), confidence=1.0)


def _union(a: Fact, b: Fact, field: str) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*getattr(a, field), *getattr(b, field))))


class _Builder:
    def __init__(self, source: Source, data: Mapping[str, Any]) -> None:
        self.source = source
        self.events = [
            e
            for e in _list(data.get("events"))
            if _text(e.get("name")) and (self._quotes(e["name"]) or self._quotes(e.get("evidence")))
        ]
        self.people = [
            {**p, "name": name}
            for p in _list(data.get("people"))
            if (name := self._name(p.get("name"), p.get("mentions")))
        ]
        self.outcomes = _list(data.get("outcomes"))
        self.organizations: dict[str, str] = {}
        self.refs: dict[str, Ref] = {fold(str(p["name"])): f"p{i}" for i, p in enumerate(self.people)}
        self.refs.pop("", None)
        self.given = _list(data.get("events"))

    def facts(self) -> Iterator[Fact]:
        for i, e in enumerate(self.events):
            yield EventFact(
                f"e{i}", str(e["name"]), self._said(e.get("series")), _text(e.get("edition")), self._said(e.get("place")),
                self._when(e.get("start")), self._when(e.get("end")), tuple(self._organizers(e.get("organizers"))),
                evidence=self._quotes(e.get("evidence")) or self._quotes(e.get("name")),
            )  # fmt: skip
        for i, p in enumerate(self.people):
            yield from self._person(f"p{i}", p)
        for o in self.outcomes:
            quotes = self._quotes(o.get("evidence"))
            if quotes:
                person = self.refs.get(fold(str(o.get("person") or "")))
                yield OutcomeFact(self._said(o.get("words")) or quotes[0].text, person, evidence=quotes)

    def _person(self, ref: Ref, p: Mapping[str, Any]) -> Iterator[Fact]:
        quotes = self._quotes(p.get("evidence"))
        sure = _share(p.get("confidence"))
        yield PersonFact(
            ref, str(p["name"]), self._quotes(p.get("mentions")) or self._quotes(p.get("name")), quotes, sure
        )
        if not quotes:
            return
        event = self._event(p.get("event"))
        kind = p.get("connection")
        if kind in list(Connection) and kind != Connection.NONE:
            via = self.refs.get(fold(str(p.get("introduced_by") or "")))
            yield EncounterFact(ref, Connection(kind), event, via if via != ref else None, None, quotes, sure)
        if p.get("followed_before") is True:
            yield FollowingFact(ref, quotes[0].text, None, quotes, sure)
        if self._said(p.get("organization")):
            yield from self._employer(ref, str(p["organization"]), quotes)
        role = p.get("role")
        if isinstance(role, str) and role and event:
            yield RoleFact(ref, event, role, None, quotes)
        if self._said(p.get("relation")):
            yield RelationFact(ref, str(p["relation"]), quotes)
        for need in _list(p.get("needs")):
            if need.get("kind") in ("need", "offer", "note") and self._said(need.get("words")):
                yield NeedFact(ref, str(need["kind"]), str(need["words"]), quotes)

    def _employer(self, person: Ref, name: str, quotes: tuple[Span, ...]) -> Iterator[Fact]:
        known = self.organizations.get(fold(name))
        if known is None:
            known = self.organizations[fold(name)] = f"o{len(self.organizations)}"
            yield OrganizationFact(known, name, quotes)
        yield AffiliationFact(person, known, evidence=quotes)

    def _event(self, index: object) -> Ref | None:
        if type(index) is int and 0 <= index < len(self.given) and self.given[index] in self.events:
            return f"e{self.events.index(self.given[index])}"
        return None

    def _name(self, name: object, forms: object) -> str | None:
        """The name, where the text has it; the longest form that it does have, where not."""
        known = [s.text for s in (*self._quotes(name), *self._quotes(forms)) if fold(s.text)]
        return known[0] if known and known[0] == name else max(known, key=len, default=None)

    def _organizers(self, given: object) -> Iterator[Ref]:
        for name in given if isinstance(given, list) else ():
            ref = self.refs.get(fold(str(name)))
            if ref:
                yield ref

    def _when(self, value: object) -> When | None:
        """A date whose years are told: in the text, or by the day it was written."""
        try:
            when = When(str(value)) if value else None
        except ValueError:
            return None
        told = f"{self.source.text} {self.source.written}"
        return when if when and all(year in told for year in re.findall(r"\d{4}", when.edtf)) else None

    def _said(self, words: object) -> str | None:
        return words if isinstance(words, str) and self._quotes(words) else None

    def _quotes(self, quoted: object) -> tuple[Span, ...]:
        """The spans of the quotes that do stand in the text; a span given with offsets must be exact."""
        found = []
        for q in quoted if isinstance(quoted, list) else [quoted]:
            words = q.get("text") if isinstance(q, Mapping) else q
            if not isinstance(words, str) or not words.strip():
                continue
            start = q.get("start") if isinstance(q, Mapping) else None
            if isinstance(start, int) and start >= 0 and self.source.text.startswith(words, start):
                found.append(self.source.span(start, start + len(words)))
            elif at := self._find(words) or self._loosely(words):
                found.append(self.source.span(*at))
        return tuple(found)

    def _find(self, words: str) -> tuple[int, int] | None:
        """Where the words stand, as whole words: `Ann` is not in `Annual`."""
        text, at = self.source.text, -1
        while (at := text.find(words, at + 1)) >= 0:
            end = at + len(words)
            opens = at == 0 or not (words[0].isalnum() and text[at - 1].isalnum())
            if opens and not (words[-1].isalnum() and text[end : end + 1].isalnum()):
                return at, end
        return None

    def _loosely(self, words: str) -> tuple[int, int] | None:
        """Where the same words stand with other spaces, line ends, quotation marks or dashes: models set these right."""
        pieces = words.split()
        if len(pieces) < 2 or len(words) > _LONGEST_QUOTE:
            return None
        pattern = r"\s+".join("".join(_ALIKE.get(c) or re.escape(c) for c in piece) for piece in pieces)
        found = re.search(rf"(?<!\w){pattern}(?!\w)", self.source.text)
        return found.span() if found else None


_LONGEST_QUOTE = 2000
_MARKS = ("'’‘ʼ`", '"“”„«»', "-‐‑–—")
_ALIKE = {c: f"[{re.escape(marks)}]" for marks in _MARKS for c in marks}


def _list(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and value != "" else None


def _share(value: object) -> float:
    """A number from 0 to 1; 0.8 where it is none."""
    return min(1.0, max(0.0, float(value))) if isinstance(value, int | float) and value == value else 0.8
