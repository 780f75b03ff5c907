"""Talks in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held
from hallway.interfaces.cli.render import entry, heading, listed

if TYPE_CHECKING:
    from hallway.queries.talks import Talk


def talk_lines(talks: list[Talk], limit: int) -> Iterator[str]:
    """Talks under their events and days, and how many are left out."""
    above: tuple[str, str | None] | None = None
    for talk in talks[:limit]:
        day = held(talk.start[:10]) if talk.start else None
        if above != (talk.event, day):
            yield from ([""] if above else [])
            yield heading(f"{talk.event} · {day}" if day else talk.event)
        above = (talk.event, day)
        time = talk.start[11:16] if talk.start and "T" in talk.start else None
        length = f"{talk.minutes} min" if talk.minutes else None
        yield from entry(
            talk.title, [listed(talk.people) if talk.people else None, time, length, talk.room, talk.track]
        )
    if len(talks) > limit:
        yield from ["", f"{len(talks) - limit} more: say more words, or --limit {len(talks)}."]
