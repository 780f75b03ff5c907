"""Lists of people and events, and finding them by parts of what they are called."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hallway.store.store import Row, Store, Value, marks


def people_met(
    store: Store, kind: str | None, events: list[int] | None, limit: int, among: Collection[int] | None = None
) -> list[Row]:
    """The last encounter with each person (person_id, kind, event_id, day, dated), latest first.

    With `kind` or `events` it is the last of that kind, at those events; with `among` only these people's. Those of one day
    are all there, so there may be more than `limit`.
    """
    tests = ([] if kind is None else ["kind = ?"]) + ([] if events is None else [f"event_id IN ({marks(events)})"])
    values: list[Value] = [*([] if kind is None else [kind]), *(events or [])]
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    found: dict[int, Row] = {}
    last = None
    for row in store.each(
        f"SELECT person_id, kind, event_id, day, dated FROM encounter{where} ORDER BY day DESC, fact_id DESC", values
    ):
        if len(found) >= limit and row["day"] != last:
            break
        last = row["day"]
        if among is None or row["person_id"] in among:
            found.setdefault(row["person_id"], row)
    return list(found.values())


def counts_of(store: Store, people: Sequence[int]) -> dict[int, Row]:
    """How often I met each of these people, at one event once, however many texts tell of it (`times`), and when first."""
    found = store.rows(
        "SELECT person_id, count(DISTINCT coalesce(-event_id, fact_id)) AS times, min(day) AS first FROM encounter"
        f" WHERE person_id IN ({marks(people)}) GROUP BY person_id",
        people,
    )
    return {int(r["person_id"]): r for r in found}


def people_mentioned(store: Store, events: list[int] | None, limit: int, skip: int = 0) -> list[Row]:
    """People whom I never met, by name; all of them, or those who had a part in these events."""
    among = marks(events or ())
    parts = f"SELECT person_id FROM role WHERE event_id IN ({among})"
    made = f"SELECT person_id FROM organizer WHERE event_id IN ({among}) AND person_id IS NOT NULL"
    chosen = "" if events is None else f" AND id IN ({parts} UNION {made})"
    return store.rows(
        "SELECT id FROM person WHERE head_id IS NULL AND name != '' AND NOT EXISTS"
        f" (SELECT 1 FROM encounter WHERE person_id = person.id){chosen} ORDER BY name LIMIT ? OFFSET ?",
        (*(events or ()), *(events or ()), limit, skip),
    )


def last_met(store: Store, people: Sequence[int]) -> list[Row]:
    """The last encounter with each of these people whom I met (person_id, kind, event_id, day, dated), latest first."""
    return store.rows(
        "WITH ranked AS (SELECT person_id, kind, event_id, day, dated, fact_id, row_number() OVER"
        f" (PARTITION BY person_id ORDER BY day DESC, fact_id DESC) AS place FROM encounter"
        f" WHERE person_id IN ({marks(people)})) SELECT * FROM ranked WHERE place = 1 ORDER BY day DESC, fact_id DESC",
        people,
    )


def organizations_of(store: Store, people: Sequence[int]) -> list[Row]:
    """The latest known organization of each of these people."""
    return store.rows(
        "SELECT person_id, organization.name FROM affiliation JOIN fact ON fact.id = fact_id"
        " JOIN source ON source.id = source_id JOIN organization ON organization.id = organization_id"
        f" WHERE person_id IN ({marks(people)}) ORDER BY source.written, fact_id",
        people,
    )


def names_with(store: Store, words: list[str]) -> list[Row]:
    """Every name (person_id, folded) in which all of these folded words stand somewhere."""
    fits = " AND ".join("instr(folded, ?)" for _ in words)
    return store.rows(f"SELECT DISTINCT person_id, folded FROM name WHERE {fits} ORDER BY person_id", words)


def events(store: Store, ids: list[int] | None = None) -> list[Row]:
    """Events with their day and how many people I met there, latest first; all of them, or those of `ids`."""
    chosen = "" if ids is None else f"WHERE event.id IN ({marks(ids)})"
    return store.rows(
        "SELECT event.*, coalesce(event.start, CASE WHEN length(edition) = 4 THEN edition END, written) AS day,"
        " (SELECT count(DISTINCT person_id) FROM encounter WHERE event_id = event.id) AS people"
        f" FROM event {chosen} ORDER BY day DESC, id DESC",
        ids or (),
    )


def organizers(store: Store) -> list[Row]:
    """Every organizer of every event by name, in the order in which the texts name them."""
    return store.rows(
        "SELECT event_id, coalesce(person.name, organization.name) AS name FROM organizer"
        " LEFT JOIN person ON person.id = person_id LEFT JOIN organization ON organization.id = organization_id"
        " GROUP BY event_id, person_id, organization_id ORDER BY min(organizer.rowid)"
    )


def event_names(store: Store) -> list[Row]:
    """What each event was ever called, and where it was said to be; each form once."""
    return store.rows(
        "SELECT event_id, name, series, edition, place, start FROM event_detail"
        " GROUP BY event_id, name, series, edition, place, start ORDER BY min(fact_id)"
    )


def person_names(store: Store) -> list[str]:
    """The name that each person is shown under."""
    return [
        r[0] for r in store.rows("SELECT DISTINCT name FROM person WHERE head_id IS NULL AND name != '' ORDER BY name")
    ]


def event_titles(store: Store) -> list[str]:
    """Every name that an event was given."""
    return [r[0] for r in store.rows("SELECT DISTINCT name FROM event_detail ORDER BY name")]


def people_beginning(store: Store, words: Collection[str]) -> list[str]:
    """The names shown, of people one of whose names begins with one of these folded words."""
    return _beginning(
        store,
        "SELECT DISTINCT person.name FROM name JOIN person ON person.id = name.person_id WHERE head_id IS NULL AND",
        words,
    )


def organizations_beginning(store: Store, words: Collection[str]) -> list[str]:
    """The names of the organizations that begin with one of these folded words."""
    return _beginning(store, "SELECT DISTINCT name FROM organization WHERE", words)


def _beginning(store: Store, statement: str, words: Collection[str]) -> list[str]:
    """By the index of folded names: the word alone, or with another after it (`!` comes after a space)."""
    found: set[str] = set()
    for word in words:
        values = (word, f"{word} ", f"{word}!")
        found.update(r[0] for r in store.rows(f"{statement} (folded = ? OR (folded > ? AND folded < ?))", values))
    return sorted(found)


def is_person(store: Store, record: int) -> bool:
    return store.row("SELECT 1 FROM person WHERE id = ?", (record,)) is not None


def called(store: Store, people: set[int]) -> dict[int, str]:
    """Records by number, each with the name that it is shown under by itself."""
    some = sorted(people)
    found = store.rows(f"SELECT id, name FROM person WHERE id IN ({marks(some)})", some)
    return {int(r["id"]): str(r["name"]) for r in found}


def named_in(store: Store, record: int) -> list[tuple[str, str]]:
    """What one record was called and in which source, its fullest name first."""
    found = store.rows(
        "SELECT name.text AS name, source.name AS source FROM name JOIN fact ON fact.id = fact_id"
        " JOIN source ON source.id = source_id WHERE person_id = (SELECT coalesce(head_id, id) FROM person WHERE id = ?1)"
        " AND record_id = ?1 ORDER BY fullest DESC, name.rowid",
        (record,),
    )
    return [(str(r["name"]), str(r["source"])) for r in found]
