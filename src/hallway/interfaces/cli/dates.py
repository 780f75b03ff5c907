"""Dates in words, as vague as they are."""

from __future__ import annotations

import calendar

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


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


def held(start: str | None, end: str | None = None) -> str:
    """When something was; where only an interval is known in which it was, that is said."""
    if end is None and _closed(start):
        first, last = (start or "").split("/")
        return f"some time from {_between(first, last).replace('–', ' to ', 1)}"
    return when(start, end)


def within(edtf: str) -> str:
    """The day on which something began or ended; where only an interval is known, that is said."""
    if not _closed(edtf):
        return when(edtf)
    first, last = edtf.split("/")
    low, _, high = _between(first, last).replace("–", " to ", 1).partition(" to ")
    return f"some time between {low} and {high}"


def period(since: str | None, until: str | None) -> str:
    """From when to when, where either may be unknown."""
    if since and until and not _closed(since) and not _closed(until):
        return when(f"{since}/{until}")
    parts = (f"since {within(since)}" if since else "", f"until {within(until)}" if until else "")
    return ", ".join(p for p in parts if p)


def short(edtf: str | None, end: str | None = None, dated: bool = True) -> str:
    """A date for a table: `2 Oct 2014`, `5–11 Oct 2020`, `Oct 2015`; `2022` for what may be any day of many.

    `~` before it says that it is only about then; not `dated` is what has no day but that of its diary.
    """
    first, slash, last = (edtf or "").partition("/")
    first, last = (part.strip(".") for part in (first, last or (end or "").rpartition("/")[2]))
    if not first and not last:
        return ""
    if not first or not last or first == last:
        return _short_point(first or last) if dated else f"~{_short_point((first or last)[:7])}"
    a, b = first.rstrip("~?%").split("-"), last.rstrip("~?%").split("-")
    if a[0] != b[0]:
        return f"{a[0]}–{b[0]}"
    if slash or len(a) < 3 or len(b) < 3:
        return _short_point("-".join(a[:2] if a[1:2] == b[1:2] else a[:1]))
    return f"{int(a[2])}–{_short_point(last)}" if a[1] == b[1] else f"{_month(a[1])}–{_month(b[1])} {a[0]}"


def _short_point(edtf: str) -> str:
    bare = edtf.rstrip("~?%")
    year, month, day = ([*bare.split("-"), "", ""])[:3]
    year = f"{year.replace('X', '0')}s" if "X" in year else year
    words = " ".join(part for part in (day.lstrip("0"), _month(month), year) if part)
    return f"~{words}" if bare != edtf else words


def _month(number: str) -> str:
    return _SEASONS.get(number) or (calendar.month_abbr[int(number)] if number else "")


def _closed(edtf: str | None) -> bool:
    first, slash, last = (edtf or "").partition("/")
    return bool(slash and first.strip(".") and last.strip("."))
