"""What somebody wants to know before an event: what people need and offer, and who spoke at which."""

from __future__ import annotations

from collections.abc import Collection

from hallway.store.store import Row, Store, marks


def open_ends(store: Store) -> list[Row]:
    """What people need or offer, as I was told: person_id, name, kind, words, the day on which it was written; last first."""
    return store.rows(
        "SELECT need.person_id, person.name, need.kind, words, source.written AS day, source.name AS source FROM need"
        " JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id JOIN person ON person.id = person_id"
        " WHERE need.kind IN ('need', 'offer') AND person.name != '' ORDER BY source.written IS NULL, source.written DESC, fact_id"
    )


def speakers_at(store: Store, events: Collection[int]) -> list[Row]:
    """Who held talks or had a part at these events: (event_id, person_id, name)."""
    some = tuple(events)
    return store.rows(
        "SELECT DISTINCT event_id, person_id, person.name FROM (SELECT event_id, person_id FROM talk_person"
        f" JOIN talk USING (fact_id) WHERE event_id IN ({marks(some)}) UNION SELECT event_id, person_id FROM role"
        f" WHERE status IS NULL AND event_id IN ({marks(some)})) JOIN person ON person.id = person_id ORDER BY person.name",
        some + some,
    )


def titles_at(store: Store, event: int) -> list[Row]:
    """The talks of an event with those who hold them: (person_id, name, title)."""
    return store.rows(
        "SELECT person_id, person.name, talk.title FROM talk JOIN talk_person USING (fact_id)"
        " JOIN person ON person.id = person_id WHERE event_id = ? ORDER BY talk.start, talk.fact_id",
        (event,),
    )
