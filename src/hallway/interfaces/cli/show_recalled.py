"""Whom a question brought to mind, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.render import entry, paragraph, quote, when

if TYPE_CHECKING:
    from hallway.queries.recall import Because, Match, Recalled


def recalled_lines(recalled: Recalled) -> Iterator[str]:
    """The people for certain; where there are none, that it is so, and who comes nearest."""
    sure = [m for m in recalled.people if m.sure]
    rest = [m for m in recalled.people if not m.sure]
    for match in sure:
        yield from match_lines(match)
    if not recalled.people:
        yield "Nobody here fits."
    elif rest:
        yield from ["", "Perhaps also:"] if sure else ["Nobody here fits for certain. Nearest:"]
    for match in rest:
        yield from match_lines(match)


def match_lines(match: Match) -> Iterator[str]:
    """One person, with the sentences that made the memory think of them."""
    yield from entry(match.name, indent=0)
    for because in match.because:
        yield from quote(because.text, match.name, indent=2)
        yield from paragraph(_where(because), 4)


def _where(because: Because) -> str:
    day = when(because.date)
    return ", ".join(p for p in (because.event, day if day not in (because.event or "") else "", because.source) if p)
