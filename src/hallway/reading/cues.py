"""Plain words for how two people connected, said of the very names they stand beside.

The network judges by the whole passage; these are the phrases whose meaning does not depend on it ("finally met X", "X's
keynote"). Each lends weight to a label; none decides alone. A file in `phrases/` has those of one language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from hallway.reading.lists.headings import heading
from hallway.reading.phrases import DENIED
from hallway.reading.skeleton import LIST, Skeleton, numbers

_LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch", "pt": "portuguese",
              "it": "italian", "da": "danish"}  # fmt: skip
_LISTING = re.compile(r"(?<=\bwith): |(?<=\binto): |(?<=\bmet): |(?<=\bsaw): |(?<=\bto): |(?<=\bmeeting): ")
"""`Shook hands with: X, Y`: the colon of a list says no more than the words before it."""

_LABEL = re.compile(rf"\s*([^:⟦.!?]{{3,40}}):\s+(?P<who>{LIST})")
LABELLED = 2.5
"""What a label before names counts."""


@cache
def _patterns(tongue: str) -> list[tuple[str, float, re.Pattern[str]]]:
    table: list[tuple[str, float, str]] = import_module(f"hallway.reading.phrases.{_LANGUAGES[tongue]}").PATTERNS
    return [(label, weight, re.compile(_numbered(pattern), re.I)) for label, weight, pattern in table]


def _numbered(pattern: str) -> str:
    """The pattern with its groups `who`, one in each alternative, told apart."""
    first, *others = pattern.split("(?P<who>")
    return first + "".join(f"(?P<who{n}>{part}" for n, part in enumerate(others))


@dataclass(frozen=True, slots=True)
class Hit:
    """Phrase `number` of a language, found beside `people`."""

    tongue: str
    number: int
    label: str
    weight: float
    people: tuple[int, ...]


def hits(s: Skeleton, tongues: frozenset[str]) -> list[Hit]:
    """Every phrase of a sentence in the languages `tongues`; none that begins where a meeting is denied."""
    if not s.has("P"):
        return []
    text = _LISTING.sub(" ", s.text)
    found = [
        (Hit(tongue, n, label, weight, tuple(_named(m, s))), m.start(), m.end())
        for tongue in sorted(tongues)
        for n, (label, weight, pattern) in enumerate(_patterns(tongue))
        for m in pattern.finditer(text)
    ]
    denied = [(a, b) for hit, a, b in found if hit.label == "none" and hit.weight >= DENIED]
    return [hit for hit, at, _ in found if hit.label == "none" or not any(a <= at < b for a, b in denied)]


def _named(m: re.Match[str], s: Skeleton) -> list[int]:
    """Whom a match speaks of: those in its group `who`, everybody of the sentence where it has none."""
    named = next((who for key, who in m.groupdict().items() if key.startswith("who") and who), None)
    return numbers(named) if named else s.people()


def cues(s: Skeleton, tongues: frozenset[str] = frozenset({"en"})) -> dict[int, dict[str, float]]:
    """person → label → the weight that this sentence's words lend to it, in the languages `tongues`."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for hit in [*hits(s, tongues), *_labelled(s)]:
        for person in hit.people:
            found[person][hit.label] = max(found[person].get(hit.label, 0.0), hit.weight)
    return found


def _labelled(s: Skeleton) -> Iterator[Hit]:
    """What stands before a colon at the beginning of a sentence says it of the names behind: "Brand new: Ada Quill, who …"."""
    label = _LABEL.match(s.text)
    told = heading(label[1]) if label else None
    if label and told and told.status is None:
        yield Hit("", 0, told.kind.value, LABELLED, tuple(numbers(label["who"])))
