"""A text as its reader sees it, with a way back: every character of the plain text knows its place in the original.

Markdown and HTML are taken off without losing offsets, so that a name found in the plain text can be shown, and quoted,
in the text as it was given.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from hallway.model import Span

_HTML = re.compile(r"<(?:!doctype html|html|body|article|div|p|h[1-6]|ul|table|br)\b[^>]*>", re.I)
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,10}|[a-zA-Z][a-zA-Z0-9]{0,40});?")

_AMPERSAND = re.compile(r"&(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);?")


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
            at = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return Span("", at, at)
        low, high = self.offsets[start], self.offsets[end - 1] + 1
        entity = (_AMPERSAND if self.text[end - 1] == "&" else _ENTITY).match(self.original, high - 1)
        if entity:
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

    if "\r\n" in text:
        return _one_newline(text)
    if len(_HTML.findall(text[:20000])) >= 3 or re.match(r"\s*<(!doctype|html)", text, re.I):
        return from_html(text)
    return _mail(from_markdown(text))


def _one_newline(text: str) -> Plain:
    """Lines that end as on Windows, read as lines that end in a newline alone."""
    kept = [i for i, c in enumerate(text) if c != "\r" or text[i + 1 : i + 2] != "\n"]
    p = plain("".join(text[i] for i in kept))
    return Plain(text, p.text, [kept[at] for at in p.offsets], p.meta)


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
    r"(?:^(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-Id|In-Reply-To|References|Organization|User-Agent|"
    r"MIME-Version|Content-[\w-]{1,30}|X-[\w-]{1,40}):.*\n(?:[ \t]+\S.*\n)*)+",
    re.M,
)
_FIELD = re.compile(r"^(From|Date|Sent|Subject):[ \t]*(.*)$", re.M)
_QUOTED = re.compile(r"(?:^>.*(?:\n|\Z))+", re.M)
_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|écrit|escribió|schreef|escreveu)\b.{0,60}:[ \t]*$")
_DATED = re.compile(r"(?:On|Am|Le|El|Op|Em)\b")
_FORWARDED = re.compile(
    r"^(?:[ \t]*-{2,}[^\n-]{5,60}-{2,}[ \t]*\n+)?(?:From|Von|De|Van|Da):[ \t]*\S.*\n(?:(?:To|An|À|Para):.*\n)?"
    r"(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Verzonden|Data)\s?:",
    re.M,
)
_SIGNATURE = re.compile(r"^-- ?\n", re.M)
_LONGEST_SIGNATURE = 8
_ANSWER = re.compile(r"(?:re|fwd?|aw|wg|sv|antw|tr)\s*:", re.I)


def _mail(p: Plain) -> Plain:
    """A mail without its headers (the subject stays, as a heading), what it quotes from others, and its signature."""
    head = _HEADER.search(p.text[:3000])
    if not head or len(_FIELD.findall(head[0])) < 2 or head.start() > 200:
        return refine(p, lambda text: [(a, b) for a, b, dated in _quotations(text) if dated])
    subject = None
    for m in _FIELD.finditer(p.text, head.start(), head.end()):
        name = {"From": "author", "Subject": "title"}.get(m[1], "written")
        p.meta.setdefault(name, _author(m[2]) if name == "author" else m[2].strip())
        if name == "title" and m[2].strip() and not _ANSWER.match(m[2]):
            subject = m.span(2)
    return refine(p, lambda text: _mail_noise(text, head.start(), head.end(), subject))


def _author(sender: str) -> str:
    """`"Anna Berg" <anna@example.org>` → `Anna Berg`; an address alone stays one."""
    with contextlib.suppress(LookupError, UnicodeError, HeaderParseError):
        sender = str(make_header(decode_header(sender)))
    return re.sub(r"\s*[<(][^\n]*[>)]|\"", "", sender).strip() or sender.strip(" <>")


def _mail_noise(text: str, start: int, end: int, subject: tuple[int, int] | None) -> list[tuple[int, int]]:
    noise = [(start, subject[0]), (subject[1], end - 1)] if subject else [(start, end)]
    forwarded = _FORWARDED.search(text, end)
    last = forwarded.start() if forwarded else len(text)
    noise += [(a, b) for a, b, _ in _quotations(text[:last], end)]
    if forwarded:
        noise.append((last, len(text)))
    return _signatures(text, noise)


def _quotations(text: str, at: int = 0) -> Iterator[tuple[int, int, bool]]:
    """What stands behind `>`, with the line above that says who wrote it: start, end, and whether that line has a day."""
    for m in _QUOTED.finditer(text, at):
        start, dated = _attribution(text, at, m.start())
        yield start, m.end(), dated
        at = m.end()


def _attribution(text: str, low: int, start: int) -> tuple[int, bool]:
    """Where "On Monday, 22 October, Anna wrote:" above `start` begins, and whether it has a day; `start` where it is not."""
    low = max(low, start - 300)
    above = text[low:start].rstrip("\n")
    line = above.rfind("\n") + 1
    if not _WROTE.search(above, line):
        return start, False
    first = above.rfind("\n", 0, max(0, line - 1)) + 1
    wrapped = line and re.fullmatch(_DATED.pattern + r".*\d.*[^.!?\n]\n", above[first:line])
    begin = first if wrapped else line
    return low + begin, bool(re.match(_DATED.pattern + r".*\d", above[begin:]))


def _signatures(text: str, noise: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`noise` with the few lines below each `-- `, up to what is quoted after them or to the end."""
    found: list[tuple[int, int]] = []
    for (start, end), (after, _) in zip(noise, [*noise[1:], (len(text), 0)], strict=True):
        found.append((start, end))
        for m in _SIGNATURE.finditer(text, end, after):
            if text.count("\n", m.end(), after) <= _LONGEST_SIGNATURE:
                found.append((m.start(), after))
                break
    return found
