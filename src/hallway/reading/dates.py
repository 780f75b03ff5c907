"""Dates as people write them, counted from the day of writing, never from today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from hallway.model import When
from hallway.model.when import span, week_of

_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan feb mar apr may jun jul aug sept oct nov dec",
    "jan feb mrz apr mai jun jul aug sep okt nov dez",
)
MONTHS = {name: i + 1 for row in _MONTHS for i, name in enumerate(row.split())}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "frühjahr": 21, "frühling": 21, "sommer": 22,
           "herbst": 23, "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
           "primavera": 21, "verano": 22, "otoño": 23, "invierno": 24, "verão": 22, "outono": 23, "inverno": 24, "lente": 21,
           "zomer": 22, "herfst": 23}  # fmt: skip
DAYS = {d: i for i, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}

_M = "|".join(sorted(MONTHS, key=len, reverse=True))
_S = "|".join(SEASONS)
_ORD = r"(?:st|nd|rd|th|\.)?"
_PATTERNS = {
    "iso": r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
    "range_across": rf"\b(?P<d>\d{{1,2}}){_ORD}(?:\s+of)?\s+(?P<mon>{_M})\b\.?\s*(?:-|–|to|until|bis|au|al)\s*(?P<d2>\d{{1,2}}){_ORD}(?:\s+of)?\s+(?P<mon2>{_M})\b\.?,?(?:\s+(?P<y>(?:19|20)\d\d)\b)?",
    "range_over": rf"\b(?P<mon>{_M})\.?\s+(?P<d>\d{{1,2}}){_ORD}\s*(?:-|–|to|until)\s*(?P<mon2>{_M})\.?\s+(?P<d2>\d{{1,2}}){_ORD}\b(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?",
    "range_before": rf"\b(?P<d>\d{{1,2}}){_ORD}\s*(?:-|–|to|until|bis|au|al)\s*(?P<d2>\d{{1,2}}){_ORD}(?:\s+of)?\s+(?P<mon>{_M})\b\.?,?(?:\s+(?P<y>(?:19|20)\d\d)\b)?",
    "range_after": rf"\b(?P<mon>{_M})\.?\s+(?P<d>\d{{1,2}}){_ORD}\s*(?:-|–|to|until)\s*(?P<d2>\d{{1,2}}){_ORD}(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?",
    "day_before": rf"\b(?P<d>\d{{1,2}}){_ORD}(?:\s+(?:of|de))?\s+(?P<mon>{_M})\b\.?,?(?:\s+(?:de\s+)?(?P<y>(?:19|20)\d\d)\b)?",
    "day_after": rf"\b(?P<mon>{_M})\.?\s+(?P<d>\d{{1,2}}){_ORD}\b(?!\s*:)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?",
    "vague_year": r"\b(?P<part>early|mid|late|(?:the )?(?:end|beginning|start) of|(?:early|late) in|anfang|mitte|ende|début|fin|mi|principios de|mediados de|finales de|begin|eind|in[ií]cio de|fim de|finais de)[- ](?P<y>(?:19|20)\d\d)\b(?!['’]s\b)",
    "decade": r"\b(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<decade>(?:19|20)\d)0['’]?s\b",
    "month_year": rf"\b(?P<mon>{_M})\b\.?,?\s+(?:of\s+|de\s+)?(?P<y>(?:19|20)\d\d)\b",
    "season_year": rf"\b(?P<season>{_S})\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b",
    "days_of_week": rf"\b(?P<day>{'|'.join(DAYS)})\s*(?:-|–|to|through|until)\s*(?P<day2>{'|'.join(DAYS)}),?\s+(?P<week>last|this) week\b",
    "relative": r"\b(?P<rel>earlier this year|this year|last year|earlier (?:in|this) (?:the )?week|(?:in|during) the (?:last|past) week|(?:the )?(?:past|last) week|the week before last|this week|last month|this month|yesterday|today|tonight|last night|(?:a|two|three|four|\d+) (?:days?|weeks?|months?|years?) ago|letzte woche|gestern|la semaine dernière|hier soir)\b",
    "past_season": rf"\b(?P<which>last|this)\s+(?P<season>{_S})\b",
    "past_month": rf"\b(?:(?P<which>last|this)\s+|in\s+(?:early |late |mid-?)?)(?P<mon>{_M})\b(?!\s+\d|\s+next\b)",
    "past_day": rf"\b(?:last|on|since)\s+(?P<day>{'|'.join(DAYS)})\b",
    "year": r"\b(?:in|since|from|of|year|dated)\s+(?P<y>(?:19|20)\d\d)\b",
}
_DATE = {name: re.compile(pattern, re.I) for name, pattern in _PATTERNS.items()}
_AHEAD = re.compile(
    r"\b(?:will|next|see you|going to|plan\w*|upcoming|hope|deadline|until|by|werden?|nächste[nr]?|prochaine?|próxim[oa])\b[^.!?\n]*$",
    re.I,
)
_COUNT = {"a": 1, "two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found at `text[start:end]`; `vague` when it is some time within `when` rather than all of it."""

    when: When
    start: int
    end: int
    vague: bool = False


