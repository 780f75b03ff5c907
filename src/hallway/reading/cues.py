"""Plain words for how two people connected, said of the very names they stand beside.

The network judges by the whole passage; these are the phrases whose meaning does not depend on it ("finally met X", "X's
keynote"). Each lends weight to a label; none decides alone. A file in `phrases/` has those of one language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import import_module

from hallway.reading.phrases import DENIED
from hallway.reading.skeleton import Skeleton, numbers

_LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch", "pt": "portuguese",
              "it": "italian", "da": "danish"}  # fmt: skip
_LISTING = re.compile(r"(?<=\bwith): |(?<=\binto): |(?<=\bmet): |(?<=\bsaw): |(?<=\bto): |(?<=\bmeeting): ")
"""`Shook hands with: X, Y`: the colon of a list says no more than the words before it."""


@cache
def _patterns(tongue: str) -> list[tuple[str, float, re.Pattern[str]]]:
    table: list[tuple[str, float, str]] = import_module(f"hallway.reading.phrases.{_LANGUAGES[tongue]}").PATTERNS
    return [(label, weight, re.compile(_numbered(pattern), re.I)) for label, weight, pattern in table]


def _numbered(pattern: str) -> str:
    """The pattern with its groups `who`, one in each alternative, told apart."""
    first, *others = pattern.split("(?P<who>")
    return first + "".join(f"(?P<who{n}>{part}" for n, part in enumerate(others))


def cues(s: Skeleton, tongues: frozenset[str] = frozenset({"en"})) -> dict[int, dict[str, float]]:
    """person → label → the weight that this sentence's words lend to it, in the languages `tongues`."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    if not s.has("P"):
        return found
    text = _LISTING.sub(" ", s.text)
    patterns = [p for t in sorted(tongues) for p in _patterns(t)]
    hits = [(label, weight, m) for label, weight, pattern in patterns for m in pattern.finditer(text)]
    denied = [m.span() for label, weight, m in hits if label == "none" and weight >= DENIED]
    for label, weight, m in hits:
        if label != "none" and any(a <= m.start() < b for a, b in denied):
            continue
        named = next((who for key, who in m.groupdict().items() if key.startswith("who") and who), None)
        for person in numbers(named) if named else s.people():
            found[person][label] = max(found[person].get(label, 0.0), weight)
    return found
