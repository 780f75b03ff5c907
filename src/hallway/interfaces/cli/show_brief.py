"""A brief on the screen: whom to look for, whom one met there before, and what is open with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import when
from hallway.interfaces.cli.render import counted, entry, heading, paragraph, quote

if TYPE_CHECKING:
    from hallway.queries.brief import Brief, Earlier, LookFor, Open

MOST_EARLIER = 12
"""How many of those who may come again are shown; `--json` has all."""
_WHAT = {"need": "needs", "offer": "offers"}


def brief_lines(brief: Brief) -> Iterator[str]:
    """The lines for one event."""
    yield heading(brief.event.title)
    for person in brief.people:
        yield from _person(person)
    if not brief.people:
        yield "  Nobody on its programme whom you met before or follow."
    back, speakers = brief.back
    if back:
        said = f"{back} of its {counted(speakers, 'speaker')} had a part in an earlier edition."
        yield from (click.style(line, dim=True) for line in paragraph(said, 2))
    yield from _earlier(brief.earlier)
    yield from _open(brief.open)


def _person(person: LookFor) -> Iterator[str]:
    met = f"met {counted(person.times, 'time')}" if person.times else None
    last = f"last at {person.last_event}" if person.last_event else None
    spoke = f"spoke at {_listed(person.spoke)}" if person.spoke else None
    yield from entry(person.name, [met, last, person.following, spoke, *(t.title for t in person.talks)])
    for came in person.came:
        yield from (click.style(line, fg="green") for line in paragraph(f"came of it: {came}", 6, hanging=2))


def _listed(titles: tuple[str, ...]) -> str:
    return f"{titles[0]} and {len(titles) - 1} more" if len(titles) > 2 else " and ".join(titles)


def _earlier(earlier: tuple[Earlier, ...]) -> Iterator[str]:
    if not earlier:
        return
    yield ""
    yield heading("Met there before; they may come again")
    for one in earlier[:MOST_EARLIER]:
        yield from entry(one.name, [_listed(tuple(e for e, _ in one.editions))])
    if len(earlier) > MOST_EARLIER:
        yield f"  … and {len(earlier) - MOST_EARLIER} more: --json lists everybody"


def _open(some: tuple[Open, ...]) -> Iterator[str]:
    if not some:
        return
    yield ""
    yield heading("Still open")
    for one in some:
        day = when(one.day) if one.day else None
        yield from entry(f"{one.name} {_WHAT[one.kind]}", [one.because, day and f"told {day}"])
        yield from quote(one.words)
