"""A reading made elsewhere, as data: every fact must quote the text, or it is dropped."""

from __future__ import annotations

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
    When,
)
from hallway.model.folding import fold
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
    facts: list[Fact] = []
    at: dict[object, int] = {}
    for f in (rewritten(f, lambda x: x, lambda r: alias.get(r, r)) for f in reading.facts):
        key = (type(f), f.ref) if hasattr(f, "ref") else (type(f), f.person) if isinstance(f, EncounterFact) else f
        if key not in at:
            at[key] = len(facts)
            facts.append(f)
        elif isinstance(f, PersonFact) and isinstance(known := facts[at[key]], PersonFact):
            facts[at[key]] = replace(
                known, mentions=_union(known, f, "mentions"), evidence=_union(known, f, "evidence")
            )
        elif isinstance(f, EncounterFact) and f.confidence > facts[at[key]].confidence:
            facts[at[key]] = f
    return Reading(reading.source, tuple(facts))


def _union(a: Fact, b: Fact, field: str) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*getattr(a, field), *getattr(b, field))))


class _Builder:
    def __init__(self, source: Source, data: Mapping[str, Any]) -> None:
        self.source = source
        self.events = [
            e for e in _list(data.get("events")) if self._quotes(e.get("name")) or self._quotes(e.get("evidence"))
        ]
        self.people = [
            p for p in _list(data.get("people")) if self._quotes(p.get("name")) or self._quotes(p.get("mentions"))
        ]
        self.outcomes = _list(data.get("outcomes"))
        self.organizations: dict[str, str] = {}
        self.refs: dict[str, Ref] = {fold(str(p["name"])): f"p{i}" for i, p in enumerate(self.people)}
        self.given = _list(data.get("events"))

    def facts(self) -> Iterator[Fact]:
        for i, e in enumerate(self.events):
            yield EventFact(
                f"e{i}", str(e["name"]), _text(e.get("series")), _text(e.get("edition")), self._said(e.get("place")),
                _when(e.get("start")), _when(e.get("end")),
                tuple(self.refs[fold(str(o))] for o in e.get("organizers") or () if fold(str(o)) in self.refs),
                evidence=self._quotes(e.get("evidence")) or self._quotes(e.get("name")),
            )  # fmt: skip
        for i, p in enumerate(self.people):
            yield from self._person(f"p{i}", p)
        for o in self.outcomes:
            quotes = self._quotes(o.get("evidence"))
            if quotes:
                yield OutcomeFact(
                    str(o.get("words") or quotes[0].text), self.refs.get(fold(str(o.get("person")))), evidence=quotes
                )

    def _person(self, ref: Ref, p: Mapping[str, Any]) -> Iterator[Fact]:
        quotes = self._quotes(p.get("evidence"))
        sure = min(1.0, max(0.0, float(p.get("confidence") or 0.8)))
        yield PersonFact(
            ref, str(p["name"]), self._quotes(p.get("mentions")) or self._quotes(p.get("name")), quotes, sure
        )
        if not quotes:
            return
        event = self._event(p.get("event"))
        kind = p.get("connection")
        if kind in list(Connection) and kind != Connection.NONE:
            via = self.refs.get(fold(str(p.get("introduced_by") or "")))
            yield EncounterFact(ref, Connection(kind), event, via, None, quotes, sure)
        if p.get("followed_before") is True:
            yield FollowingFact(ref, quotes[0].text, None, quotes, sure)
        if self._said(p.get("organization")):
            yield from self._employer(ref, str(p["organization"]), quotes)
        if p.get("role") and event:
            yield RoleFact(ref, event, str(p["role"]), None, quotes)
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
        if isinstance(index, int) and 0 <= index < len(self.given) and self.given[index] in self.events:
            return f"e{self.events.index(self.given[index])}"
        return None

    def _said(self, words: object) -> str | None:
        return str(words) if words and self._quotes(str(words)) else None

    def _quotes(self, quoted: object) -> tuple[Span, ...]:
        """The spans of the quotes that do stand in the text; a span given with offsets must be exact."""
        found = []
        for q in quoted if isinstance(quoted, list) else [quoted]:
            words = q.get("text") if isinstance(q, Mapping) else q
            if not isinstance(words, str) or not words.strip():
                continue
            start = q.get("start") if isinstance(q, Mapping) else None
            if not (isinstance(start, int) and self.source.text[start : start + len(words)] == words):
                start = self.source.text.find(words)
            if start >= 0:
                found.append(self.source.span(start, start + len(words)))
        return tuple(found)


def _list(value: object) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return str(value) if value not in (None, "") else None


def _when(value: object) -> When | None:
    try:
        return When(str(value)) if value else None
    except ValueError:
        return None
