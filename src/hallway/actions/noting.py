"""Noting something of a person whom the memory knows, without a new encounter."""

from __future__ import annotations

from datetime import date

from hallway.actions.keep import Kept, keep
from hallway.model import NeedFact, PersonFact, Reading, Source, When
from hallway.model.phrase import Phrase
from hallway.store.store import Store


def note_of(store: Store, person: int, name: str, words: str, written: date) -> Kept:
    """Keep words about this person (id, called `name`), as a note of the day `written`; `undo` takes it back.

    Raises ValueError where there are no words.
    """
    words = " ".join(words.split())
    if not words:
        raise ValueError(Phrase("a note needs words: nothing was kept"))
    text = f"{name}: {words}"
    source = Source("note", text, "note", written=When(written.isoformat()))
    said = (source.span(len(name) + 2, len(text)),)
    facts = (
        PersonFact("p0", name, (source.span(0, len(name)),), (source.span(0, len(text)),)),
        NeedFact("p0", "note", words, said),
    )
    return keep(store, [Reading(source, facts)], "note", {"p0": person})[0]
