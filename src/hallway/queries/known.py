"""Names that the memory knows, as far as they help to read one line."""

from __future__ import annotations

from hallway.queries.people import PersonLine, people_by_id
from hallway.reading.notes.known import Known, first_words
from hallway.store import lists, nouns
from hallway.store.store import Store


def known(store: Store, line: str) -> Known:
    """The names of the people and organizations that a line may name, and of all events."""
    words = first_words(line)
    return Known(
        lists.people_beginning(store, words), lists.event_titles(store), lists.organizations_beginning(store, words)
    )


_LATEST = 40


def called(store: Store, name: str, most: int) -> list[PersonLine]:
    """Whom a full name or a first name can mean, those met last first; of very many, those who came last into the memory."""
    find = nouns.people_fully_called if " " in name.strip() else nouns.people_first_called
    return people_by_id(store, find(store, name)[-_LATEST:])[:most]
