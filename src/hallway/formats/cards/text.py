"""A card as a text that people can read: a line a property, values unfolded and decoded. Facts quote this text.

The very bytes are kept beside it, where they are not the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.formats.contentline import Property, unescape
from hallway.model import Span

_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_MOST = 500


@dataclass(slots=True)
class Said:
    """A property, and where its value stands in the text of the card."""

    prop: Property
    value: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.value, self.start, self.start + len(self.value))

    def part(self, words: str) -> Span | None:
        """Where words stand in the value; None where they don't."""
        at = self.value.find(words) if words else -1
        return None if at < 0 else Span(words, self.start + at, self.start + at + len(words))


def lay_out(properties: Iterable[Property], old: bool) -> tuple[str, list[Said]]:
    """The text of a card, and where each property stands in it. `old`: by the rules of vCard 2.1."""
    parts: list[str] = []
    said: list[Said] = []
    at = 0
    for prop in properties:
        value = prop.value
        if len(value) > _MOST or "\\" in value or "\r" in value:
            value = readable(prop, old)
        start = at + len(prop.head)
        said.append(Said(prop, value, start))
        parts += (prop.head, value, "\n")
        at = start + len(value) + 1
    return "".join(parts)[:-1], said


def readable(prop: Property, old: bool) -> str:
    """A value without backslashes; a picture as its size and a fingerprint, so that a changed one is noticed."""
    value = prop.value
    if len(value) > _MOST and (prop.name in _BINARY or "ENCODING" in prop.params or value[:5].lower() == "data:"):
        plain = re.sub(r"\s+", "", value)
        return f"({len(plain) * 3 // 4000} kB, {hashlib.sha256(plain.encode('utf-8', 'replace')).hexdigest()[:12]})"
    value = unescape(value, old) if "\\" in value else value
    return value.replace("\r\n", "\n") if "\r" in value else value
