"""What a text was understood to say, in 80 columns, grouped as its author would think of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held, when, within
from hallway.interfaces.cli.render import (
    COLOURS,
    entry,
    heading,
    in_quotes,
    listed,
    long_heading,
    paragraph,
    quote,
    said,
    shorten,
    wanted,
)
from hallway.interfaces.cli.show_event import AWAY, GROUPS, edition
from hallway.interfaces.cli.show_known import known_lines
from hallway.model import (
    AffiliationFact,
    EncounterFact,
    EventFact,
    FollowingFact,
    MembershipFact,
    NeedFact,
    OutcomeFact,
    PersonFact,
    Reading,
    Ref,
    RelationFact,
    RoleFact,
    Source,
    Span,
    TeamFact,
)
from hallway.queries.events import titled, year_of

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.queries.story import Story


def reading_lines(reading: Reading, known: Mapping[Ref, Story]) -> Iterator[str]:
    """Everything that would be kept; `known` are the people whom the memory knows already."""
    source = reading.source
    written = f"written {when(str(source.written))}" if source.written else "no date known (--date gives one)"
    author = f"by {source.author}" if source.author else ""
    yield from long_heading(", ".join(part for part in (source.name, author, written) if part))
    if not reading.facts:
        yield from paragraph("Nobody and no event is named here: nothing to keep.", 2)
        return
    told = _Told(reading, known)
    yield from told.events()
    yield from told.people()
    yield from told.mentioned()
    yield from told.outcomes()


def kept_line(kept: Kept, path: Path) -> str:
    """What came of keeping one reading."""
    if kept.already:
        return "Kept already: nothing to add."
    people = f"{kept.people} new {'person' if kept.people == 1 else 'people'}"
    again = f", {kept.recognised} known already" if kept.recognised else ""
    met = f", {kept.encounters} encounter{'' if kept.encounters == 1 else 's'}"
    return f"Kept: {people}{again}{met}. In {path}; `hallway undo` takes it back."


class _Told:
    """One reading, told part by part."""

    def __init__(self, reading: Reading, known: Mapping[Ref, Story]) -> None:
        self.reading, self.known, self.names = reading, known, reading.names()
        self.met = {e.person: e for e in reversed(list(reading.all(EncounterFact)))}
        self.days = {e.ref: e.start for e in reading.all(EventFact)}
        self.titles = {e.ref: _title(e, reading.source) for e in reading.all(EventFact)}

    def events(self) -> Iterator[str]:
        events = list(self.reading.all(EventFact))
        if not events:
            return
        yield from ["", heading("Events")]
        for event in events:
            yield from _bold(self.titles[event.ref])
            place = [edition(event.edition, event.series, event.name), event.place]
            days = held(str(event.start) if event.start else None, str(event.end) if event.end else None)
            yield from paragraph(" · ".join(p for p in (*place, days) if p), 4, hanging=2)
            if event.organizers:
                yield from paragraph(f"organized by {listed(self.names[o] for o in event.organizers)}", 4, hanging=2)
            if event.my_role:
                yield from paragraph(f"you: {event.my_role}", 4)
            yield from self._teams(event.ref)
        yield from self._teams(None)

    def _teams(self, event: Ref | None) -> Iterator[str]:
        for team in self.reading.all(TeamFact):
            if team.event == event:
                members = [m for m in self.reading.all(MembershipFact) if m.team == team.ref]
                yield from paragraph(f"{team.name}: {self._members(members)}", 4, hanging=2)

    def _members(self, members: list[MembershipFact]) -> str:
        groups = {change: [m for m in members if m.change == change] for change in (None, "joined", "left")}
        return "; ".join(
            f"{change + ': ' if change else ''}{listed(self._member_rows(ms))}" for change, ms in groups.items() if ms
        )

    def _member_rows(self, members: list[MembershipFact]) -> Iterator[str]:
        """Members in a row of whom the same is known, with that once."""
        for details, alike in groupby(members, self._membership):
            who = dict.fromkeys(self.names[m.person] if m.person else "you" for m in alike)
            yield from [f"{listed(who)} ({details})"] if details else who

    def _membership(self, m: MembershipFact) -> str:
        since = f"since {within(str(m.since))}" if m.since else ""
        until = f"until {within(str(m.until))}" if m.until else ""
        return ", ".join(d for d in (m.role, since, until) if d)

    def people(self) -> Iterator[str]:
        for kind, title in GROUPS.items():
            people = [p for p in self.reading.all(PersonFact) if p.ref in self.met and self.met[p.ref].kind == kind]
            if people:
                yield from ["", heading(f"{title} ({len(people)})", COLOURS[kind])]
                yield from self._together(people)

    def _together(self, people: list[PersonFact]) -> Iterator[str]:
        """People of whom the same words tell stand together, with the words once."""
        row: list[PersonFact] = []
        for at, person in enumerate(people):
            row.append(person)
            words = self.met[person.ref].evidence
            if at + 1 < len(people) and self.met[people[at + 1].ref].evidence == words:
                continue
            yield from self._row(row)
            for span in dict.fromkeys([*words, *self._read_before(row)]):
                yield from quote(span.text, person.mentions[0].text if person.mentions else person.name)
            row = []

    def _read_before(self, people: list[PersonFact]) -> list[Span]:
        """The words that say how I knew them from afar."""
        return [span for p in people for f in self.reading.of(FollowingFact, p.ref) for span in f.evidence]

    def _row(self, people: list[PersonFact]) -> Iterator[str]:
        plain = [p for p in people if not self._details(p) and p.ref not in self.known]
        if plain:
            yield from _bold(", ".join(p.name for p in plain))
        for person in people:
            if person not in plain:
                yield from entry(person.name, self._details(person))
                met = self.met[person.ref]
                yield from known_lines(
                    self.known.get(person.ref), met, self.reading.source, self.days.get(met.event or "")
                )

    def _details(self, person: PersonFact) -> list[str]:
        of, met = self.reading.of, self.met.get(person.ref)
        jobs = [
            f"{f'{a.role}, ' if a.role else ''}{self.names[a.organization]}" for a in of(AffiliationFact, person.ref)
        ]
        roles = [r.role or r.status or "" for r in of(RoleFact, person.ref)]
        details = [r.words for r in of(RelationFact, person.ref)] + jobs + roles
        if met and met.via:
            details.append(f"through {self.names[met.via]}")
        if met and met.event and len(self.titles) > 1:
            details.append(f"at {self.titles[met.event]}")
        details += [_from_afar(f) for f in of(FollowingFact, person.ref)]
        details += [wanted(n.kind, n.words) for n in of(NeedFact, person.ref)]
        return list(dict.fromkeys(d for d in details if d))

    def mentioned(self) -> Iterator[str]:
        rest = [p for p in self.reading.all(PersonFact) if p.ref not in self.met]
        away = [p for p in rest if self._missing(p)]
        for title, people in (("Mentioned, not met", [p for p in rest if p not in away]), (AWAY, away)):
            if people:
                yield from ["", heading(f"{title} ({len(people)})", COLOURS["none"])]
                yield from paragraph(", ".join(self._aside(p) for p in people), 2)

    def _missing(self, person: PersonFact) -> str | None:
        return next((r.status for r in self.reading.of(RoleFact, person.ref) if r.status), None)

    def _aside(self, person: PersonFact) -> str:
        status = self._missing(person)
        missing = status if status != "absent" else None
        organizes = "organizer" if any(person.ref in e.organizers for e in self.reading.all(EventFact)) else None
        known = "you know them" if person.ref in self.known else None
        details = ", ".join(d for d in (missing, organizes, known) if d)
        return f"{person.name}{f' ({details})' if details else ''}"

    def outcomes(self) -> Iterator[str]:
        outcomes = list(self.reading.all(OutcomeFact))
        if outcomes:
            yield from ["", heading("What came of it")]
        for outcome in outcomes:
            who = f"{self.names[outcome.person]}: " if outcome.person else ""
            lag = f" ({outcome.lag})" if outcome.lag and outcome.lag not in outcome.words else ""
            yield from paragraph(
                f"{who}{in_quotes(outcome.words, (s.text for s in outcome.evidence))}{lag}", 2, hanging=2
            )
            for span in outcome.evidence:
                if said(span.text) != said(outcome.words):
                    yield from quote(span.text, indent=4)


def _title(event: EventFact, source: Source) -> str:
    start, written = (str(d) if d else None for d in (event.start, source.written))
    return titled(event.name, year_of(start, event.edition, written))


def _from_afar(following: FollowingFact) -> str:
    """How I knew them; nothing but that I did, where the words are those that are quoted below."""
    quoted = any(said(following.words) in said(span.text) for span in following.evidence)
    return "you knew them from afar" + ("" if quoted else f": {shorten(following.words, most=60)}")


def _bold(text: str) -> Iterator[str]:
    for line in paragraph(text, 2, hanging=2):
        yield "  " + heading(line) if line.startswith("  ") else line
