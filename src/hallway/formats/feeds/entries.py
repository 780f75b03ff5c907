"""What every kind of feed comes down to: somebody's entries, newest or oldest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from hallway.model import When

MOST_ENTRIES = 2000
"""How many entries of one feed are looked at; feeds mostly have ten or twenty."""

_EARLIEST = 1980


@dataclass(frozen=True, slots=True)
class Entry:
    """One post as its feed has it. `title` and `html` may have markup (`plain`: `html` has none); `key` tells it from all others.

    `when` is the day on which it was published, where its author is; `author` is who the entry itself says wrote it.
    """

    key: str
    url: str | None
    title: str
    html: str
    author: str | None = None
    when: When | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was fetched. `home` is the page it belongs to, `every` the seconds that it wants to be left alone,
    `more` how many entries were left out because there were too many. `profiles` are pages that say they are the same person's.
    `url` is where it says itself that it is.
    """

    title: str
    entries: tuple[Entry, ...]
    author: str | None = None
    home: str | None = None
    every: int = 0
    more: int = 0
    profiles: tuple[str, ...] = ()
    url: str | None = None


def day_of(text: str) -> When | None:
    """The day that a date in a feed means, where it was written: ISO 8601 (RFC 3339) or RFC 822; None for anything else."""
    text = text.strip()
    found: date | None = None
    iso = re.match(r"\d{4}-\d\d-\d\d", text)
    try:
        found = date.fromisoformat(iso[0]) if iso else parsedate_to_datetime(text).date()
    except ValueError:
        vague = re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", text)
        return When(text) if vague and int(text[:4]) >= _EARLIEST else None
    return When(found.isoformat()) if found.year >= _EARLIEST else None


def day_from_utc(parts: Sequence[int] | None) -> When | None:
    """The day of a moment in UTC, as feedparser gives it: year, month, day and more."""
    if not parts or parts[0] < _EARLIEST:
        return None
    try:
        return When(date(parts[0], parts[1], parts[2]).isoformat())
    except ValueError:
        return None


def without_tracking(url: str) -> str:
    """An address without what only says through which feed somebody came (`utm_source` and its like)."""
    bare, mark, query = url.partition("?")
    query, hash_, fragment = query.partition("#")
    kept = [p for p in query.split("&") if p and not re.match(r"(?:utm_|fbclid=|gclid=|mc_[ce]id=)", p)]
    return bare + ("?" + "&".join(kept) if kept else "") + (hash_ + fragment if mark and fragment else "")
