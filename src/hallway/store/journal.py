"""The journal: what was done and when, and how to take it back."""

from __future__ import annotations

from datetime import UTC, datetime

from hallway.store.nouns import refresh_events, refresh_people
from hallway.store.store import Row, Store

_ORPHANS = (
    (
        "person",
        ("name", "encounter", "role", "affiliation", "membership", "following", "relation", "need", "outcome"),
        "person_id",
    ),
    ("organization", ("organization_name", "affiliation", "organizer"), "organization_id"),
    ("event", ("event_detail", "encounter", "role", "organizer", "clip", "team_name"), "event_id"),
    ("team", ("team_name", "membership"), "team_id"),
)


def begin(store: Store, verb: str, summary: str) -> int:
    """Note an action, in UTC; everything it writes carries its id."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return store.insert("action", verb=verb, summary=summary, at=now)


def last(store: Store) -> Row | None:
    """The latest action that was not undone."""
    return store.row("SELECT * FROM action WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1")


def actions(store: Store, limit: int = 50) -> list[Row]:
    return store.rows("SELECT * FROM action ORDER BY id DESC LIMIT ?", (limit,))


def take_back(store: Store, action: int) -> None:
    """Remove what one action added; what later actions rest on stays, and so does the text itself."""
    people = _ids(
        store, "SELECT DISTINCT person_id FROM name JOIN fact ON fact.id = fact_id WHERE action_id = ?", action
    )
    events = _ids(
        store, "SELECT DISTINCT event_id FROM event_detail JOIN fact ON fact.id = fact_id WHERE action_id = ?", action
    )
    passages = _ids(
        store, "SELECT DISTINCT passage_id FROM evidence JOIN fact ON fact.id = fact_id WHERE action_id = ?", action
    )
    store.run("DELETE FROM fact WHERE action_id = ?", (action,))
    store.run_many(
        "DELETE FROM passage WHERE id = ? AND NOT EXISTS (SELECT 1 FROM evidence WHERE passage_id = passage.id)",
        [(p,) for p in sorted(passages)],
    )
    for table, users, column in _ORPHANS:
        unused = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {u} WHERE {u}.{column} = {table}.id)" for u in users)
        if table == "person":
            unused += (
                " AND NOT EXISTS (SELECT 1 FROM encounter WHERE via_id = person.id)"
                " AND NOT EXISTS (SELECT 1 FROM clip WHERE maker_id = person.id)"
                " AND NOT EXISTS (SELECT 1 FROM clip_person WHERE person_id = person.id)"
                " AND NOT EXISTS (SELECT 1 FROM organizer WHERE person_id = person.id)"
            )
        store.run(f"DELETE FROM {table} WHERE action_id = ? AND {unused}", (action,))
    refresh_people(store, people)
    refresh_events(store, events)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.run("UPDATE action SET undone_at = ? WHERE id = ?", (now, action))


def _ids(store: Store, statement: str, action: int) -> set[int]:
    return {int(r[0]) for r in store.rows(statement, (action,))}
