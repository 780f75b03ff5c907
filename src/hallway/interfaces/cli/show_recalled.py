"""Whom a question brought to mind, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import held
from hallway.interfaces.cli.render import entry, listed, paragraph, quote
from hallway.queries.events import titled, year_of

if TYPE_CHECKING:
    from hallway.queries.recall import Because, Match, Recalled


NEAREST = 2
"""How many people are shown where nobody fits for certain."""


def recalled_lines(recalled: Recalled) -> Iterator[str]:
    """The people for certain; where there are none, that it is so, and who comes nearest."""
    sure = [m for m in recalled.people if m.sure]
    rest = [m for m in recalled.people if not m.sure]
    yield from _together(sure)
    if not recalled.people:
        yield "Nobody here fits."
    elif rest:
        yield from ["", "Perhaps also:"] if sure else ["Nobody here fits for certain. Nearest:"]
    yield from _together(rest if sure else rest[:NEAREST])


def _together(matches: list[Match]) -> Iterator[str]:
    """The people in their order, each with the sentences that speak for them; one that speaks for several comes once."""
    shown: set[Because] = set()
    for match in matches:
        blocks: dict[str, list[Because]] = {}
        for because in match.because:
            if because not in shown:
                names = listed(m.name for m in matches if because in m.because)
                blocks.setdefault(names, []).append(because)
        shown.update(match.because)
        for names, sentences in (blocks or ({} if match.because else {match.name: []})).items():
            yield from entry(names, indent=0)
            for because in sentences:
                yield from quote(because.text, match.name, indent=2)
                yield from paragraph(_where(because), 4)


def _where(because: Because) -> str:
    day = held(because.date)
    # The date of a note is the day it was typed, which may be years after the event it names.
    year = None if because.source == "note" else year_of(because.date, None, None)
    event = titled(because.event, year) if because.event else None
    return ", ".join(p for p in (event, day if day not in (event or "") else "", because.source) if p)
