"""A team's years as lanes: a bar a member, once wide and once as narrow as a phone."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.queries.team import Team


@dataclass(frozen=True, slots=True)
class Lane:
    """One member: their name stands at (`name_x`, `name_y`), their bar from `x`, `width` wide, at `y`.

    `dots` are the years in which a text has them; `cross` is where they left; `open` says that nothing tells of an end.
    """

    name: str | None
    first: int
    last: int
    name_x: float
    name_y: float
    x: float
    width: float
    y: float
    dots: tuple[float, ...]
    cross: float | None
    original: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture: lanes, where each year that is written stands, and its size."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[int, float], ...]
    width: float
    height: float


_TOP, _BAR = 34.0, 16.0


def wide(team: Team) -> Lanes:
    """Names on the left of the bars."""
    return _drawn(team, 1000.0, 210.0, 38.0, above=False)


def narrow(team: Team) -> Lanes:
    """Names above the bars, as wide as a phone."""
    return _drawn(team, 340.0, 4.0, 50.0, above=True)


def _drawn(team: Team, width: float, left: float, row: float, *, above: bool) -> Lanes:
    spans = [(m, span) for m in team.members if (span := m.span())]
    if not spans:
        return Lanes((), (), width, 0.0)
    first = min(s[0] for _, s in spans)
    last = max(max(team.years, default=0), max(s[1] for _, s in spans))
    step = (width - left - 48) / max(1, last - first)

    def at(year: int) -> float:
        return round(left + 20 + (year - first) * step, 1)

    lanes = []
    for number, (member, (begin, end)) in enumerate(spans):
        open_ = member.left is None and member.absent is None
        there = max(end, last) if open_ else end
        y = _TOP + number * row + (20 if above else 8)
        name_at = (left + 8, y - 6) if above else (left - 14, y + _BAR - 3)
        lanes.append(
            Lane(
                member.person, begin, there, *name_at, at(begin) - 10, at(there) - at(begin) + 20, y,
                tuple(at(y) for y in sorted(member.there)), at(member.left) if member.left else None, member.original, open_,
            )
        )  # fmt: skip
    every = max(1, -(-44 // max(1, int(step)))) if step else 1
    ticks = tuple((year, at(year)) for year in range(first, last + 1, every))
    return Lanes(tuple(lanes), ticks, width, _TOP + len(spans) * row + 12)
