"""A text in pieces, those that name somebody or something marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallway.model import EncounterFact, EventFact, PersonFact, Reading, Ref, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from `start` (code points); `ref` is whom or what it names, `kind` how they were met."""

    text: str
    start: int
    ref: Ref | None = None
    kind: str = ""


def pieces(reading: Reading) -> Iterator[Piece]:
    """The whole text, in order; where names overlap, the longer one wins."""
    text, at = reading.source.text, 0
    for span, ref, kind in _mentions(reading):
        if span.start < at:
            continue
        if span.start > at:
            yield Piece(text[at : span.start], at)
        yield Piece(text[span.start : span.end], span.start, ref, kind)
        at = span.end
    if at < len(text):
        yield Piece(text[at:], at)


def _mentions(reading: Reading) -> list[tuple[Span, Ref, str]]:
    kinds = {f.person: f.kind.value for f in reading.all(EncounterFact)}
    people = [(m, p.ref, kinds.get(p.ref, "none")) for p in reading.all(PersonFact) for m in p.mentions]
    events = [(m, e.ref, "event") for e in reading.all(EventFact) for m in e.mentions]
    return sorted((*people, *events), key=lambda m: (m[0].start, -m[0].end))
