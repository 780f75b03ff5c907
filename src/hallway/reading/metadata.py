"""Who wrote a text, and when, as far as the text itself says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.model import When
from hallway.reading.dates import MONTHS, parse_date
from hallway.reading.plain import Plain

_BYLINES = [
    re.compile(r"^\s*(?:posted |written |von |par |por |door )?(?:by[: ]+)?(?P<author>[\w@][^\n,|·•]{1,40}?)\s+(?:on|am|le|el|op)\s+(?P<date>[^\n]{6,40})$", re.M | re.I),
    re.compile(r"^\s*(?:posted|written|published|by|von|par|por|door|author|autor)\b(?: by)?[: ]+(?P<author>[^\n,|·•(]{2,40}?)(?:\s*[,|·•(–-]\s*(?P<date>[^\n)]{6,40})\)?)?$", re.M | re.I),
    re.compile(r"^\s*(?P<date>[^\n]{4,30}(?:19|20)\d\d[^\n|·•]{0,10}?)\s*(?:[|·•,–—-]\s*)?(?:\b(?:by|von|par|por|door)\s|[|·•])\s*(?P<author>[^\n,|·•(]{2,40}?)\s*$", re.M | re.I),
    re.compile(r"^\s*(?:By|Von|Par|Por|Door)\s+(?P<author>[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3})(?P<date>(?!))?(?=[,|(;–—])", re.M),
    re.compile(r"^\s*(?P<author>[^\W\d_a-z][^\n,|·•]{1,40}?)\s*[|·•,–—]\s*(?P<date>[^\n]{4,30}(?:19|20)\d\d[^\n]{0,10}|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?)$", re.M),
]  # fmt: skip
_DATELINE = re.compile(
    r"^[^\w\n]{0,10}+(?:(?:posted|published|written|date|datum|filed|veröffentlicht|geschrieben|publié|publicado|geplaatst)[^\w\n]{0,5}+)?(?:(?:on|am|le|el|op)[^\w\n]{1,5}+)?"
    r"((?:\w+,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?[A-Za-zéûäçã]+\.?,?\s+(?:de\s+)?(?:19|20)\d\d|[A-Za-zéûäç]+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|"
    r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d))(?:T[\d:.]+)?\b[^\n]{0,40}$",
    re.M | re.I,
)
_FILENAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?([0-3]\d))?)?(?!\d)")
_NAME = re.compile(
    r"@?\w[\w.-]*|(?:[^\W\d_][\w'’.-]*|@\w+)(?: (?:[^\W\d_a-z][\w'’.-]*|van|von|der|den|de|del|della|di|da|dos|la|le|y|e|bin|al|ter|zu))*"
)
_NO_NAME = re.compile(
    r"(?:I|we|he|she|they|it|ich|wir|je|nous|yo|ik|wij|me|a|an|the|my|our|in|on|at|to|from|with|back|home|day|week|notes?|report|recap|review|"
    r"summary|met|meeting|saw|dinner|lunch|breakfast|drinks|coffee|left|arrived|yesterday|today|tonight|last|this|next|new|san|los|las|st\.?|"
    r"posted|written|published|updated|filed|dated?|geschrieben|gepostet|veröffentlicht|publié|écrit|publicado|escrito|geplaatst|geschreven|admin|\d.*)\b|.*\b(?:conf\w*|camp|workshop|summit|days?|meetup|symposium|festival|congress|forum|unconference|con)\b",
    re.I,
)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\b", re.I)


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
        m = next((m for m in pattern.finditer(top) if _somebody(m["author"].strip(), pattern is _BYLINES[-1])), None)
        when = parse_date(m["date"]) if m and m["date"] else None
        if m and (when or (m["date"] is None and m.start() < 200)):
            author, written, span = author or m["author"].strip(), written or when, (m.start(), m.end())
            break
    line = _DATELINE.search(top)
    if written is None and line:
        written, span = parse_date(line[1]), span or (line.start(), line.end(1))
    if written is None:
        written = from_file_name(name)
    return Head(author, written, span)


def _somebody(author: str, bare: bool) -> bool:
    """Whether the words where a byline has its author can be one; a single word before a date alone is rather a town."""
    parts = len(author.split())
    return bool(
        (1 + bare) <= parts <= 5 and _NAME.fullmatch(author) and not _NO_NAME.match(author) and not _MONTH.match(author)
    )


def from_file_name(name: str) -> When | None:
    """`2016-05-lantern-days.md` was written in May 2016."""
    m = _FILENAME.search(re.split(r"[/\\]", name)[-1])
    if not m:
        return None
    try:
        return When("-".join(g for g in m.groups() if g))
    except ValueError:
        return When(m[1])
