"""You knew their writing before they knew you."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hallway.model.evidence import Span
from hallway.model.person import Ref
from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class FollowingFact:
    """I knew `person` from afar before we met: their blog, mails, work online. `words` says how."""

    person: Ref
    words: str
    since: When | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_YEAR, _MONTH = 365.25, 30.44


def how(words: str) -> str:
    """What one does with somebody's work, after the words that tell of it: `read`, `listened to`, `watched`, `followed`."""
    found = re.search(r"\b(?:(read)|(listen|heard|hear)|(watch)|(follow))", words, re.I)
    if found:
        return ("read", "listened to", "watched", "followed")[(found.lastindex or 1) - 1]
    if re.search(r"\b(?:podcasts?|radio|audio)\b", words, re.I):
        return "listened to"
    return "watched" if re.search(r"\b(?:videos?|films?)\b", words, re.I) else "read"


def how_long_before(since: When, met: When) -> str | None:
    """How long what began at `since` had gone on at `met`, in words as vague as both: "for about three years".

    None where nothing says that it had begun by then.
    """
    least, most = (met.earliest - since.latest).days, (met.latest - since.earliest).days
    if met.earliest == date.min or most <= 0:
        return None
    open_ended = since.earliest == date.min
    if least <= 0:
        return None if open_ended else f"perhaps for up to {in_words(most, math.ceil)}"
    middle = (least + most) / 2
    if open_ended or most - least > max(2 * _YEAR, middle / 2):
        return f"for at least {in_words(least, math.floor)}"
    exact = most - least <= middle / 12 and since.edtf[-1] not in "~?%" and met.edtf[-1] not in "~?%"
    return f"for {'' if exact else 'about '}{in_words(middle)}"


def in_words(days: float, whole: Callable[[float], int] = round) -> str:
    """A number of days as people say it: `three years`, `eight months`, `two weeks`."""
    for unit, long, least in (("year", _YEAR, 1.45), ("month", _MONTH, 1.45), ("week", 7.0, 1.45), ("day", 1.0, 0.0)):
        if days / long >= least or round(days / long, 1) == 1:
            count = max(1, whole(days / long))
            return f"{_said(count)} {unit}{'s' if count > 1 else ''}"
    return "a day"


def _said(count: int) -> str:
    return "a" if count == 1 else _NUMBERS[count] if count < len(_NUMBERS) else str(count)
