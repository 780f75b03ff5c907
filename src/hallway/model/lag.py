"""How long something took, as exactly as its dates and words allow, and no more exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from hallway.model.when import bounds

_NUMBERS = {
    word: float(n)
    for n, words in enumerate(
        "a,an,one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
    for word in words.split(",")
} | {"half a": 0.5, "half an": 0.5, "a couple of": 2.0, "ein": 1.0, "eine": 1.0, "un": 1.0, "une": 1.0}  # fmt: skip
_UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_TOLD = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))}|\d+(?:\.\d+)?)"
    r"(?: (and a half))?[ -](day|week|month|year)s?( and a half)?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Lag:
    """From `least` to `most` days; `most` is None where nothing bounds it."""

    least: float
    most: float | None

    def as_dict(self) -> dict[str, object]:
        return {"least_days": round(self.least), "most_days": None if self.most is None else round(self.most)}


def lag(first: str, then: str) -> Lag | None:
    """The days from one EDTF date to another; None where the second was for certain before the first."""
    (a, b), (c, d) = bounds(first), bounds(then)
    most = None if d == date.max or a == date.min else float((d - a).days)
    if most is not None and most < 0:
        return None
    return Lag(0.0 if b == date.max or c == date.min else float(max(0, (c - b).days)), most)


def told(words: str) -> Lag | None:
    """A lag as a text says it: `six months later` is five and a half to six and a half; None for what has no number."""
    found = _TOLD.search(words)
    if not found:
        return None
    number = _NUMBERS.get(found[1].lower()) or float(found[1])
    half = bool(found[2] or found[4])
    unit = _UNITS[found[3].lower()]
    exact = (number + 0.5 * half) * unit
    give = unit / 4 if half or number == 0.5 else unit / 2
    return Lag(max(0.0, exact - give), exact + give)


def middle(lags: Iterable[Lag]) -> Lag | None:
    """The median of lags, of which each is known only within bounds: the medians of what they are at least and at most."""
    some = list(lags)
    if not some:
        return None
    most = median(float("inf") if one.most is None else one.most for one in some)
    return Lag(float(median(one.least for one in some)), None if most == float("inf") else float(most))