def find_dates(text: str, written: When | None) -> list[Dated]:
    """Every date in `text`, in order, explicit ones winning over vague ones at the same place.

    What is relative counts from `written` and is left out where that is unknown.
    """
    found: list[Dated] = []
    taken = bytearray(len(text))
    if written and (written.latest - written.earliest).days > 366:
        written = None
    for name, pattern in _DATE.items():
        for m in pattern.finditer(text):
            if any(taken[m.start() : m.end()]) or _unsaid(m, text):
                continue
            when = _resolve(name, m, written)
            if when:
                taken[m.start() : m.end()] = b"x" * (m.end() - m.start())
                found.append(Dated(when, m.start(), m.end(), not name.startswith(("range", "day", "iso"))))
    return sorted(found, key=lambda d: d.start)


def _unsaid(m: re.Match[str], text: str) -> bool:
    """Whether a day or month without a year is none ("2 may come"), or is one still to come ("will be in May")."""
    parts = m.groupdict()
    if parts.get("y") or not (parts.get("mon") or parts.get("day")):
        return False
    return parts.get("mon") in ("may", "march", "mar") or bool(_AHEAD.search(text[max(0, m.start() - 60) : m.start()]))


_FOUNDED = re.compile(
    r"\b(?:(?:go(?:es)?|going|went|dat(?:es?|ing)|reach(?:es)?) (?:all the way |together )?back (?:all the way |as far as |together )?to|(?:first )?(?:came|got|come|gotten) together(?: back)? in|"
    r"(?:founded|formed|started|begun|began|born|launched|going|together)(?: (?:it|this|us|all this|out))?(?: back)?(?: in| since)?|existiert seit|gibt es seit|gegründet|"
    r"fondée?|existe depuis|fundad[oa]|existe desde|opgericht|bestaat sinds|fundad[oa])\s+(?:in |the |en |em )?$",
    re.I,
)


def founding(text: str, d: Dated) -> bool:
    """Whether the words before a date say that something began then ("the group goes back to late 2015"): when it takes place
    now is another matter."""
    return bool(_FOUNDED.search(text, max(0, d.start - 60), d.start))


def parse_date(text: str) -> When | None:
    """A date that stands alone, in whatever order: `2009-06-28T07:23:11`, `28 June 2009`, `Thu, 31 Aug 2006`, `2009`."""
    text = text.strip()
    slashed = re.fullmatch(r"((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2}).*", text)
    if slashed:
        return _when(f"{slashed[1]}-{int(slashed[2]):02}-{int(slashed[3]):02}")
    german = re.match(r"(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b", text)
    if german:
        return _when(f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}")
    try:
        return When(text)
    except ValueError:
        dates = find_dates(text, None)
        if dates:
            return dates[0].when
        year = re.search(r"\b((?:19|20)\d\d)\b", text)
        return _when(year[1]) if year else None


def _when(edtf: str) -> When | None:
    try:
        return When(edtf)
    except ValueError:
        return None


def _resolve(name: str, m: re.Match[str], written: When | None) -> When | None:
    parts = m.groupdict()
    if name == "iso":
        return _when(f"{m['y']}-{m['m']}-{m['d']}")
    if name == "year":
        return _when(m["y"])
    if name == "vague_year":
        return _part_of_year(m["part"].lower(), m["y"])
    if name == "decade":
        return _part_of_decade((m["part"] or "").lower(), m["decade"])
    if name == "season_year":
        return _when(f"{m['y']}-{SEASONS[m['season'].lower()]}")
    if name == "month_year":
        return _when(f"{m['y']}-{MONTHS[m['mon'].lower()]:02}")
    if name in ("range_across", "range_over"):
        return _across(parts, written)
    if name in ("range_before", "range_after", "day_before", "day_after"):
        return _days(parts, written)
    return _relative(name, m, written) if written else None


def _part_of_year(part: str, year: str) -> When | None:
    """Thirds of a year: early January to April, mid May to August, late September to December."""
    part = part.removeprefix("the ")
    ends = part.startswith(("late", "end", "ende", "eind", "fin", "fim"))
    first, last = ("09", "12") if ends else ("05", "08") if part.startswith("m") else ("01", "04")
    return _when(f"{year}-{first}/{year}-{last}")


def _part_of_decade(part: str, decade: str) -> When | None:
    """`1990s` → `199X`; its early years to the third, its middle ones to the sixth, its late ones from the seventh on."""
    if not part:
        return _when(f"{decade}X")
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return _when(f"{decade}{first}/{decade}{last}")


