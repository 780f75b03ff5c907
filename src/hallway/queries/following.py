"""Who is meant by a name or an address, among those who are or could be followed."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.model.folding import fold
from hallway.model.key import normal
from hallway.model.phrase import Phrase
from hallway.queries.finding import find_people
from hallway.queries.people import PersonLine, people_by_id
from hallway.store import feeds, nouns
from hallway.store.problems import MemoryProblem
from hallway.store.store import Row, Store


def candidates(store: Store, name: str, url: str = "") -> list[PersonLine]:
    """Those who have all words of `name` in one name of theirs, whoever is called just so before others; else those whose
    feed `url` is, if any word of the name is theirs."""
    words = set(fold(name).split())
    if not words:
        return []
    found = [
        p
        for p in people_by_id(store, find_people(store, name))
        if any(words <= set(n.split()) for n in _names(store, p.id))
    ]
    exact = [p for p in found if fold(name) in _names(store, p.id)]
    if found or not url:
        return exact or found
    there = nouns.people_with_key(store, "feed", normal("feed", url))
    return people_by_id(store, [p for p in there if words & {w for n in _names(store, p) for w in n.split()}])


def _names(store: Store, person: int) -> list[str]:
    return feeds.names_of(store, [person])


def theirs(store: Store, whom: str, people: Sequence[PersonLine]) -> list[Row]:
    """The rows of `feeds.followed` at an address, else of the one of these people who is followed.

    Raises MemoryProblem where that is nobody, or several.
    """
    rows = feeds.followed(store)
    at = normal("url", whom)
    found = [r for r in rows if at and normal("url", r["url"]) == at]
    if not found:
        known = {p.id: p for p in people}
        found = [r for r in rows if r["person_id"] in known]
        followed = {int(r["person_id"]): known[r["person_id"]].name for r in found}
        if len(followed) > 1:
            each = " or ".join(f"#{number} {name}" for number, name in followed.items())
            raise MemoryProblem(
                Phrase("“{whom}” can be {each}: say which by number, or give the address", whom=whom, each=each)
            )
    if not found:
        raise MemoryProblem(
            Phrase("nobody called “{whom}” and no such address is followed: `hallway feeds` lists who is", whom=whom)
        )
    return found
