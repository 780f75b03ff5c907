"""Captures that arrived, by the ids that browsers gave them; and what a day holds."""

from __future__ import annotations

from hallway.store.store import Row, Store

PINNED = "pinned event"
"""The setting that holds the event one said to be at."""


def arrived(store: Store, capture: str) -> Row | None:
    """What is noted of a capture: when it arrived (UTC), and the action that kept it."""
    return store.row("SELECT * FROM capture WHERE id = ?", (capture,))


def note(store: Store, capture: str, at: str, action: int | None) -> None:
    """Note that a capture arrived, inside the transaction that keeps it."""
    store.insert("capture", id=capture, at=at, action_id=action)


def people_on(store: Store, day: str) -> list[int]:
    """Whom I met on one day (ISO 8601), the latest first: the day that is said, else that of the note."""
    noted = (
        "SELECT person_id, fact_id FROM source JOIN fact ON fact.source_id = source.id"
        " JOIN encounter ON encounter.fact_id = fact.id"
        " WHERE source.kind = 'note' AND source.written = ? AND encounter.\"when\" IS NULL"
    )
    rows = store.rows(
        f'SELECT person_id, max(fact_id) AS last FROM (SELECT person_id, fact_id FROM encounter WHERE "when" = ?'
        f" UNION ALL {noted}) GROUP BY person_id ORDER BY last DESC",
        (day, day),
    )
    return [int(r["person_id"]) for r in rows]


def people_at(store: Store, event: int, limit: int) -> list[int]:
    """Whom I met at one event, the latest first."""
    rows = store.rows(
        "SELECT person_id, max(fact_id) AS last FROM encounter WHERE event_id = ? GROUP BY person_id"
        " ORDER BY last DESC LIMIT ?",
        (event, limit),
    )
    return [int(r["person_id"]) for r in rows]


def events_from(store: Store, first: str, last: str) -> list[int]:
    """Events that began within these days (ISO 8601), the latest first."""
    rows = store.rows("SELECT id FROM event WHERE start BETWEEN ? AND ? ORDER BY start DESC, id DESC", (first, last))
    return [int(r["id"]) for r in rows]
