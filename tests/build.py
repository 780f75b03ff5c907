"""Readings built by hand, so that what is kept and shown can be tested without the network that reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallway.model import (
    AffiliationFact,
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    OrganizationFact,
    PersonFact,
    Reading,
    Source,
    Span,
    When,
)


@dataclass
class Draft:
    """A text and what it says. Words are given as they stand in the text; nouns are named by the refs that are returned."""

    text: str
    name: str = "diary.txt"
    written: str | None = None
    author: str | None = None
    kind: str = "diary"
    facts: list[Fact] = field(default_factory=list)

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(words, at, at + len(words))

    def sentence(self, words: str) -> tuple[Span, ...]:
        """The line that the words stand in."""
        at = self.text.index(words)
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return (Span(self.text[start:end], start, end),)

    def person(self, name: str, as_written: str | None = None) -> str:
        words = as_written or name
        ref = f"p{sum(isinstance(f, PersonFact) for f in self.facts)}"
        self.facts.append(PersonFact(ref, name, (self.span(words),), self.sentence(words)))
        return ref

    def event(self, name: str, **details: object) -> str:
        ref = f"e{sum(isinstance(f, EventFact) for f in self.facts)}"
        dates = {k: When(str(v)) for k, v in details.items() if k in ("start", "end")}
        self.facts.append(EventFact(ref, name, evidence=self.sentence(name), **{**details, **dates}))  # type: ignore[arg-type]
        return ref

    def organization(self, name: str) -> str:
        ref = f"o{sum(isinstance(f, OrganizationFact) for f in self.facts)}"
        self.facts.append(OrganizationFact(ref, name, self.sentence(name)))
        return ref

    def works(self, person: str, organization: str, role: str | None = None) -> None:
        self.facts.append(AffiliationFact(person, organization, role))

    def met(self, person: str, kind: str, event: str | None = None, via: str | None = None) -> None:
        called = next(f for f in self.facts if isinstance(f, PersonFact) and f.ref == person)
        words = self.sentence(called.mentions[0].text)
        self.facts.append(EncounterFact(person, Connection(kind), event, via, evidence=words))

    def add(self, *facts: Fact) -> None:
        self.facts += facts

    def reading(self) -> Reading:
        written = When(self.written) if self.written else None
        return Reading(Source(self.name, self.text, self.kind, self.author, written), tuple(self.facts))


class Canned:
    """A reader that knows some texts by heart, and finds nothing in others."""

    def __init__(self, *readings: Reading) -> None:
        self._known = {r.source.text: r for r in readings}

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        found = self._known.get(text)
        source = Source(name, text, "diary", found.source.author if found else None, written)
        if not found:
            return Reading(source)
        told = Source(name, text, "diary", found.source.author, found.source.written or written)
        return Reading(told, found.facts, found.guesses)
