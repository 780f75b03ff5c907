"""Plain text in 80 columns: wrapping, colours, dates in words. Colours vanish by themselves where nobody can see them."""

from __future__ import annotations

import calendar
import html
import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

COLOURS = {"cemented": "magenta", "renewed": "blue", "new": "green", "fleeting": "yellow", "none": "bright_black"}
KINDS = {
    "cemented": "cemented",
    "renewed": "met again",
    "new": "met for the first time",
    "fleeting": "met fleetingly",
    "none": "not met",
}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<!--.*?-->", re.S)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)", re.S)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def width() -> int:
    """80 columns, or fewer on a narrow terminal."""
    return max(40, min(80, shutil.get_terminal_size().columns))


def clean(text: str) -> str:
    """Text that cannot play tricks with a terminal: one line, no control characters."""
    return re.sub(r"\s+", " ", _UNSAFE.sub(" ", text)).strip()


def paragraph(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """Lines of a wrapped paragraph; what follows its first line is indented by `hanging` more."""
    first, rest = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(clean(text), width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def heading(text: str, colour: str | None = None) -> str:
    """A line that begins a part."""
    return click.style(clean(text), bold=True, fg=colour)


def long_heading(text: str, colour: str | None = None) -> list[str]:
    """A heading that may take more than a line."""
    return [click.style(line, bold=True, fg=colour) for line in paragraph(text, hanging=2)]


def entry(name: str, details: Iterable[str | None] = (), indent: int = 2) -> list[str]:
    """A name in bold, and what is known in short, divided by dots."""
    bold, plain = clean(name), [clean(d) for d in details if d]
    lines = paragraph(" · ".join([bold, *plain]), indent, hanging=4)
    start = " " * indent + bold
    if lines and lines[0].startswith(start):
        lines[0] = " " * indent + click.style(bold, bold=True) + lines[0][len(start) :]
    return lines


def quote(words: str, around: str | None = None, indent: int = 6, most: int = 300) -> list[str]:
    """Somebody's very words, dimmed, in quotation marks, without markup, cut to `most` characters around a name."""
    said = shorten(without_markup(words), around, most)
    return [click.style(line, dim=True) for line in paragraph(f"“{said}”", indent, hanging=1)]


def without_markup(words: str) -> str:
    """Words as their author saw them, without the signs of Markdown and HTML. JSON has them as they were written."""
    text = _TAG.sub("", words)
    text = _LINK.sub(r"\1", text)
    return html.unescape(_EMPHASIS.sub(r"\2", text.replace("**", "").replace("__", "")))


def shorten(words: str, around: str | None = None, most: int = 300) -> str:
    """At most about `most` characters of a sentence, around a word that must stay in it; cuts show as dots."""
    text = clean(words)
    if len(text) <= most:
        return text
    at = max(0, text.find(around)) if around else 0
    low = max(0, min(at - most // 3, len(text) - most))
    high = min(len(text), low + most)
    if low:
        low = text.find(" ", low) + 1
    if high < len(text):
        high = text.rfind(" ", low, high)
    return ("… " if low else "") + text[low:high] + (" …" if high < len(text) else "")


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    items = list(words)
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def ordinal(number: str) -> str:
    """`7` → `7th`."""
    n = int(number)
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def when(edtf: str | None, end: str | None = None) -> str:
    """An EDTF date in words, as vague as it is; an empty string for None."""
    first, slash, last = (edtf or "").partition("/")
    if end and not slash:
        last = end.rpartition("/")[2]
    if not first.strip("."):
        return f"until {_point(last)}" if last.strip(".") else ""
    if slash and not last.strip("."):
        return f"since {_point(first)}"
    return _between(first, last) if last and last != first else _point(first)


def _between(first: str, last: str) -> str:
    """Two days without saying twice what they share: 9–11 November 2017; 30 October to 2 November 2017."""
    a, b = first.split("-"), last.split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return f"{a[2].lstrip('0')}–{_point(last)}"
    shared_year = len(a) > 1 and a[0] == b[0] and len(b) > 1
    return f"{_point(first).rpartition(' ')[0] if shared_year else _point(first)} to {_point(last)}"


def _point(edtf: str) -> str:
    vague = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[-1:], "")
    year, month, day = ([*edtf.rstrip("~?%").split("-"), "", ""])[:3]
    if "X" in year:
        year = f"the {year.replace('X', '0')}s"
    if month in _SEASONS:
        return f"{vague}{_SEASONS[month]} {year}"
    named = calendar.month_name[int(month)] if month else ""
    return vague + " ".join(part for part in (day.lstrip("0"), named, year) if part)


def table(rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> Iterator[str]:
    """Rows in columns; the last column takes what is left of the width."""
    for row in rows:
        cells = [_fit(clean(cell), w) for cell, w in zip(row, widths, strict=False)]
        left = width() - sum(widths) - 2 * len(widths)
        yield "  ".join([*cells, *(_cut(clean(cell), left) for cell in row[len(widths) :])]).rstrip()


def _fit(cell: str, columns: int) -> str:
    return _cut(cell, columns).ljust(columns)


def _cut(cell: str, columns: int) -> str:
    return cell if len(cell) <= columns else cell[: columns - 1] + "…"


def show(lines: Iterable[str]) -> None:
    """Lines on standard output."""
    for line in lines:
        click.echo(line)
