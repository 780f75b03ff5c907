"""A text as its reader sees it, with a way back: every character of the plain text knows its place in the original.

Markdown and HTML are taken off without losing offsets, so that a name found in the plain text can be shown, and quoted,
in the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hallway.model import Span

_HTML = re.compile(r"<(?:!doctype html|html|body|article|div|p|h[1-6]|ul|table|br)\b[^>]*>", re.I)
_ENTITY = re.compile(r"&#?\w{1,12};")


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` to be read; `offsets[i]` is where `text[i]` stands in `original`."""

    original: str
    text: str
    offsets: list[int]
    meta: dict[str, str] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """A stretch of the plain text as words of the original, markup inside included."""
        if start >= end:
            return Span("", self.offsets[start] if start < len(self.offsets) else len(self.original), 0)
        low, high = self.offsets[start], self.offsets[end - 1] + 1
        entity = _ENTITY.match(self.original, high - 1)
        if entity and self.text[end - 1] != "&":
            high = entity.end()
        return Span(self.original[low:high], low, high)


class Builder:
    """Collects kept pieces of the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.meta: dict[str, str] = {}

    def keep(self, start: int, end: int) -> None:
        self.parts.append(self.original[start:end])
        self.offsets.extend(range(start, end))

    def put(self, text: str, at: int) -> None:
        """Write `text`, which stands for something else at offset `at` (an entity, a line break)."""
        self.parts.append(text)
        self.offsets.extend([at] * len(text))

    def done(self) -> Plain:
        return Plain(self.original, "".join(self.parts), self.offsets, self.meta)


def plain(text: str) -> Plain:
    """Take the markup off `text`, whatever it is: HTML, Markdown, a mail, or nothing but words."""
    from hallway.reading.html import from_html
    from hallway.reading.markdown import from_markdown

    if len(_HTML.findall(text[:20000])) >= 3 or re.match(r"\s*<(!doctype|html)", text, re.I):
        return from_html(text)
    return _mail(from_markdown(text))


def refine(p: Plain, drop: Callable[[str], list[tuple[int, int]]]) -> Plain:
    """`p` without the stretches that `drop` names (sorted, not overlapping)."""
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in [*drop(p.text), (len(p.text), len(p.text))]:
        text.append(p.text[at:start])
        offsets.extend(p.offsets[at:start])
        at = end
    return Plain(p.original, "".join(text), offsets, p.meta)


_HEADER = re.compile(
    r"(?:^(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-Id|In-Reply-To):[ \t].*\n)+", re.M
)
_FIELD = re.compile(r"^(From|Date|Sent|Subject):[ \t]*(.*)$", re.M)
_QUOTED = re.compile(
    r"^(?:(?:On|Am|Le|El|Op|Em)\b[^\n]{5,120}(?:wrote|schrieb|écrit|escribió|schreef|escreveu)\s*:\s*\n)?(?:>.*(?:\n|\Z))+",
    re.M,
)
_SIGNATURE = re.compile(r"^-- ?\n(?:.*(?:\n|\Z)){1,8}\Z", re.M)


def _mail(p: Plain) -> Plain:
    head = _HEADER.search(p.text[:3000])
    if not head or len(_FIELD.findall(head[0])) < 2 or head.start() > 200:
        return p
    for key, value in _FIELD.findall(head[0]):
        name = {"From": "author", "Subject": "title"}.get(key, "written")
        p.meta.setdefault(name, re.sub(r"\s*[<(].*[>)]|\"", "", value).strip() if name == "author" else value.strip())
    return refine(p, lambda text: _mail_noise(text, head.start(), head.end()))


def _mail_noise(text: str, start: int, end: int) -> list[tuple[int, int]]:
    noise = [(start, end)]
    noise += [(m.start(), m.end()) for m in _QUOTED.finditer(text, end)]
    sign = _SIGNATURE.search(text, end)
    if sign and sign.start() >= noise[-1][1]:
        noise.append((sign.start(), sign.end()))
    return noise
