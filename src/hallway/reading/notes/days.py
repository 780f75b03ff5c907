"""The few day words of other languages that phones hear and the diary reader does not need."""

from __future__ import annotations

import re
from datetime import timedelta

from hallway.model import When
from hallway.reading.dates import Dated

_DAYS = {0: "today tonight heute aujourd'hui hoy vandaag hoje", 1: "yesterday gestern hier ayer gisteren ontem"}
_BACK = {word: back for back, row in _DAYS.items() for word in row.split()}
_WORD = re.compile(rf"(?<![\w'])(?:{'|'.join(_BACK)})(?![\w'])", re.I)


def more_dates(text: str, found: list[Dated], written: When | None) -> list[Dated]:
    """The dates found, and today or yesterday in six languages where the day of writing is known."""
    if not written or written.earliest != written.latest:
        return found
    extra = [
        Dated(When((written.latest - timedelta(days=_BACK[m[0].lower()])).isoformat()), m.start(), m.end())
        for m in _WORD.finditer(text)
        if all(m.end() <= d.start or d.end <= m.start() for d in found)
    ]
    return sorted([*found, *extra], key=lambda d: d.start)
