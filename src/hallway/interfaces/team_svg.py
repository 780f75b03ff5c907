"""A team's years as a picture that stands alone: SVG 1.1 with its own styles, for light and dark, and words for readers.

`<title>` and `<desc>` tell screen readers what the bars say (SVG Accessibility API Mappings, W3C).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.queries.team import Team, Years

_ROW, _TOP, _NAME, _YEAR = 28, 64, 190, 56
_STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #1b1f24; }
  .head { font-weight: 600; font-size: 16px; }
  .small { font-size: 12px; fill: #57606a; }
  .line { stroke: #d0d7de; }
  .there { fill: #1f6feb; }
  .between { fill: #1f6feb; fill-opacity: .3; }
  .gone { stroke: #cf222e; stroke-width: 2; }
  .ground { fill: #fff; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .small { fill: #9198a1; } .line { stroke: #3d444d; }
    .there, .between { fill: #58a6ff; } .gone { stroke: #ff7b72; } .ground { fill: #0d1117; }
  }"""


def team_svg(team: Team) -> str:
    """The picture: a row a member, a column a year; full where a text says so, pale in between, a cross where they left."""
    spans = [span for m in team.members if (span := m.span())]
    first, last = (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, -1)
    wide = max(_NAME + (last - first + 1) * _YEAR + 16, 420)
    high = _TOP + len(team.members) * _ROW + 44
    described = "; ".join(_told(m) for m in team.members)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img"'
            ' aria-labelledby="title desc">',
            f'<title id="title">{_text(team.name)} over the years</title>',
            f'<desc id="desc">{_text(described)}.</desc>',
            f"<style>{_STYLE}\n</style>",
            f'<rect class="ground" width="{wide}" height="{high}"/>',
            f'<text class="head" x="16" y="26">{_text(team.name)}</text>',
            *_years(first, last, high),
            *(line for row, m in enumerate(team.members) for line in _member(m, row, first)),
            f'<text class="small" x="16" y="{high - 14}">full: a text says so · pale: in between · cross: left</text>',
            "</svg>\n",
        ]
    )


def _years(first: int, last: int, high: int) -> Iterator[str]:
    for year in range(first, last + 1):
        x = _NAME + (year - first) * _YEAR
        yield f'<line class="line" x1="{x}" y1="{_TOP - 12}" x2="{x}" y2="{high - 36}"/>'
        yield f'<text class="small" x="{x + 6}" y="{_TOP - 16}">{year}</text>'


def _member(member: Years, row: int, first: int) -> Iterator[str]:
    y = _TOP + row * _ROW
    name = member.person or "you"
    shown = name if len(name) <= 22 else name[:21] + "…"
    yield f"<g><title>{_text(_told(member))}</title>"
    yield f'<text x="16" y="{y + 14}">{_text(shown)}</text>'
    span = member.span()
    for year in range(span[0], span[1] + 1) if span else ():
        x = _NAME + (year - first) * _YEAR
        if year in member.there:
            yield f'<rect class="there" x="{x + 1}" y="{y}" width="{_YEAR - 2}" height="18" rx="3"/>'
        elif year != member.left and not (member.left and year > member.left):
            yield f'<rect class="between" x="{x + 1}" y="{y}" width="{_YEAR - 2}" height="18"/>'
        if year == member.left:
            middle = x + _YEAR // 2
            yield f'<path class="gone" d="M{middle - 6} {y + 3}l12 12m0 -12l-12 12" fill="none"/>'
    yield "</g>"


def _told(member: Years) -> str:
    """A member in words: `Ruth Adeyemi, lead, 2014 to 2020, left 2021`."""
    years = sorted(member.there)
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0]) if years else ""
    moved = [f"joined {member.joined}" if member.joined else "", f"left {member.left}" if member.left else ""]
    return ", ".join(p for p in (member.person or "you", member.role or "", span, *moved) if p)


def _text(words: str) -> str:
    """Words that are safe in XML: escaped, without the control characters that it forbids."""
    return escape(
        "".join(c for c in words if c >= " " and c not in "\x7f\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )
