"""Days on which I connected with people, and events that I was at."""

from __future__ import annotations

from hallway.store.store import Row, Store

_KINDS = ("connected", "created", "invited")


def days(store: Store) -> list[Row]:
    """What says when I connected with somebody: person_id, name, kind, day, and the record that says so."""
    return store.rows(
        'SELECT person_id, person.name, detail.kind, detail."when" AS day, coalesce(record, digest) AS record, source.name AS file'
        " FROM detail JOIN person ON person.id = person_id JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
        ' WHERE detail.kind IN (?, ?, ?) AND detail."when" IS NOT NULL ORDER BY detail."when", fact_id',
        _KINDS,
    )


def attended(store: Store) -> list[Row]:
    """Events with a day at which I was: I had a part in them, or met somebody there."""
    return store.rows(
        'SELECT id, name, series, edition, place, start, "end" FROM event WHERE start IS NOT NULL AND'
        " (my_role IS NOT NULL OR id IN (SELECT event_id FROM encounter)) ORDER BY start, id"
    )


def met(store: Store) -> set[tuple[int, int]]:
    """Whom I met at which event."""
    rows = store.rows("SELECT DISTINCT person_id, event_id FROM encounter WHERE event_id IS NOT NULL")
    return {(int(r["person_id"]), int(r["event_id"])) for r in rows}


def first_met(store: Store, person: int) -> str | None:
    """The first day on which an encounter with somebody is dated, or the start of its event; None for whom I never met."""
    found = store.row(
        'SELECT min(coalesce("when", event.start, "0000")) AS day FROM encounter LEFT JOIN event ON event.id = event_id'
        " WHERE encounter.person_id = ?",
        (person,),
    )
    return found["day"] if found else None
