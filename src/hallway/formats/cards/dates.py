"""Dates as cards have them (ISO 8601 with the truncations of RFC 6350, section 4.3), as far as they name a day or more."""

from __future__ import annotations

import re

from hallway.model import When

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?", re.S)
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")


def when(value: str) -> When | None:
    """`19840714`, `1984-07-14T00:00:00Z`, `1984-07` and `1984` as a date; None for `--0714` and what is no date."""
    value = value.strip()
    if day := _DAY.fullmatch(value):
        value = "-".join(day.groups())
    elif not (_MONTH.fullmatch(value) or _YEAR.fullmatch(value)):
        return None
    try:
        return When(value)
    except ValueError:
        return None
