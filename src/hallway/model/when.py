"""Dates as vague as people are: EDTF level 1 (ISO 8601-2:2019), the part that diaries need.

Understood: `2007`, `2007-10`, `2007-10-04`, seasons `2007-21` (spring) to `2007-24` (winter), the qualifiers `?`, `~`,
`%`, decades and centuries `200X`, and intervals `2005-10/2007`, `../2007`, `2007/..`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from hallway.model.phrase import Phrase

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?")


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date; `earliest` and `latest` bound it. Raises ValueError for what is not EDTF."""

    edtf: str

    def __post_init__(self) -> None:
        bounds(self.edtf)

    @property
    def earliest(self) -> date:
        return bounds(self.edtf)[0]

    @property
    def latest(self) -> date:
        return bounds(self.edtf)[1]

    def overlaps(self, other: When) -> bool:
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.edtf


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day that an EDTF string can mean; open ends are `date.min` and `date.max`."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    low = date.min if first in ("", "..") else _point(first)[0]
    high = date.max if last in ("", "..") else _point(last)[1]
    if low > high:
        raise ValueError(f"{edtf!r}: the interval ends before it begins")
    return low, high


def _point(text: str) -> tuple[date, date]:
    m = _POINT.fullmatch(text)
    if not m:
        raise ValueError(
            Phrase("{text} is not an EDTF date (such as 2007, 2007-10, 2007-10-04, 2007-21)", text=repr(text))
        )
    year, month, day = m[1], m[2], m[3]
    if "X" in year:
        if month:
            raise ValueError(f"{text!r}: a decade has no month")
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(max(1, low), 1, 1), date(high, 12, 31)
    y = int(year)
    if not month:
        return date(y, 1, 1), date(y, 12, 31)
    if int(month) in _SEASONS and not day:
        a, b = _SEASONS[int(month)]
        return date(y, a, 1), month_end(y + (b - 1) // 12, (b - 1) % 12 + 1)
    if day:
        exact = date(y, int(month), int(day))
        return exact, exact
    return date(y, int(month), 1), month_end(y, int(month))


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def span(first: date, last: date) -> When:
    """The shortest EDTF for the days from first to last: a day, a month, a year, or an interval."""
    if first == last:
        return When(first.isoformat())
    if first.day == 1 and last == month_end(first.year, first.month):
        return When(f"{first:%Y-%m}")
    if (first.month, first.day) == (1, 1) and last == date(first.year, 12, 31):
        return When(f"{first:%Y}")
    return When(f"{first.isoformat()}/{last.isoformat()}")


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def middle(edtf: str) -> float:
    """The middle of the days that an EDTF string can mean, as an ordinal; of what is open on one side, its other end."""
    low, high = bounds(edtf)
    first, last = (0 if low == date.min else low.toordinal()), (0 if high == date.max else high.toordinal())
    return (first + last) / 2 if first and last else float(first or last)
