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
    """The people in their order; those for whom the same sentence speaks stand together, with the sentence once."""
    groups: list[tuple[list[str], list[Because]]] = []
    for match in matches:
        shared = next((g for g in groups if any(b in g[1] for b in match.because)), None)
        if shared is None:
            groups.append(([match.name], list(match.because)))
        else:
            shared[0].append(match.name)
            shared[1].extend(b for b in match.because if b not in shared[1])
    for names, sentences in groups:
        yield from entry(listed(names), indent=0)
        for because in sentences:
            yield from quote(because.text, names[0], indent=2)
            yield from paragraph(_where(because), 4)


def _where(because: Because) -> str:
    day = held(because.date)
    event = titled(because.event, year_of(because.date, None, None)) if because.event else None
    return ", ".join(p for p in (event, day if day not in (event or "") else "", because.source) if p)
