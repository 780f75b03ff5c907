"""Plain text in 80 columns: words without markup, wrapping, colours. Colours vanish where nobody can see them.

Dates in words are in `dates.py`.
"""

from __future__ import annotations

import re
import shutil
import textwrap
import unicodedata
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
GUESSES = {
    "cemented": "met (cemented?)",
    "renewed": "met (again?)",
    "new": "met (for the first time?)",
    "fleeting": "met (fleetingly?)",
}
"""The same where the reading was less than SURE of it."""
SURE = 0.7
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_MARKUP = re.compile(r"[<&*_`\[\\~#]")
_TAG = re.compile(
    r"</?(?:h[1-6]|t[dhr]|table|t(?:head|body|foot)|d[dlt]|abbr|q|time|mark|s|del|ins|pre|kbd|section|article|header|"
    r"footer|main|nav|figure|figcaption|summary|details|address|label|button|title|body|html)(?:\s[^<>]{0,300})?/?>",
    re.I,
)
_ADDRESS = re.compile(r"(?<![(\[<\"'=\w])https?://[^\s<>()\[\]]+")
_PLACEHOLDER = "\ue000"
_FILL = "\x00"
"""Stands beside each wide character while lines are wrapped, so that it counts as two."""


def width() -> int:
    """80 columns, or fewer on a narrow terminal."""
    return max(40, min(80, shutil.get_terminal_size().columns))


def clean(text: str) -> str:
    """Text that cannot play tricks with a terminal: one line, no control characters."""
    return re.sub(r"\s+", " ", _UNSAFE.sub(" ", text)).strip()


def said(text: str) -> str:
    """Words as their author saw them, in one line: without the signs of Markdown and HTML, and safe for a terminal.

    Whatever is shown passes through here; JSON has the words as they were written. Addresses of pages stay.
    """
    if not _MARKUP.search(text):
        return clean(text)
    from hallway.reading.plain import plain

    text = text.replace(_PLACEHOLDER, "")
    addresses = _ADDRESS.findall(text)
    plainly = plain(_TAG.sub(" ", _ADDRESS.sub(_PLACEHOLDER, text)).strip()).text
    for address in addresses:
        plainly = plainly.replace(_PLACEHOLDER, address, 1)
    return clean(plainly) or clean(text)


def columns(text: str) -> int:
    """How many columns of a terminal a line takes: Chinese, Japanese and Korean letters take two, accents none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if _wide(c) else 1 for c in text)


def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


class _Wrapper(textwrap.TextWrapper):
    """Wraps lines in which wide letters have a filler beside them; a line may break before and after each."""

    def _split(self, text: str) -> list[str]:
        parts = [part for chunk in super()._split(text) for part in re.split(f"(.{_FILL})", chunk)]
        return [part for part in parts if part]


def paragraph(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """Lines of a wrapped paragraph; what follows its first line is indented by `hanging` more."""
    first, rest = " " * indent, " " * (indent + hanging)
    filled = "".join(c + _FILL if _wide(c) else c for c in said(text))
    lines = _Wrapper(width(), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False).wrap(filled)
    return [line.replace(_FILL, "") for line in lines]


def heading(text: str, colour: str | None = None) -> str:
    """A line that begins a part."""
    return click.style(said(text), bold=True, fg=colour)


def long_heading(text: str, colour: str | None = None) -> list[str]:
    """A heading that may take more than a line."""
    return [click.style(line, bold=True, fg=colour) for line in paragraph(text, hanging=2)]


def entry(name: str, details: Iterable[str | None] = (), indent: int = 2) -> list[str]:
    """A name in bold, and what is known in short, divided by dots."""
    bold, plain = said(name), [said(d) for d in details if d]
    lines = paragraph(" · ".join([bold, *plain]), indent, hanging=4)
    start = " " * indent + bold
    if lines and lines[0].startswith(start):
        lines[0] = " " * indent + click.style(bold, bold=True) + lines[0][len(start) :]
    return lines


def quote(words: str, around: str | None = None, indent: int = 6, most: int = 300) -> list[str]:
    """Somebody's very words, dimmed, in quotation marks, cut to `most` characters around a name."""
    words = shorten(words, around and said(around), most)
    return [click.style(line, dim=True) for line in paragraph(f"“{words}”", indent, hanging=1)]


def shorten(words: str, around: str | None = None, most: int = 300) -> str:
    """At most about `most` characters of a sentence, around a word that must stay in it; cuts show as dots."""
    text = said(words)
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


def in_quotes(what: str, sentences: Iterable[str]) -> str:
    """`what` in quotation marks, where it is nothing but one of the sentences that tell it."""
    return f"“{said(what)}”" if said(what) in {said(s) for s in sentences} else what


def wanted(kind: str, words: str) -> str:
    """`needs: help with recording`; the verb once, where the words begin with it themselves."""
    verb = {"need": "needs", "offer": "offers", "note": "noted"}.get(kind, kind)
    return words if words.casefold().startswith(f"{verb} ") else f"{verb}: {words}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    items = list(words)
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def counted(number: int, noun: str) -> str:
    """`1 fact`, `2 facts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def ordinal(number: str) -> str:
    """`7` → `7th`."""
    n = int(number)
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def table(rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> Iterator[str]:
    """Rows in columns; the last column takes what is left of the width."""
    for row in rows:
        cells = [fit(cell, w) for cell, w in zip(row, widths, strict=False)]
        left = width() - sum(widths) - 2 * len(widths)
        yield "  ".join([*cells, *(_cut(said(cell), left) for cell in row[len(widths) :])]).rstrip()


def fit(text: str, wide: int) -> str:
    """Words cut or filled up to so many columns."""
    cell = _cut(said(text), wide)
    return cell + " " * (wide - columns(cell))


def _cut(text: str, wide: int) -> str:
    if columns(text) <= wide:
        return text
    while columns(text) > wide - 1:
        text = text[:-1]
    return text + "…"


def show(lines: Iterable[str]) -> None:
    """Lines on standard output."""
    for line in lines:
        click.echo(line)


def lines_between(parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of several parts, with an empty one between them."""
    for number, lines in enumerate(parts):
        if number:
            yield ""
        yield from lines
