"""One card as a reading."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.formats.cards.dates import when
from hallway.formats.cards.facts import Card
from hallway.formats.cards.groups import record_of
from hallway.formats.cards.text import Said, lay_out
from hallway.formats.contentline import Property
from hallway.formats.protocol import Context, Problem
from hallway.model import Reading, Source


def card(
    properties: Sequence[Property], original: bytes, line: int, context: Context, old: bool = False
) -> Reading | Problem:
    """What the properties of one card say; a Problem where it names nobody.

    `original` is the card as it stood in its file, beginning on `line`. `old`: by the rules of vCard 2.1.
    """
    text, said = lay_out(properties, old)
    understood = Card(said, old)
    if not understood.understand():
        return context.problem(line, "FN", "a card without any name", "give it a name, such as FN:Ida Holm")
    source = Source(
        context.name,
        text,
        "card",
        written=when(_first(said, "REV")),
        original=None if text.encode("utf-8", "replace") == original else original,
        place=f"line {line}",
        record=_record(said),
    )
    return Reading(source, tuple(understood.facts))


def _record(said: Sequence[Said]) -> str | None:
    """What the card is called in every export: its UID, else its name with the first address, as Google's cards have none."""
    if uid := _first(said, "UID"):
        return record_of(uid)
    name, address = _first(said, "FN"), _first(said, "EMAIL") or _first(said, "TEL")
    return f"card:{name} {address}" if name and address else None


def _first(said: Sequence[Said], name: str) -> str:
    return next((v for s in said if s.prop.name == name and (v := s.value.strip())), "")
