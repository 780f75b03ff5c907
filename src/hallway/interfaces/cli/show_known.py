"""What the memory adds to somebody in a text: that I know them already, and where that contradicts the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import when
from hallway.interfaces.cli.render import listed, paragraph
from hallway.model import Connection, EncounterFact, Source, When
from hallway.queries import followed

if TYPE_CHECKING:
    from hallway.queries.story import Meeting, Story


def known_lines(story: Story | None, met: EncounterFact, source: Source, day: When | None = None) -> Iterator[str]:
    """Lines for somebody whom the memory knows; none for a stranger. `day`: when the event was at which we met."""
    if story is None:
        return
    afar = followed.before(story.followings, day or met.when or source.written)
    if afar:
        yield from (click.style(part, fg="green") for part in paragraph(afar.said(), 6, hanging=2))
    places = list(dict.fromkeys(_place(m) for m in story.meetings))
    if not places:
        if not afar:
            yield from paragraph("you know of them, but had not met", 6)
        return
    yield from paragraph(f"you know them: {listed(places)}", 6, hanging=2)
    before = [m for m in story.meetings if _earlier(m, met, source)]
    if met.kind is Connection.NEW and before:
        line = f"the text calls this brand new, but you met before: {_place(before[0])}"
        yield from (click.style(part, fg="red") for part in paragraph(line, 6, hanging=2))


def _place(meeting: Meeting) -> str:
    return meeting.event.title if meeting.event else when(meeting.day) or "outside any event"


def _earlier(meeting: Meeting, met: EncounterFact, source: Source) -> bool:
    """Whether a meeting in the memory was for certain before this one; where a day is unknown, it is not."""
    now = met.when or source.written
    if now is None or meeting.day is None:
        return False
    return When(meeting.day).latest < now.earliest
