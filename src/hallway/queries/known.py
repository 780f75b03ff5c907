"""Names that the memory knows, as far as they help to read one line."""

from __future__ import annotations

from hallway.reading.notes.known import Known, first_words
from hallway.store import lists
from hallway.store.store import Store


def known(store: Store, line: str) -> Known:
    """The names of the people and organizations that a line may name, and of all events."""
    words = first_words(line)
    return Known(
        lists.people_beginning(store, words), lists.event_titles(store), lists.organizations_beginning(store, words)
    )
