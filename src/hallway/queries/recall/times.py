"""When a question means: the dates in it, counted from the day it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hallway.model import When
from hallway.queries.recall.answer import Cue
from hallway.reading.dates import find_dates

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_COUNTS = {word: number for number, word in enumerate(_NUMBERS.split())}
_YEARS_AGO = re.compile(rf"\b(?P<n>{'|'.join(_COUNTS)}|\d{{1,2}}|a few|several|some|a couple of) years ago\b", re.I)
_VAGUE = {"a few": (2, 6), "several": (3, 9), "some": (2, 8), "a couple of": (2, 3)}
_YEAR = re.compile(r"(?<![\d.:-])((?:19|20)\d\d)(?![\d:]|-\d)")

Found = tuple[Cue, When, tuple[int, int]]


def times(query: str, today: date) -> Iterator[Found]:
    """Every date in a question, as a cue, an EDTF date and where its words stand."""
    taken: list[tuple[int, int]] = []
    for found in _dates(query, today):
        start, end = found[2]
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield found


def _dates(query: str, today: date) -> Iterator[Found]:
    for m in _YEARS_AGO.finditer(query):
        low, high = _span(m["n"].lower())
        first, last = today.year - high, today.year - low
        edtf = f"{first}~" if first == last else f"{first}/{last}"
        yield Cue("time", m[0], edtf), When(edtf), m.span()
    for dated in find_dates(query, When(today.isoformat())):
        yield Cue("time", query[dated.start : dated.end], dated.when.edtf), dated.when, (dated.start, dated.end)
    for m in _YEAR.finditer(query):
        yield Cue("time", m[0], m[1]), When(m[1]), m.span()


def _span(count: str) -> tuple[int, int]:
    if count in _VAGUE:
        return _VAGUE[count]
    number = _COUNTS.get(count) if count in _COUNTS else int(count)
    return number or 0, number or 0
