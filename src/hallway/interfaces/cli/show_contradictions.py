"""What does not fit together, in 80 columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import when
from hallway.interfaces.cli.render import heading, paragraph, quote

if TYPE_CHECKING:
    from hallway.queries.contradictions import Contradiction, Side
    from hallway.queries.words import Words

TITLES = {
    "new": "told brand new, but you had met before",
    "missed": "met, and not met, at one event",
    "following": "known from afar since after you met",
    "outcome": "came of it before you met",
    "employers": "two employers at once",
    "places": "one event in two places",
    "days": "one event on two dates",
    "order": "an earlier number in a later year",
}


def all_lines(found: Sequence[Contradiction]) -> Iterator[str]:
    """All of them."""
    if not found:
        yield "Nothing here contradicts itself."
        return
    count = len(found)
    yield f"{count} thing{'s do' if count > 1 else ' does'} not fit together; both sides may be right."
    for one in found:
        yield from ["", heading(f"{one.about}: {TITLES[one.kind]}", "red")]
        yield from _sides(one)


def contradiction_lines(found: Sequence[Contradiction], shown: Collection[Words] = ()) -> Iterator[str]:
    """Those of one person or event, below its story; words that were `shown` there are not shown again."""
    if not found:
        return
    yield from ["", heading("Does not fit together", "red")]
    for one in found:
        yield from (click.style(line, fg="red") for line in paragraph(TITLES[one.kind], 2, hanging=2))
        yield from _sides(one, 4, shown)


def _sides(one: Contradiction, indent: int = 2, shown: Collection[Words] = ()) -> Iterator[str]:
    for side in (one.this, one.that):
        yield from paragraph(_said(side), indent, hanging=2)
        for words in (w for w in side.words[:1] if w not in shown):
            yield from quote(words.text, one.about, indent=indent + 2, most=200)


def _said(side: Side) -> str:
    return ", ".join(p for p in (side.says, when(side.day)) if p) or "some day"
