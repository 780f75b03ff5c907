"""Where things stand in our pictures. They are SVG in the page itself, in the page's colours, with a list beside them."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.queries.team import Team


@dataclass(frozen=True, slots=True)
class Bar:
    """One member's years in a picture: from `x`, `width` wide, in row `y`; `dots` are years in which a text has them."""

    name: str | None
    first: int
    last: int
    x: float
    width: float
    y: float
    dots: tuple[float, ...]
    original: bool
    left: bool


@dataclass(frozen=True, slots=True)
class TeamPicture:
    """A team's years: a bar a member, and where each year stands."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    width: float
    height: float


_ROW, _LEFT, _WIDTH, _TOP = 34.0, 190.0, 900.0, 30.0


def years_of(team: Team) -> TeamPicture:
    """The picture of a team; without bars where no year is known."""
    spans = [(m, span) for m in team.members if (span := m.span())]
    if not spans:
        return TeamPicture((), (), 0, 0)
    first, last = min(s[0] for _, s in spans), max(max(team.years, default=0), max(s[1] for _, s in spans))
    step = (_WIDTH - _LEFT - 30) / max(1, last - first)

    def at(year: int) -> float:
        return round(_LEFT + 10 + (year - first) * step, 1)

    bars = []
    for row, (member, (begin, end)) in enumerate(spans):
        there = end if member.left else max(end, last if member.absent is None and end == last else end)
        bars.append(
            Bar(
                member.person, begin, there, at(begin) - 8, at(there) - at(begin) + 16, _TOP + row * _ROW,
                tuple(at(y) for y in sorted(member.there)), member.original, member.left is not None,
            )
        )  # fmt: skip
    every = max(1, round(60 / step)) if step else 1
    ticks = tuple((year, at(year)) for year in range(first, last + 1, every))
    return TeamPicture(tuple(bars), ticks, _WIDTH, _TOP + len(spans) * _ROW + 10)
