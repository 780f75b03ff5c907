"""Dates in words, as vague as they are, in any language that a `Calendar` describes."""

from __future__ import annotations

import calendar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language speaks of days. `dot` follows the number of a day; `{}` stands for the date that is spoken of."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: tuple[str, ...]
    dot: str
    to: str
    since: str
    until: str
    about: str
    perhaps: str
    perhaps_about: str
    decade: str
    short_decade: str
    between: str
    some_time: str


ENGLISH = Calendar(
    months=tuple(calendar.month_name[1:]),
    short_months=tuple(calendar.month_abbr[1:]),
    seasons=("spring", "summer", "autumn", "winter"),
    dot="",
    to="to",
    since="since {}",
    until="until {}",
    about="about {}",
    perhaps="perhaps {}",
    perhaps_about="perhaps about {}",
    decade="the {}s",
    short_decade="{}s",
    between="some time between {} and {}",
    some_time="some time from {} to {}",
)


class Dates:
    """Speaks of EDTF dates in one language."""

    def __init__(self, words: Calendar) -> None:
        self._words = words

    @property
    def months(self) -> tuple[tuple[str, str], ...]:
        """The twelve months, each whole and short."""
        return tuple(zip(self._words.months, self._words.short_months, strict=True))

    def when(self, edtf: str | None, end: str | None = None) -> str:
        """An EDTF date in words, as vague as it is; an empty string for None."""
        first, slash, last = (edtf or "").partition("/")
        if end and not slash:
            last = end.rpartition("/")[2]
        if not first.strip("."):
            return self._words.until.format(self._point(last)) if last.strip(".") else ""
        if slash and not last.strip("."):
            return self._words.since.format(self._point(first))
        return self._between(first, last) if last and last != first else self._point(first)

    def held(self, start: str | None, end: str | None = None) -> str:
        """When something was; where only an interval is known in which it was, that is said."""
        if end is None and _closed(start):
            return self._words.some_time.format(*self._ends(start or ""))
        return self.when(start, end)

    def within(self, edtf: str) -> str:
        """The day on which something began or ended; where only an interval is known, that is said."""
        if not _closed(edtf):
            return self.when(edtf)
        return self._words.between.format(*self._ends(edtf))

    def period(self, since: str | None, until: str | None) -> str:
        """From when to when, where either may be unknown."""
        if since and until and not _closed(since) and not _closed(until):
            return self.when(f"{since}/{until}")
        parts = (
            self._words.since.format(self.within(since)) if since else "",
            self._words.until.format(self.within(until)) if until else "",
        )
        return ", ".join(p for p in parts if p)

    def short(self, edtf: str | None, end: str | None = None, dated: bool = True) -> str:
        """A date for a table: `2 Oct 2014`, `5–11 Oct 2020`, `Oct 2015`; `2022` for what may be any day of many.

        `~` before it says that it is only about then; not `dated` is what has no day but that of its diary.
        """
        first, slash, last = (edtf or "").partition("/")
        first, last = (part.strip(".") for part in (first, last or (end or "").rpartition("/")[2]))
        if not first and not last:
            return ""
        if not first or not last or first == last:
            return self._short(first or last) if dated else f"~{self._short((first or last)[:7])}"
        a, b = first.rstrip("~?%").split("-"), last.rstrip("~?%").split("-")
        if a[0] != b[0]:
            return f"{a[0]}–{b[0]}"
        if slash or len(a) < 3 or len(b) < 3:
            return self._short("-".join(a[:2] if a[1:2] == b[1:2] else a[:1]))
        if a[1] == b[1]:
            return f"{self._day(a[2])}–{self._short(last)}"
        return f"{self._short_month(a[1])}–{self._short_month(b[1])} {a[0]}"

    def _ends(self, edtf: str) -> tuple[str, str]:
        """First and last of an interval, without saying twice what they share."""
        first, _, last = edtf.partition("/")
        a, b = first.split("-"), last.split("-")
        if len(a) == len(b) == 3 and a[:2] == b[:2]:
            return self._day(a[2]), self._point(last)
        shared_year = len(a) > 1 and a[0] == b[0] and len(b) > 1
        return (self._point(first).rpartition(" ")[0] if shared_year else self._point(first)), self._point(last)

    def _between(self, first: str, last: str) -> str:
        """Two days: 9–11 November 2017; 30 October to 2 November 2017."""
        low, high = self._ends(f"{first}/{last}")
        if low == self._day(first.split("-")[-1]) and first.count("-") == 2:
            return f"{low}–{high}"
        return f"{low} {self._words.to} {high}"

    def _point(self, edtf: str) -> str:
        words = self._words
        vague = {"~": words.about, "?": words.perhaps, "%": words.perhaps_about}.get(edtf[-1:], "{}")
        year, month, day = ([*edtf.rstrip("~?%").split("-"), "", ""])[:3]
        if "X" in year:
            year = words.decade.format(year.replace("X", "0"))
        parts = (self._day(day), self._month(month), year)
        return vague.format(" ".join(part for part in parts if part))

    def _short(self, edtf: str) -> str:
        bare = edtf.rstrip("~?%")
        year, month, day = ([*bare.split("-"), "", ""])[:3]
        year = self._words.short_decade.format(year.replace("X", "0")) if "X" in year else year
        words = " ".join(part for part in (self._day(day), self._short_month(month), year) if part)
        return f"~{words}" if bare != edtf else words

    def _day(self, number: str) -> str:
        return f"{number.lstrip('0')}{self._words.dot}" if number else ""

    def _month(self, number: str) -> str:
        return self._named(number, self._words.months)

    def _short_month(self, number: str) -> str:
        return self._named(number, self._words.short_months)

    def _named(self, number: str, months: tuple[str, ...]) -> str:
        if not number:
            return ""
        return self._words.seasons[int(number) - 21] if int(number) > 12 else months[int(number) - 1]


def _closed(edtf: str | None) -> bool:
    first, slash, last = (edtf or "").partition("/")
    return bool(slash and first.strip(".") and last.strip("."))
