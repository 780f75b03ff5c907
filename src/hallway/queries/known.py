"""Names that the memory knows, as far as they help to read one line."""

from __future__ import annotations

from hallway.reading.notes.known import Known
from hallway.store import lists
from hallway.store.store import Store


def known(store: Store) -> Known:
    """The names of all people, events and organizations."""
    return Known(lists.person_names(store), lists.event_titles(store), lists.organization_names(store))
