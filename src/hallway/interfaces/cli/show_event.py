"""An event in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held, within
from hallway.interfaces.cli.render import COLOURS, entry, heading, listed, long_heading, ordinal, paragraph, quote
from hallway.interfaces.cli.show_contradictions import contradiction_lines
from hallway.interfaces.cli.show_outcomes import came_line

if TYPE_CHECKING:
    from hallway.queries.event import Gathering, Member, There
    from hallway.queries.events import EventLine

GROUPS = {
    "cemented": "Cemented",
    "renewed": "Met again",
    "new": "Brand new",
    "fleeting": "Fleeting",
    "none": "There too, not met",
}
AWAY = "Not there"
"""The group of those who were absent, ill, or missed."""


def years(events: list[EventLine]) -> Iterator[str]:
    """The editions that were found, where there are several, a line each."""
    if len(events) < 2:
        return
    for event in events:
        met = f"{event.people} met" if event.people else None
        yield from entry(event.title, [event.place, held(event.start, event.end), met], indent=0)
    yield ""


def event_lines(gathering: Gathering) -> Iterator[str]:
    """All about one event."""
    yield from long_heading(gathering.event.title)
    yield from facts_of(gathering.event)
    yield from _around(gathering)
    if gathering.team:
        yield from paragraph(f"{gathering.team}: {team(gathering.members)}", 2, hanging=2)
    for clip in gathering.clips:
        yield from paragraph(clip, 2)
    for words in gathering.words[:3]:
        yield from quote(words.text, gathering.event.name, indent=2)
    if gathering.talks:
        told = f"{gathering.talks} talks by {gathering.speakers} people: `hallway talks {gathering.event.title}`"
        yield from paragraph(told, 2, hanging=2)
    away = [p for p in gathering.people if p.kind == "none" and p.status]
    groups = {kind: [p for p in gathering.people if p.kind == kind and p not in away] for kind in GROUPS}
    for kind, people in [*groups.items(), ("none", away)]:
        if people:
            title = AWAY if people is away else GROUPS[kind]
            yield from ["", heading(f"{title} ({len(people)})", COLOURS[kind])]
            yield from _people(people)
    if gathering.came:
        yield from ["", heading(f"What came of it ({len(gathering.came)})")]
        for came in gathering.came:
            yield from came_line(came)
    yield from contradiction_lines(gathering.contradictions)


def _around(gathering: Gathering) -> Iterator[str]:
    """What it was a part of, its own parts, and what else was there then."""
    if gathering.within:
        yield from paragraph(f"part of {gathering.within.title}", 2, hanging=2)
    if gathering.parts:
        yield from paragraph(f"with {listed(p.title for p in gathering.parts)}", 2, hanging=2)
    if gathering.beside:
        yield from paragraph(f"at the same time and place: {listed(b.title for b in gathering.beside)}", 2, hanging=2)


def facts_of(event: EventLine) -> Iterator[str]:
    """Series, edition, place, dates, organizers, my own part."""
    parts = [edition(event.edition, event.series, event.name), event.place, held(event.start, event.end)]
    if any(parts):
        yield from paragraph(" · ".join(p for p in parts if p), 2, hanging=2)
    if event.organizers:
        yield from paragraph(f"organized by {listed(event.organizers)}", 2, hanging=2)
    if event.my_role:
        yield from paragraph(f"you: {event.my_role}", 2)


def edition(number: str | None, series: str | None, name: str) -> str:
    """`the 7th Lantern Days`; the series alone where no number is known."""
    called = series or name
    if number and number.isdigit() and len(number) < 4:
        return f"the {ordinal(number)} {called}"
    return f"one of {called}" if series and series != name else ""


def team(members: tuple[Member, ...]) -> str:
    """Who is in, who joined, who left."""
    groups = {"": [m for m in members if m.change is None]}
    groups |= {c: [m for m in members if m.change == c] for c in ("joined", "left")}
    return "; ".join(f"{change + ': ' if change else ''}{listed(map(_member, m))}" for change, m in groups.items() if m)


def _member(member: Member) -> str:
    since = f"since {within(member.since)}" if member.since else ""
    until = f"until {within(member.until)}" if member.until else ""
    details = ", ".join(d for d in (member.role, since, until) if d)
    return f"{member.person or 'you'}{f' ({details})' if details else ''}"


def _people(people: list[There]) -> Iterator[str]:
    """Those of whom the same words tell come together, with the words once."""
    for at, person in enumerate(people):
        status = person.status if person.kind == "none" and person.status != "absent" else None
        yield from entry(person.person, [person.role, status, f"through {person.via}" if person.via else None])
        if at + 1 == len(people) or people[at + 1].words != person.words:
            for words in person.words:
                yield from quote(words.text, person.person)
