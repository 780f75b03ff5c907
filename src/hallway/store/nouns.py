"""Finding and making the rows that facts are about: people, organizations, events, teams."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.model.folding import fold
from hallway.store import uids
from hallway.store.store import Row, Store, marks


def people_called(store: Store, name: str) -> list[int]:
    """Ids of the people who were ever called just so, in any spelling that folds alike."""
    found = store.rows("SELECT DISTINCT person_id FROM name WHERE folded = ? ORDER BY person_id", (fold(name),))
    return [int(r["person_id"]) for r in found]


def people_fully_called(store: Store, name: str) -> list[int]:
    """Ids of the people whose fullest name in some source is this one."""
    found = store.rows(
        "SELECT DISTINCT person_id FROM name WHERE folded = ? AND fullest > 0 ORDER BY person_id", (fold(name),)
    )
    return [int(r["person_id"]) for r in found]


def people_with_key(store: Store, kind: str, folded: str) -> list[int]:
    """Ids of the people who have this key, in its normal form; an id that this memory gave somebody is a key of theirs."""
    if kind == "id" and (own := uids.person_with(store, folded)) is not None:
        return [own]
    found = store.rows(
        "SELECT DISTINCT person_id FROM key WHERE folded = ? AND kind = ? ORDER BY person_id", (folded, kind)
    )
    return [int(r["person_id"]) for r in found]


def keys_of(store: Store, person: int) -> list[tuple[str, str]]:
    """The keys (kind, normal form) of one person."""
    found = store.rows("SELECT DISTINCT kind, folded FROM key WHERE person_id = ?", (person,))
    return [(r["kind"], r["folded"]) for r in found]


def named_in(store: Store, facts: Sequence[int]) -> set[int]:
    """Ids of the people whom these facts name."""
    found = store.rows(f"SELECT DISTINCT person_id FROM name WHERE fact_id IN ({marks(facts)})", facts)
    return {int(r["person_id"]) for r in found}


def told_of(store: Store, person: int, kinds: frozenset[str]) -> bool:
    """Whether a source of one of these kinds names this person."""
    found = store.row(
        "SELECT 1 FROM name JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
        f" WHERE person_id = ? AND source.kind IN ({marks(sorted(kinds))}) LIMIT 1",
        (person, *sorted(kinds)),
    )
    return found is not None


def record_called(store: Store, person: int, name: str) -> int:
    """Of the records that are one person, the first that was called so; else the first with any name, else the head."""
    found = store.row(
        "SELECT record_id FROM name WHERE person_id = ? ORDER BY folded = ? DESC, fullest DESC, rowid LIMIT 1",
        (person, fold(name)),
    )
    return int(found["record_id"]) if found else person


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
        "SELECT 1 FROM encounter WHERE person_id = ?1 AND event_id = ?2 UNION SELECT 1 FROM role WHERE person_id = ?1"
        " AND event_id = ?2 UNION SELECT 1 FROM talk_person JOIN talk USING (fact_id) WHERE person_id = ?1 AND event_id = ?2",
        (person, event),
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


def event_series(store: Store) -> list[str]:
    """What series are called, each spelling once; for an event without one, its name."""
    return [r[0] for r in store.rows("SELECT DISTINCT coalesce(series, name) FROM event_detail")]


def event_names(store: Store, series: list[str]) -> list[Row]:
    """The names that texts give the events of these series, with the place that they say."""
    keys = sorted({fold(name) for name in series})
    return store.rows(
        f"SELECT DISTINCT event_id, name, place FROM event_detail WHERE series_folded IN ({marks(keys)})", keys
    )


def events_with(store: Store, ids: list[int]) -> list[Row]:
    """The events of these ids."""
    return store.rows(f"SELECT * FROM event WHERE id IN ({marks(ids)}) ORDER BY id", ids)


def event_with_key(store: Store, key: str) -> int | None:
    """The event that a programme calls so."""
    found = store.row("SELECT event_id FROM event_detail WHERE key = ? ORDER BY fact_id LIMIT 1", (key,))
    return int(found["event_id"]) if found else None


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
    """Show each person under the longest of their fullest names, or under the one that I gave them."""
    store.run_many(
        "UPDATE person SET name = coalesce((SELECT text FROM name WHERE person_id = person.id AND fullest > 0"
        " ORDER BY fullest DESC, CASE fullest WHEN 2 THEN -rowid END, length(text) - length(replace(text, ' ', '')) DESC,"
        " text = lower(text), length(text) DESC, text LIMIT 1), name) WHERE id = ?",
        [(i,) for i in sorted(ids)],
    )


def prefer_names(store: Store, action: int, person: int) -> None:
    """Let the name that an action gave a person come before all that texts give them, the last one first."""
    store.run("UPDATE name SET fullest = 2 WHERE fact_id IN (SELECT id FROM fact WHERE action_id = ?)", (action,))
    refresh_people(store, {person})


_OF_SOURCE = "JOIN fact ON fact.id = event_detail.fact_id JOIN source ON source.id = fact.source_id"


def refresh_events(store: Store, ids: set[int]) -> None:
    """Show each event with the value that the earliest source gave for each of its fields, in whatever order they came."""
    for field in ("name", "series", "edition", "place", "start", '"end"', "my_role", "within_id", "url"):
        order = "length(event_detail.name) DESC, " if field == "name" else ""
        store.run_many(
            f"UPDATE event SET {field} = (SELECT event_detail.{field} FROM event_detail {_OF_SOURCE} WHERE event_id ="
            f" event.id AND event_detail.{field} IS NOT NULL ORDER BY {order}source.written IS NULL, source.written,"
            f" event_detail.{field}, event_detail.rowid LIMIT 1) WHERE id = ? AND EXISTS"
            " (SELECT 1 FROM event_detail WHERE event_id = event.id)",
            [(i,) for i in sorted(ids)],
        )
