"""Talks of programmes, and who held them."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.store.store import Row, Store, marks

_TALK = (
    "SELECT talk.fact_id, talk.event_id, talk.title, talk.start, minutes, room, track, talk.url, event.name AS event,"
    " event.place, event.series FROM talk JOIN event ON event.id = event_id"
)
_ORDER = "ORDER BY talk.start IS NULL, talk.start, room, talk.fact_id"


def every(store: Store) -> list[Row]:
    """All talks, in the order in which they were held."""
    return store.rows(f"{_TALK} {_ORDER}")


def of_person(store: Store, person: int) -> list[Row]:
    """The talks that somebody held."""
    held = "SELECT fact_id FROM talk_person WHERE person_id = ?"
    return store.rows(f"{_TALK} WHERE talk.fact_id IN ({held}) {_ORDER}", (person,))


def of_events(store: Store, events: Sequence[int]) -> list[Row]:
    """The talks of some events."""
    return store.rows(f"{_TALK} WHERE event_id IN ({marks(events)}) {_ORDER}", tuple(events))


def saying(store: Store, match: str, most: int) -> list[Row]:
    """Talks in whose words a full-text query is found."""
    found = "SELECT fact_id FROM passage_words JOIN evidence ON passage_id = passage_words.rowid WHERE passage_words MATCH ?"
    return store.rows(f"{_TALK} WHERE talk.fact_id IN ({found}) {_ORDER} LIMIT ?", (match, most))


def speakers(store: Store, talks: Sequence[int]) -> list[Row]:
    """Who held these talks: (fact_id, person_id, name)."""
    rows: list[Row] = []
    for at in range(0, len(talks), 900):
        some = talks[at : at + 900]
        rows += store.rows(
            "SELECT fact_id, person_id, person.name FROM talk_person JOIN person ON person.id = person_id"
            f" WHERE fact_id IN ({marks(some)}) ORDER BY talk_person.rowid",
            tuple(some),
        )
    return rows


def only_on_programme(store: Store, event: int) -> set[int]:
    """People of whom nothing is known at an event but that its programme has them, and whom I did not meet there."""
    rows = store.rows(
        "SELECT DISTINCT person_id FROM talk_person JOIN talk USING (fact_id) WHERE event_id = ?1"
        " AND person_id NOT IN (SELECT person_id FROM encounter WHERE event_id = ?1)"
        " AND person_id NOT IN (SELECT person_id FROM role JOIN fact ON fact.id = fact_id"
        "  JOIN source ON source.id = source_id WHERE event_id = ?1 AND source.kind != 'programme')",
        (event,),
    )
    return {int(r["person_id"]) for r in rows}


def count_of(store: Store, event: int) -> tuple[int, int]:
    """How many talks an event had, and by how many people."""
    found = store.row(
        "SELECT count(DISTINCT talk.fact_id) AS talks, count(DISTINCT person_id) AS people FROM talk"
        " LEFT JOIN talk_person USING (fact_id) WHERE event_id = ?",
        (event,),
    )
    return (int(found["talks"]), int(found["people"])) if found else (0, 0)


def expected(store: Store, event: int) -> list[Row]:
    """Who has a part in an event and was met elsewhere, or is followed: person_id, name, how often met, last event, following."""
    return store.rows(
        "WITH there AS (SELECT person_id FROM talk_person JOIN talk USING (fact_id) WHERE event_id = ?1 UNION"
        " SELECT person_id FROM role WHERE event_id = ?1 AND status IS NULL)"
        " SELECT person.id AS person_id, person.name,"
        " (SELECT count(DISTINCT coalesce(-event_id, fact_id)) FROM encounter WHERE person_id = person.id"
        "  AND event_id IS NOT ?1) AS times,"
        " (SELECT event.name FROM encounter JOIN event ON event.id = event_id WHERE encounter.person_id = person.id"
        "  AND event.id != ?1 ORDER BY event.start DESC LIMIT 1) AS last_event,"
        " (SELECT words FROM following WHERE person_id = person.id LIMIT 1) AS following"
        " FROM person JOIN there ON there.person_id = person.id WHERE times > 0 OR following IS NOT NULL"
        " ORDER BY times DESC, person.name",
        (event,),
    )
