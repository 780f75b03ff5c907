"""Finding and making the rows that facts are about: people, organizations, events, teams."""

from __future__ import annotations

from hallway.model.folding import fold
from hallway.store.store import Row, Store, marks


def people_called(store: Store, name: str) -> list[int]:
    """Ids of the people who were ever called just so, in any spelling that folds alike."""
    found = store.rows("SELECT DISTINCT person_id FROM name WHERE folded = ? ORDER BY person_id", (fold(name),))
    return [int(r["person_id"]) for r in found]


def people_fully_called(store: Store, name: str) -> list[int]:
    """Ids of the people whose fullest name in some source is this one."""
    found = store.rows(
        "SELECT DISTINCT person_id FROM name WHERE folded = ? AND fullest = 1 ORDER BY person_id", (fold(name),)
    )
    return [int(r["person_id"]) for r in found]


def people_first_called(store: Store, name: str) -> list[int]:
    """Ids of the people one of whose names is this one, or begins with it as a word."""
    first = fold(name)
    found = store.rows(
        "SELECT DISTINCT person_id FROM name WHERE folded = ? OR (folded > ? AND folded < ?) ORDER BY person_id",
        (first, f"{first} ", f"{first}!"),
    )
    return [int(r["person_id"]) for r in found]


def named_beyond(store: Store, person: int, source: int) -> bool:
    """Whether any other text names this person."""
    found = store.row(
        "SELECT 1 FROM name JOIN fact ON fact.id = fact_id WHERE person_id = ? AND source_id != ? LIMIT 1",
        (person, source),
    )
    return found is not None


def met_at(store: Store, person: int, event: int) -> bool:
    found = store.row(
        "SELECT 1 FROM encounter WHERE person_id = ? AND event_id = ? UNION SELECT 1 FROM role WHERE person_id = ? AND event_id = ?",
        (person, event, person, event),
    )
    return found is not None


def organization_called(store: Store, name: str) -> int | None:
    found = store.row("SELECT id FROM organization WHERE folded = ? ORDER BY id", (fold(name),))
    return int(found["id"]) if found else None


def team_called(store: Store, name: str, series: str | None) -> int | None:
    found = store.row("SELECT id FROM team WHERE folded = ? AND series IS ? ORDER BY id", (fold(name), series))
    return int(found["id"]) if found else None


def events_called(store: Store, name: str, series: str | None) -> list[Row]:
    """Events of this name or of this series, each with what is known of it."""
    keys = sorted({fold(name), fold(series or name)} - {""})
    return store.rows(
        f"SELECT * FROM event WHERE id IN (SELECT event_id FROM event_detail WHERE folded IN ({marks(keys)})"
        f" OR series_folded IN ({marks(keys)})) ORDER BY id",
        (*keys, *keys),
    )


def events_organized_by(store: Store, words: list[str]) -> list[Row]:
    """Events that have an organizer with all of these folded words in their name."""
    fits = " AND ".join("' ' || folded || ' ' LIKE ?" for _ in words)
    values = tuple(f"% {word} %" for word in words)
    return store.rows(
        "SELECT * FROM event WHERE id IN (SELECT event_id FROM organizer JOIN organization ON organization.id ="
        f" organization_id WHERE {fits} UNION SELECT event_id FROM organizer JOIN name USING (person_id) WHERE {fits})"
        " ORDER BY id",
        (*values, *values),
    )


def refresh_people(store: Store, ids: set[int]) -> None:
    """Show each person under the longest of their fullest names."""
    store.run_many(
        "UPDATE person SET name = coalesce((SELECT text FROM name WHERE person_id = person.id AND fullest = 1"
        " ORDER BY length(text) - length(replace(text, ' ', '')) DESC, rowid LIMIT 1), name) WHERE id = ?",
        [(i,) for i in sorted(ids)],
    )


def refresh_events(store: Store, ids: set[int]) -> None:
    """Show each event with the first value that any source gave for each of its fields."""
    for field in ("name", "series", "edition", "place", "start", '"end"', "my_role"):
        order = "ORDER BY length(name) DESC, rowid" if field == "name" else "ORDER BY rowid"
        store.run_many(
            f"UPDATE event SET {field} = (SELECT {field} FROM event_detail WHERE event_id = event.id"
            f" AND {field} IS NOT NULL {order} LIMIT 1) WHERE id = ? AND EXISTS"
            " (SELECT 1 FROM event_detail WHERE event_id = event.id)",
            [(i,) for i in sorted(ids)],
        )
