"""How long to leave a server alone: what it asks for, within reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY = 24 * 3600
MOST = 7 * DAY
"""Nobody is left alone for longer than this, whatever they ask for."""
_FIRST = 10 * 60


def retry_after(value: str | None, now: datetime) -> int | None:
    """Seconds that a Retry-After header (RFC 9110, 10.2.3) asks for: a number or a date; None where it is neither."""
    text = (value or "").strip()
    if re.fullmatch(r"\d{1,9}", text):
        return min(int(text), MOST)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max(0, int((when - now).total_seconds())), MOST)


def fresh_for(headers: Mapping[str, str]) -> int:
    """Seconds for which an answer is said to stay good (RFC 9111: Cache-Control before Expires); 0 where nothing is said.

    A day at most: a feed that is good for a year is a mistake.
    """
    control = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", control):
        return 0
    age = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", control)
    if age:
        return min(max(0, int(age[1]) - _number(headers.get("age"))), DAY)
    try:
        expires = parsedate_to_datetime(headers["expires"])
        begun = parsedate_to_datetime(headers["date"])
        return min(max(0, int((expires - begun).total_seconds())), DAY)
    except (KeyError, ValueError, TypeError):
        return 0


def after_failures(times: int) -> int:
    """Seconds to wait after so many failures in a row: none after the first, then longer each time, a day at most."""
    return 0 if times < 2 else min(_FIRST * 2 ** min(times - 2, 20), DAY)


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,9}", text.strip()) else 0