def _days(parts: dict[str, str | None], written: When | None) -> When | None:
    month = MONTHS[str(parts["mon"]).lower()]
    year = int(str(parts["y"])) if parts.get("y") else _nearest_year(month, written)
    if year is None:
        return None
    first = f"{year}-{month:02}-{int(str(parts['d'])):02}"
    second = parts.get("d2")
    return _when(f"{first}/{year}-{month:02}-{int(second):02}" if second else first)


def _across(parts: dict[str, str | None], written: When | None) -> When | None:
    """From a day of one month to a day of a later one, the year written once; December to January spans two."""
    first, last = (MONTHS[str(parts[k]).lower()] for k in ("mon", "mon2"))
    year = int(str(parts["y"])) if parts.get("y") else _nearest_year(last, written)
    if year is None:
        return None
    begin = f"{year - (first > last)}-{first:02}-{int(str(parts['d'])):02}"
    return _when(f"{begin}/{year}-{last:02}-{int(str(parts['d2'])):02}")


def _nearest_year(month: int, written: When | None) -> int | None:
    """A day without a year, in a text that looks back: the latest such month that is not well after the writing."""
    if written is None:
        return None
    day = written.latest
    return day.year if month <= day.month + 1 else day.year - 1


def _relative(name: str, m: re.Match[str], written: When) -> When | None:
    day = written.latest
    exact = written.earliest == written.latest
    if name == "past_season":
        return _last_season(SEASONS[m["season"].lower()], m["which"].lower(), day)
    if name == "past_month":
        month = MONTHS[m["mon"].lower()]
        if month > day.month and not m["which"] and month - day.month < 6 and not exact:
            return None
        year = day.year if month < day.month or (month == day.month and m["which"] != "last") else day.year - 1
        return _when(f"{year}-{month:02}")
    if name == "days_of_week":
        if not exact:
            return None
        monday = week_of(day)[0] - timedelta(weeks=m["week"].lower() == "last")
        first, last = (monday + timedelta(days=DAYS[m[d].lower()]) for d in ("day", "day2"))
        return span(first, last) if first <= last else None
    if name == "past_day":
        if not exact:
            return None
        back = (day.weekday() - DAYS[m["day"].lower()]) % 7 or 7
        return span(day - timedelta(days=back), day - timedelta(days=back))
    return _phrase(m["rel"].lower(), day, exact, written)


def _phrase(words: str, day: date, exact: bool, written: When) -> When | None:
    if words == "earlier this year":
        return span(date(day.year, 1, 1), day) if exact else _when(str(day.year))
    if words == "this year":
        return _when(str(day.year))
    if words == "last year":
        return _when(str(day.year - 1))
    if words in ("last month", "this month"):
        back = day.replace(day=1) - timedelta(days=1) if words == "last month" else day
        return _when(f"{back:%Y-%m}") if (written.latest - written.earliest).days < 32 else None
    ago = re.fullmatch(r"(\w+) (day|week|month|year)s? ago", words)
    if ago:
        count = _COUNT.get(ago[1]) or int(ago[1][:6])
        return _ago(count, ago[2], written)
    return _this_week(words, day) if exact else None


def _ago(count: int, unit: str, written: When) -> When | None:
    day = written.latest
    exact = written.earliest == day
    if unit == "year":
        return _when(f"{day.year - count:04}~") if count < day.year else None
    if unit == "month":
        if (written.latest - written.earliest).days > 31 or count > 12 * 50:
            return None
        months = day.year * 12 + day.month - 1 - count
        return _when(f"{months // 12}-{months % 12 + 1:02}~")
    if not exact or count > 5000:
        return None
    if unit == "week":
        first, last = week_of(day - timedelta(weeks=count))
        return span(first, last)
    return _when((day - timedelta(days=count)).isoformat())


def _this_week(words: str, day: date) -> When | None:
    if words in ("yesterday", "last night", "gestern", "hier soir"):
        return _when((day - timedelta(days=1)).isoformat())
    if words in ("today", "tonight"):
        return _when(day.isoformat())
    if words.endswith("week before last"):
        return span(*week_of(day - timedelta(weeks=2)))
    if words in ("last week", "the last week", "letzte woche", "la semaine dernière"):
        return span(*week_of(day - timedelta(weeks=1)))
    if words in ("this week",) or words.startswith("earlier"):
        first = week_of(day)[0]
        return span(first, day)
    return span(day - timedelta(days=7), day)


def _last_season(season: int, which: str, day: date) -> When | None:
    if which == "this" and season != SEASONS["winter"]:
        return When(f"{day.year}-{season}")
    for year in (day.year, day.year - 1):
        when = When(f"{year}-{season}")
        if when.latest < day or (which == "this" and when.earliest <= day):
            return when
    return When(f"{day.year - 1}-{season}")
