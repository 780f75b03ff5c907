"""The story of a series in 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held
from hallway.interfaces.cli.render import KINDS, entry, heading, listed, long_heading, ordinal, paragraph, quote, said
from hallway.interfaces.cli.show_outcomes import came_line

if TYPE_CHECKING:
    from hallway.queries.events import EventLine
    from hallway.queries.series import Regular, SeriesStory
    from hallway.queries.team import Team

_FEW = 12
"""So many of those whom I did not meet are named; JSON has all."""


def series_lines(story: SeriesStory) -> Iterator[str]:
    """Everything about one series."""
    yield from long_heading(story.name)
    others = [n for n in story.called if said(n) != said(story.name)]
    if others:
        yield from paragraph(f"also called {listed(others)}", 2, hanging=2)
    yield from paragraph(_sum(story), 2, hanging=2)
    yield from ["", heading("Editions")]
    for edition in story.editions:
        yield from _edition(edition, [p for p in story.parts if p.within == edition.id])
    for words in story.words[:3]:
        yield from quote(words.text, story.name, indent=4)
    if story.organizers:
        yield from ["", heading("Organized by")]
        for name, editions in story.organizers:
            yield from entry(name, [_years(editions) if len(story.editions) > 1 else None])
    for team in story.teams:
        yield from _team(team)
    yield from _people(story)
    if story.came:
        yield from ["", heading(f"What came of it ({len(story.came)})")]
        for came in story.came:
            yield from came_line(came)


def _sum(story: SeriesStory) -> str:
    """How many editions, how many people, in a line."""
    count = len(story.editions)
    span = _span(story.editions)
    editions = f"{count} editions known" if count > 1 else "one edition known"
    new = sum(len(names) for _, names in story.first_met)
    met = f"you met {story.met} there" if story.met else "you met nobody there"
    return f"{editions}{span}; {met}{f', {new} of them for the first time' if new else ''}"


def _span(editions: Iterable[EventLine]) -> str:
    years = sorted(e.year for e in editions if e.year)
    return f", {years[0]} to {years[-1]}" if years and years[0] != years[-1] else f", {years[0]}" if years else ""


def _edition(edition: EventLine, parts: list[EventLine]) -> Iterator[str]:
    number = edition.edition
    nth = f"the {ordinal(number)}" if number and number.isdigit() and len(number) < 4 else None
    met = f"{edition.people} met" if edition.people else None
    exact = held(edition.start, edition.end)
    mine = f"you: {edition.my_role}" if edition.my_role else None
    yield from entry(edition.title, [nth, edition.place, exact, met, mine])
    for part in parts:
        yield from entry(part.title, ["part of it", f"{part.people} met" if part.people else None], indent=4)


def _years(editions: Iterable[EventLine]) -> str:
    return listed(dict.fromkeys(e.year or e.title for e in editions))


def _team(team: Team) -> Iterator[str]:
    original, (now, _) = team.original(), team.latest()
    yield from ["", heading(team.name)]
    if original:
        yield from paragraph(f"original: {listed(m.person or 'you' for m in original)}", 2, hanging=2)
    if {m.person for m in now} != {m.person for m in original}:
        yield from paragraph(
            f"{team.years[-1] if team.years else 'now'}: {listed(m.person or 'you' for m in now)}", 2, hanging=2
        )


def _people(story: SeriesStory) -> Iterator[str]:
    met = [r for r in story.regulars if any(kind for _, kind in r.editions)]
    others = [r.name for r in story.regulars if r not in met]
    if story.regulars:
        yield from ["", heading(f"Who came back ({len(story.regulars)})")]
        for regular in met:
            yield from entry(regular.name, [_regular(regular)])
    if others:
        more = f" and {len(others) - _FEW} others" if len(others) > _FEW else ""
        yield from paragraph(
            f"not met: {listed(others) if not more else ', '.join(others[:_FEW]) + more}", 2, hanging=2
        )
    if story.first_met:
        yield from ["", heading("Whom you met there first")]
        for edition, names in story.first_met:
            yield from paragraph(f"{edition.year or edition.title}: {listed(names)}", 2, hanging=2)


def _regular(regular: Regular) -> str:
    """`2014 met for the first time, 2016 cemented`."""
    return ", ".join(f"{e.year or e.title} {KINDS[kind] if kind else 'there too'}" for e, kind in regular.editions)
