"""Lists of people and events, and finding them by parts of what they are called."""

from __future__ import annotations

from hallway.store.store import Row, Store, Value, marks
from hallway.store.stories import DATED, EVENT_DAY

_MET = f"""
SELECT encounter.person_id, encounter.event_id, encounter.kind, fact.id AS fact_id,
       coalesce(encounter."when", {EVENT_DAY}) AS day, {DATED} AS dated
FROM encounter JOIN fact ON fact.id = encounter.fact_id JOIN source ON source.id = fact.source_id
LEFT JOIN event ON event.id = encounter.event_id
"""

_TIMES = "(SELECT count(DISTINCT coalesce(-e.event_id, e.fact_id)) FROM encounter AS e WHERE e.person_id = person.id)"
"""How often I met somebody: at one event it was once, however many texts tell of it."""


def people_met(store: Store, kind: str | None, events: list[int] | None, limit: int) -> list[Row]:
    """People by when I last met them, latest first: id, name, how often, first and last day, the last kind and event.

    With `kind` or `events` the last encounter is the last of that kind, at those events.
    """
    fits, values = _fitting(kind, events)
    return store.rows(
        f"WITH met AS ({_MET}), ranked AS (SELECT *, {fits} AS fits, row_number() OVER"
        f" (PARTITION BY person_id ORDER BY {fits} DESC, day DESC, fact_id DESC) AS place,"
        " min(day) OVER (PARTITION BY person_id) AS first FROM met)"
        f" SELECT person.id, person.name, {_TIMES} AS times, first, day AS last, dated, kind, event_id FROM ranked"
        " JOIN person ON person.id = person_id AND place = 1 AND fits ORDER BY day DESC, person.name LIMIT ?",
        (*values, *values, limit),
    )


def _fitting(kind: str | None, events: list[int] | None) -> tuple[str, list[Value]]:
    tests: list[str] = []
    values: list[Value] = []
    if kind:
        tests.append("kind = ?")
        values.append(kind)
    if events is not None:
        tests.append(f"coalesce(event_id IN ({marks(events)}), 0)")
        values += events
    return f"({' AND '.join(tests) or '1'})", values


def people_mentioned(store: Store, events: list[int] | None, limit: int) -> list[Row]:
    """People whom I never met, by name; all of them, or those who had a part in these events."""
    among = marks(events or ())
    parts = f"SELECT person_id FROM role WHERE event_id IN ({among})"
    made = f"SELECT person_id FROM organizer WHERE event_id IN ({among}) AND person_id IS NOT NULL"
    chosen = "" if events is None else f" AND id IN ({parts} UNION {made})"
    return store.rows(
        "SELECT id, name, 0 AS times, NULL AS first, NULL AS last, 0 AS dated, 'none' AS kind, NULL AS event_id"
        f" FROM person WHERE head_id IS NULL AND name != '' AND id NOT IN (SELECT person_id FROM encounter){chosen} ORDER BY name LIMIT ?",
        (*(events or ()), *(events or ()), limit),
    )


def summaries(store: Store, people: list[int]) -> list[Row]:
    """The same as people_met for given people, whether I met them or not."""
    return store.rows(
        f"WITH met AS ({_MET} WHERE encounter.person_id IN ({marks(people)})), ranked AS (SELECT *, row_number() OVER"
        " (PARTITION BY person_id ORDER BY day DESC, fact_id DESC) AS place,"
        " min(day) OVER (PARTITION BY person_id) AS first FROM met)"
        f" SELECT person.id, person.name, {_TIMES} AS times, first, day AS last, coalesce(dated, 0) AS dated,"
        " coalesce(kind, 'none') AS kind, event_id FROM person LEFT JOIN ranked ON person.id = person_id AND place = 1"
        f" WHERE person.id IN ({marks(people)}) ORDER BY day DESC, person.name",
        (*people, *people),
    )


def organizations_of(store: Store, people: list[int]) -> list[Row]:
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
    """What each event was ever called, and where it was said to be."""
    return store.rows("SELECT event_id, name, series, edition, place, start FROM event_detail ORDER BY fact_id")


def person_names(store: Store) -> list[str]:
    """The name that each person is shown under."""
    return [
        r[0] for r in store.rows("SELECT DISTINCT name FROM person WHERE head_id IS NULL AND name != '' ORDER BY name")
    ]


def event_titles(store: Store) -> list[str]:
    """Every name that an event was given."""
    return [r[0] for r in store.rows("SELECT DISTINCT name FROM event_detail ORDER BY name")]


def organization_names(store: Store) -> list[str]:
    return [r[0] for r in store.rows("SELECT DISTINCT name FROM organization ORDER BY name")]


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
