"""What is held on one person, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.dates import when
from hallway.interfaces.cli.render import heading, long_heading, paragraph, quote

if TYPE_CHECKING:
    from hallway.formats.out.report import Report

_MOST = 10_000
"""Nothing is cut: it is everything."""


def held_lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from long_heading(f"What Hallway holds on {report.name}")
    yield from paragraph(report.intro)
    for section in report.sections:
        yield from ["", heading(section.title)]
        for entry in section.entries:
            yield from paragraph(entry.text, 2, hanging=2)
            for q in entry.quotes:
                yield from quote(q.text, indent=4, most=_MOST)
                yield from paragraph(f"{q.source}{f', {when(q.date)}' if q.date else ''}", 6) if q.source else ()
