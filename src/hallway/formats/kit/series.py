"""What a conference's title says: which series it belongs to, and which edition of it this is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_YEAR = re.compile(r"(?<![\w])['’]?((?:19|20)\d\d)(?!\d)")
_GLUED_YEAR = re.compile(r"(?<=[A-Za-z])((?:19|20)\d\d)(?!\d)")
_ORDINAL = re.compile(r"(?<!\w)(\d{1,3})(?:st|nd|rd|th|\.|e|er|º|ª)(?=\s)", re.I)
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])[\s'’]?(\d{2})(?=\b|$)")
_LEADING = re.compile(r"^(\d{1,3})(?=[A-Z])")
_NUMBER = re.compile(r"(?:(?<=\s)#?|(?<=[A-Za-z]))(\d{1,3})(?=$|:)")
_EDGES = " \t-–—:|,.;/·'’#"


@dataclass(frozen=True, slots=True)
class Named:
    """A title taken apart: `edition` is an ordinal or a year in digits, as the model has it."""

    name: str
    series: str | None
    edition: str | None
    corrected: bool = False


def named(title: str, start: date | None = None, end: date | None = None) -> Named:
    """Series and edition of a title: `FOSDEM 2013`, `38C3: Illegal Instructions`, `DebConf19`, `7th Lantern Days`.

    A year in the title that is not the year of its days is a title left over from another edition: `corrected` says so.
    """
    title = " ".join(title.split()) or "Conference"
    years = {d.year for d in (start, end) if d}
    if found := _YEAR.search(title) or _GLUED_YEAR.search(title):
        year, corrected = found[1], bool(years) and int(found[1]) not in years
        if corrected:
            year = str(min(years))
            title = title[: found.start(1)] + year + title[found.end(1) :]
        rest = _without(title, found)
        ordinal = _ORDINAL.search(rest)
        if ordinal and (series := _without(rest, ordinal)):
            return Named(title, series, ordinal[1], corrected)
        return Named(title, rest or None, year, corrected)
    return _numbered(title, years)


def _numbered(title: str, years: set[int]) -> Named:
    year = str(min(years)) if years else None
    if (found := _ORDINAL.search(title)) and (series := _without(title, found)):
        return Named(title, series, found[1])
    found = _SHORT_YEAR.search(title)
    if found and any(y % 100 == int(found[1]) for y in years) and (series := _without(title, found)):
        return Named(title, series, f"{min(years) // 100}{found[1]}")
    if found := _LEADING.match(title):
        return Named(title, title[found.end() :].partition(":")[0].strip(_EDGES), found[1])
    if (found := _NUMBER.search(title)) and (series := _without(title.partition(":")[0], found)):
        return Named(title, series, found[1])
    return Named(title, title, year)


def _without(title: str, found: re.Match[str]) -> str:
    """The title without what was found in it, and without the brackets that are empty then."""
    rest = f"{title[: found.start()].rstrip(_EDGES)} {title[found.end() :].strip(_EDGES)}"
    return " ".join(re.sub(r"\(\s*\)|\[\s*\]", " ", rest).split()).strip(_EDGES)


def from_file(name: str) -> str:
    """A title from the name of a file, for programmes that have none: `small-signals-2019_all.json` → `Small Signals 2019`."""
    stem = re.sub(r"^.*[/\\]|\.[A-Za-z.]{1,12}$", "", name)
    parts = [w for w in re.split(r"[\s._-]+", stem) if w and w.casefold() not in _FILE_WORDS]
    return " ".join(w if not w.islower() else w.capitalize() for w in parts)


_FILE_WORDS = frozenset(
    "schedule programme program sessions session all speakers speaker talks gridsmart grid export json xml ics html "
    "sessionize frab pretalx view api data download events event agenda timetable xcal formatted accepted everything".split()
)
