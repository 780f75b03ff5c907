"""A team's years as bars in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hallway.interfaces.cli.render import fit, width

if TYPE_CHECKING:
    from hallway.queries.team import Years

_NAME = 20


def team_lines(members: list[Years]) -> Iterator[str]:
    """A row a member, a column a year: in the team as the texts say it, in between, left."""
    spans = [span for m in members if (span := m.span())]
    if not spans:
        yield "No team is known."
        return
    last = max(b for _, b in spans)
    first = max(min(a for a, _ in spans), last - (width() - _NAME - 2) // 2 + 1)
    wide = max(2, min(6, (width() - _NAME - 2) // (last - first + 1)))
    years = range(first, last + 1)
    yield (
        " " * (_NAME + 2)
        + "".join((str(y) if wide > 4 else f"’{y % 100:02}"[-wide:]).ljust(wide) for y in years).rstrip()
    )
    for member in members:
        name = fit(member.person or "you", _NAME)
        yield f"{name}  {''.join(_cell(member, year) * wide for year in years)}".rstrip()
    yield f"{' ' * (_NAME + 2)}█ a text says so   ░ in between   × left"


def _cell(member: Years, year: int) -> str:
    if year == member.left:
        return "×"
    if year in member.there:
        return "█"
    span = member.span()
    if span and span[0] < year < span[1] and not (member.left and year > member.left):
        return "░"
    return " "
