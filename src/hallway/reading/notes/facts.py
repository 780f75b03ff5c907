"""Claims into facts, each with the words it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hallway.model import (
    AffiliationFact,
    EncounterFact,
    EventFact,
    Fact,
    FollowingFact,
    NeedFact,
    OrganizationFact,
    OutcomeFact,
    PersonFact,
    Ref,
    RelationFact,
    RoleFact,
    Source,
    Span,
    When,
)
from hallway.model.folding import fold
from hallway.reading.dates import Dated
from hallway.reading.notes.claims import Claim
from hallway.reading.notes.connection import connection
from hallway.reading.notes.cues import Sort
from hallway.reading.notes.naming import KNOWN, LIKELY, Name
from hallway.reading.notes.people import Group
from hallway.reading.notes.places import ROLE

_GUESSED = 0.6
_LAG = re.compile(r"\b(?:(?:a|an|one|two|three|four|five|six|seven|\d+) (?:days?|weeks?|months?|years?) later)\b", re.I)
_NOTED = {
    Sort.NEED: "need",
    Sort.OFFER: "offer",
    Sort.NOTE: "note",
    Sort.PLACE: "note",
    Sort.UNMET: "note",
    Sort.ROLE: "note",
}
_CONFIDENT = 0.9


@dataclass(slots=True)
class Facts:
    """Collects the facts of one note; a noun named twice is one noun."""

    source: Source
    dates: list[Dated]
    nouns: list[Fact] = field(default_factory=list)
    told: list[Fact] = field(default_factory=list)
    refs: dict[tuple[str, str], Ref] = field(default_factory=dict)

    @property
    def whole(self) -> tuple[Span, ...]:
        text = self.source.text
        return (self.source.span(len(text) - len(text.lstrip()), len(text.rstrip())),)

    def all(self, groups: list[Group]) -> tuple[Fact, ...]:
        """Every fact about every group of people, nouns first."""
        for group in groups:
            for name in group.names:
                self.person(name)
        events = [c for g in groups for c in g.claims if c.sort is Sort.EVENT]
        whens = [c for g in groups for c in g.claims if c.sort is Sort.WHEN]
        for group in groups:
            event = self._event(group, events)
            for name in {n.name: n for n in group.names}.values():
                self._about(group, self.person(name), name.name, event, self._when(group, whens))
        return (*self.nouns, *self.told)

    def person(self, name: Name) -> Ref:
        """The ref of a person, told once however often they are named."""
        key = ("p", fold(name.name) or name.name)
        mention = self.source.span(name.start, name.end)
        if key not in self.refs:
            self.refs[key] = f"p{sum(k[0] == 'p' for k in self.refs)}"
            confidence = 1.0 if name.strength >= LIKELY else _CONFIDENT if name.strength > 1 else 0.7
            self.nouns.append(PersonFact(self.refs[key], name.name, (mention,), self.whole, confidence))
        else:
            self._mention(self.refs[key], mention)
        return self.refs[key]

    def _mention(self, ref: Ref, mention: Span) -> None:
        for i, f in enumerate(self.nouns):
            if isinstance(f, PersonFact) and f.ref == ref and mention not in f.mentions:
                self.nouns[i] = PersonFact(ref, f.name, (*f.mentions, mention), f.evidence, f.confidence)

    def _event(self, group: Group, everywhere: list[Claim]) -> Ref | None:
        mine = [c for c in group.claims if c.sort is Sort.EVENT]
        if not mine and len({c.place.name for c in everywhere if c.place}) == 1:
            mine = everywhere[:1]
        if not mine or not mine[0].place:
            return None
        place = mine[0].place
        key = ("e", fold(place.name) or place.name)
        if key not in self.refs:
            self.refs[key] = f"e{sum(k[0] == 'e' for k in self.refs)}"
            self.nouns.append(self._event_fact(self.refs[key], mine[0], group))
        return self.refs[key]

    def _event_fact(self, ref: Ref, claim: Claim, group: Group) -> EventFact:
        assert claim.place
        name = claim.place.name
        year = re.search(r"\s+((?:19|20)\d\d)$", name)
        town = next((c.place.name for c in group.claims if c.sort is Sort.PLACE and c.place), None)
        spot = (self.source.span(claim.place.start, claim.place.end),)
        return EventFact(
            ref,
            name,
            series=name[: year.start()] if year else None,
            edition=year[1] if year else None,
            place=town,
            mentions=spot,
            evidence=(self._span(claim),),
            confidence=1.0 if claim.place.certain else 0.8,
        )

    def _organization(self, claim: Claim) -> Ref:
        assert claim.place
        key = ("o", fold(claim.place.name) or claim.place.name)
        if key not in self.refs:
            self.refs[key] = f"o{sum(k[0] == 'o' for k in self.refs)}"
            self.nouns.append(OrganizationFact(self.refs[key], claim.place.name, (self._span(claim),)))
        return self.refs[key]

    def _when(self, group: Group, everywhere: list[Claim]) -> When | None:
        """The date that stands by itself, or the one among words that say how and where."""
        spans = [
            (c.start, c.end) for c in group.claims if c.sort in (Sort.WHEN, Sort.NOTE, Sort.CONTACT, Sort.KIND)
        ] or []
        spans += [(c.start, c.end) for c in everywhere]
        for a, b in spans:
            for d in self.dates:
                if a <= d.start and d.end <= b:
                    return d.when
        return None

    def _about(self, group: Group, ref: Ref, name: str, event: Ref | None, when: When | None) -> None:
        claims = group.claims + [c for n, c in group.own if n.name == name]
        via = next((self.person(c.names[0]) for c in claims if c.sort is Sort.VIA), None)
        for extra in (n for c in claims if c.sort is Sort.VIA for n in c.names[1:]):
            self.person(extra)
        kind, sure = connection(group, claims, known=any(n.name == name and n.strength == KNOWN for n in group.names))
        if kind:
            self.told.append(
                EncounterFact(
                    ref, kind, event, via if via != ref else None, when, self.whole, 1.0 if sure else _GUESSED
                )
            )
        self._affiliations(claims, ref, event)
        if event:
            self._statuses(claims, ref, event)
        employed = any(c.sort is Sort.ORGANIZATION for c in claims)
        for c in claims:
            placed = c.sort is Sort.PLACE and event is not None
            used = c.sort is Sort.ROLE and (event is not None if ROLE.fullmatch(c.value or "") else employed)
            twice = c.value == "finally" and any(o.sort is Sort.FOLLOWING for o in claims)
            if not placed and not used and not twice:
                self._claim(c, ref)

    def _affiliations(self, claims: list[Claim], ref: Ref, event: Ref | None) -> None:
        jobs = [c for c in claims if c.sort is Sort.ROLE]
        for c in (c for c in claims if c.sort is Sort.ORGANIZATION and c.place):
            job = next((j.value for j in jobs if not (event and ROLE.fullmatch(j.value or ""))), None)
            certain = bool(c.place and c.place.certain)
            self.told.append(
                AffiliationFact(
                    ref,
                    self._organization(c),
                    c.value or _bare(job),
                    evidence=(self._span(c),),
                    confidence=1.0 if certain else _GUESSED,
                )
            )

    def _statuses(self, claims: list[Claim], ref: Ref, event: Ref) -> None:
        for c in claims:
            spot = (self._span(c),)
            if c.sort is Sort.ROLE and ROLE.fullmatch(c.value or ""):
                self.told.append(RoleFact(ref, event, role=_bare(c.value), evidence=spot))
            elif c.sort is Sort.UNMET and c.value == "stage":
                self.told.append(RoleFact(ref, event, role="speaker", evidence=spot, confidence=0.8))
            elif c.sort is Sort.UNMET and c.value in ("missed", "absent"):
                self.told.append(RoleFact(ref, event, status=c.value, evidence=spot))

    def _claim(self, c: Claim, ref: Ref) -> None:
        words, spot = self._span(c).text, (self._span(c),)
        if c.sort is Sort.RELATION:
            self.told.append(RelationFact(ref, words, spot))
        elif c.sort is Sort.FOLLOWING or c.value == "finally":
            self.told.append(
                FollowingFact(ref, words, _since(c, self.dates), spot, 1.0 if c.sort is Sort.FOLLOWING else 0.8)
            )
        elif c.sort is Sort.OUTCOME:
            lag = _LAG.search(words)
            self.told.append(OutcomeFact(words, ref, lag[0] if lag else None, evidence=spot))
        elif c.sort in _NOTED:
            self.told.append(NeedFact(ref, _NOTED[c.sort], words, spot))

    def _span(self, c: Claim) -> Span:
        return self.source.span(c.start, c.start + len(self.source.text[c.start : c.end].rstrip(" \t,;:")))


def _bare(role: str | None) -> str | None:
    return re.sub(r"^(?:(?:the|a|an|was|is|new)\s+)+", "", role, flags=re.I) if role else None


def _since(c: Claim, dates: list[Dated]) -> When | None:
    return next((d.when for d in dates if c.start <= d.start and d.end <= c.end), None)
