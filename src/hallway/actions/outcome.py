"""Noting what came of meeting somebody."""

from __future__ import annotations

from datetime import date

from hallway.actions.keep import Kept, keep
from hallway.model import OutcomeFact, PersonFact, Reading, Source, When
from hallway.store.store import Store


def note_outcome(
    store: Store, person: int, name: str, words: str, when: When | None, lag: str | None, written: date
) -> Kept:
    """Keep that something came of meeting this person, as a note of the day `written`; `hallway undo` takes it back.

    `when`: when it happened, as vague as it is. `lag`: how long it took, in words. Said twice in a day it is kept once.
    """
    more = ", ".join(part for part in (str(when) if when else "", lag or "") if part)
    text = f"{name}: {words}{f' ({more})' if more else ''}"
    source = Source("outcome", text, "note", written=When(written.isoformat()))
    whole = (source.span(0, len(text)),)
    facts = (
        PersonFact("p0", name, (source.span(0, len(name)),), whole),
        OutcomeFact(words, "p0", lag, when, whole),
    )
    return keep(store, [Reading(source, facts)], "outcome", {"p0": person})[0]
