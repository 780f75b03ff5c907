"""What every reader is: prose in, facts out, nothing else touched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from hallway.model import PersonFact, Reading, Source, Span, When


class Reader(Protocol):
    """Reads one text. A pure function of its arguments: it opens no memory and asks nobody."""

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        """Facts with evidence. `name` is the file's, `written` the day of writing where the text has none of its own."""
        ...


class UnreadableText(ValueError):
    """The text cannot be read; the message says why and what to do."""


def verified(reading: Reading) -> Reading:
    """The reading without any fact whose evidence is not, word for word, in the text."""

    def quoted(source: Source, spans: Iterable[Span]) -> bool:
        return all(source.text[s.start : s.end] == s.text and s.text for s in spans)

    kept = tuple(
        f
        for f in reading.facts
        if quoted(reading.source, f.evidence) and quoted(reading.source, getattr(f, "mentions", ()))
    )
    left = {f.ref for f in kept if isinstance(f, PersonFact)}
    return Reading(reading.source, kept, tuple(g for g in reading.guesses if g.person in left))
