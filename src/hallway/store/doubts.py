"""What has to fit together: everything said of meeting, working, following, missing, and of where and when events were."""

from __future__ import annotations

from hallway.store.store import Row, Store, Value
from hallway.store.stories import DATED, EVENT_DAY

_SOURCE = "JOIN fact ON fact.id = {0}.fact_id JOIN source ON source.id = fact.source_id"


def _only(column: str, one: int | None) -> tuple[str, tuple[Value, ...]]:
    return ("", ()) if one is None else (f" WHERE {column} = ?", (one,))


def meetings(store: Store, person: int | None) -> list[Row]:
    """Encounters of everybody or of one person, with their days (EDTF), and how sure the reading is of their kind."""
    where, values = _only("encounter.person_id", person)
    return store.rows(
        'SELECT encounter.person_id, person.name, encounter.kind, encounter.event_id, coalesce("when", '
        f"{EVENT_DAY}) AS day, {DATED} AS dated, fact.confidence, encounter.fact_id FROM encounter {_SOURCE.format('encounter')}"
        " JOIN person ON person.id = encounter.person_id"
        f" LEFT JOIN event ON event.id = encounter.event_id{where} ORDER BY encounter.fact_id",
        values,
    )


def jobs(store: Store, person: int | None) -> list[Row]:
    where, values = _only("affiliation.person_id", person)
    return store.rows(
        "SELECT affiliation.person_id, person.name, organization_id, organization.name AS organization, since, until,"
        f" source.written, affiliation.fact_id FROM affiliation {_SOURCE.format('affiliation')}"
        " JOIN person ON person.id = affiliation.person_id"
        f" JOIN organization ON organization.id = organization_id{where} ORDER BY affiliation.fact_id",
        values,
    )


def followings(store: Store, person: int | None) -> list[Row]:
    where, values = _only("following.person_id", person)
    return store.rows(f"SELECT person_id, words, since, fact_id FROM following{where} ORDER BY fact_id", values)


def outcomes(store: Store, person: int | None) -> list[Row]:
    where, values = _only("outcome.person_id", person)
    return store.rows(f'SELECT person_id, words, "when", fact_id FROM outcome{where} ORDER BY fact_id', values)


def missing(store: Store, person: int | None) -> list[Row]:
    """Who is said to have been absent or missed, at which event."""
    where, values = _only("person_id", person)
    return store.rows(
        f"SELECT person_id, event_id, status, fact_id FROM role{where or ' WHERE 1'} AND status IS NOT NULL ORDER BY fact_id",
        values,
    )


def event_details(store: Store, event: int | None) -> list[Row]:
    """What each text says of where and when events were."""
    where, values = _only("event_id", event)
    return store.rows(
        f'SELECT event_id, place, start, "end", edition, fact_id FROM event_detail{where} ORDER BY fact_id', values
    )
