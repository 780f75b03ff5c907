"""Who wrote a text, and when, as far as the text itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.model import When
from hallway.reading.dates import parse_date
from hallway.reading.plain import Plain

_BYLINES = [
    re.compile(r"^\s*(?:posted |written |von |par |por |door )?(?:by[: ]+)?(?P<author>[\w@][^\n,|·•]{1,40}?)\s+(?:on|am|le|el|op)\s+(?P<date>[^\n]{6,40})$", re.M | re.I),
    re.compile(r"^\s*(?:posted|written|published|by|von|par|por|door|author|autor)\b(?: by)?[: ]+(?P<author>[^\n,|·•(]{2,40}?)(?:\s*[,|·•(–-]\s*(?P<date>[^\n)]{6,40})\)?)?$", re.M | re.I),
    re.compile(r"^\s*(?P<author>[A-Z][^\n,|·•]{1,40}?)\s*[|·•,–—]\s*(?P<date>[^\n]{4,30}(?:19|20)\d\d[^\n]{0,10})$", re.M),
]  # fmt: skip
_DATELINE = re.compile(
    r"^\W*(?:posted|published|written|date|datum|filed|veröffentlicht|publié|publicado|geplaatst)?\W*(?:on|am|le|el|op)?\W*"
    r"((?:\w+,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?[A-Za-zéûäçã]+\.?,?\s+(?:de\s+)?(?:19|20)\d\d|[A-Za-zéûäç]+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|"
    r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d))(?:T[\d:.]+)?\b[^\n]{0,40}$",
    re.M | re.I,
)
_FILENAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_]?(\d\d)?(?:[-_]?(\d\d))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """`span` is where the byline stands in the plain text, so that it is not read as a sentence."""

    author: str | None
    written: When | None
    span: tuple[int, int] | None = None


def head(p: Plain, name: str = "") -> Head:
    """Author and date from front matter or mail headers, from a byline in the first lines, or the date from a file name."""
    author = p.meta.get("author")
    written = parse_date(p.meta["written"]) if p.meta.get("written") else None
    top = p.text[:600]
    span = None
    for pattern in _BYLINES:
        m = pattern.search(top)
        when = parse_date(m["date"]) if m and m["date"] else None
        if m and (when or (m["date"] is None and m.start() < 200 and len(m["author"].split()) < 4)):
            author, written, span = author or m["author"].strip(), written or when, (m.start(), m.end())
            break
    line = _DATELINE.search(top)
    if written is None and line:
        written, span = parse_date(line[1]), span or (line.start(), line.end())
    if written is None:
        written = from_file_name(name)
    return Head(author, written, span)


def from_file_name(name: str) -> When | None:
    """`2016-05-lantern-days.md` was written in May 2016."""
    m = _FILENAME.search(name.rsplit("/", 1)[-1])
    if not m:
        return None
    try:
        return When("-".join(g for g in m.groups() if g))
    except ValueError:
        return When(m[1])
