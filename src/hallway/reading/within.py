"""Which event of a text is said to be a part of which other one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hallway.reading.skeleton import Skeleton

_PART = re.compile(
    r"⟦E(\d+)⟧(?!['’]s)[^.!?⟦]{0,40}?\b(?:(?:a |its own |another )?(?:part|track|side event|satellite event|satellite|day) of|within|"
    r"on the fringes? of|at the edge of|im Rahmen (?:der|des|von)|als Teil (?:der|des|von)|dans le cadre d[eu]|en el marco de(?:l| la)?|"
    r"no âmbito d[aeo]|in het kader van)\s+(?:the |this year['’]s |that year['’]s |la |le |der |den |het )?⟦E(\d+)⟧",
    re.I,
)


def parts(skeletons: Iterable[Skeleton]) -> dict[int, int]:
    """Number of an event → number of the event that it is a part of, as sentences say it; never in a circle."""
    found: dict[int, int] = {}
    for s in skeletons:
        for m in _PART.finditer(s.text):
            part, whole = int(m[1]), int(m[2])
            if part not in found and not _leads(found, whole, part):
                found[part] = whole
    return found


def _leads(found: dict[int, int], start: int, goal: int) -> bool:
    """Whether one comes from `start` to `goal`, going from parts to wholes."""
    at: int | None = start
    while at is not None:
        if at == goal:
            return True
        at = found.get(at)
    return False
