"""Days and times as exports write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hallway.model import When

_MONTHS = {
    m: i + 1
    for i, names in enumerate(
        "jan january januar janvier enero gennaio janeiro januari|feb february februar fév février febrero febbraio febr|"
        "mar march märz mär mars marzo maart|apr april avr avril abril aprile|may mai mayo maggio mei maj|"
        "jun june juni juin junio giugno|jul july juli juil juillet julio luglio|aug august août agosto augustus|"
        "sep sept september septembre septiembre settembre|oct october okt oktober octobre octubre ottobre|"
        "nov november novembre noviembre|dec december dez dezember déc décembre diciembre dicembre".split("|")
    )
    for m in names.split()
}
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_WORDY = re.compile(r"(\d{1,2})\.? (?:de )?([^\W\d_]{3,10})\.?,? (?:de )?(\d{4})")
_AMERICAN = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2}),? (\d{4})")
_SLASHED = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})")
_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})[T ]?(?:(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$"
)
_ISO_DURATION = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?")


def day(text: str, day_first: bool | None = None) -> When | None:
    """The day that a cell or field means: ISO 8601, "12 Mar 2025", "Mar 12, 2025", "3/12/2025"; None where it means none.

    `day_first`: what "3/12/2025" means; unknown, only what can mean one thing is understood (13/2, or 5/5).
    """
    text = " ".join(text.split())
    if found := _ISO.match(text):
        return _when(found[1], found[2], found[3])
    if found := _WORDY.match(text):
        return _when(found[3], _MONTHS.get(found[2].casefold()), found[1])
    if found := _AMERICAN.match(text):
        return _when(found[3], _MONTHS.get(found[1].casefold()), found[2])
    if found := _SLASHED.match(text):
        return _slashed(found[1], found[2], found[3], day_first)
    return When(text) if re.fullmatch(r"\d{4}", text) and text != "0000" else None


def _slashed(a: str, b: str, c: str, day_first: bool | None) -> When | None:
    if len(a) == 4:
        return _when(a, b, c)
    year = c if len(c) == 4 else f"20{c}" if len(c) == 2 else ""
    if a == b or int(a) > 12 or (day_first and int(b) <= 12):
        return _when(year, b, a)
    return _when(year, a, b) if int(b) > 12 or day_first is False else None


def _when(year: str | int, month: str | int | None, number: str | int) -> When | None:
    try:
        return When(date(int(year), int(month or 0), int(number)).isoformat())
    except ValueError:
        return None


def moment(text: str, zone: str = "") -> datetime | None:
    """A day and time, ISO 8601 or nearly (`2018-08-31 13:00:00`), with the offset that it has or that `zone` (an IANA name)
    had on that day. None where there is no time in it."""
    found = _MOMENT.match(text.strip())
    if not found or found[4] is None:
        return None
    try:
        naive = datetime(*(int(found[i] or 0) for i in range(1, 7)))  # type: ignore[arg-type]
    except ValueError:
        return None
    offset = found[7]
    if offset in ("Z", "UTC"):
        offset = "+00:00"
    if offset:
        try:
            return datetime.fromisoformat(f"{naive.isoformat()}{offset[:3]}:{offset[-2:]}")
        except ValueError:
            return naive
    return zoned(naive, zone)


def zoned(naive: datetime, zone: str) -> datetime:
    """The moment with the offset that a zone had then; as it was where the zone is unknown here."""
    if not re.fullmatch(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*", zone or ""):
        return naive
    try:
        aware = naive.replace(tzinfo=ZoneInfo(zone))
        return datetime.fromisoformat(aware.isoformat())
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return naive


def clock(text: str) -> timedelta | None:
    """`10:30`, `9:05:00`, `0930` as the time since midnight."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?|(?=\d{4}$)(\d{2})(\d{2})", text.strip())
    if not found:
        return None
    hours, past = found[1] or found[4], found[2] or found[5]
    return timedelta(hours=int(hours), minutes=int(past), seconds=int(found[3] or 0))


def minutes(text: str) -> int | None:
    """A length: `00:45` (hours, minutes), `01:30:00`, `45`, `PT45M`, `1:02:00:00` (days first); None where it is none."""
    text = text.strip()
    if re.fullmatch(r"\d{1,5}(?:\.0+)?", text):
        return int(float(text)) or None
    if re.fullmatch(r"\d{1,3}(?::\d{1,2}){1,3}", text):
        parts = [int(p) for p in text.split(":")]
        if len(parts) == 4:
            return (parts[0] * 24 + parts[1]) * 60 + parts[2] or None
        return parts[0] * 60 + parts[1] or None
    if (found := _ISO_DURATION.fullmatch(text)) and any(found.groups()):
        days, hours, rest = (int(g or 0) for g in found.groups())
        return (days * 24 + hours) * 60 + rest or None
    return None
