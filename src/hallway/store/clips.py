"""Photos and recordings that were attached, and the captures to which they belong."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.store.store import Row, Store, marks

_ALL = (
    "SELECT fact_id, clip.kind, clip_file.type, width, height, clip_file.place, event_id, source.text, source.written"
    " FROM clip_file JOIN clip USING (fact_id) JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
)


def of_person(store: Store, person: int) -> list[Row]:
    """Those that a person (head) made or is in, the latest first."""
    return store.rows(
        f"{_ALL} WHERE fact_id IN (SELECT fact_id FROM clip_person WHERE person_id = ?1"
        " UNION SELECT fact_id FROM clip WHERE maker_id = ?1) ORDER BY fact_id DESC",
        (person,),
    )


def at_event(store: Store, event: int) -> list[Row]:
    """Those from an event, the latest first."""
    return store.rows(f"{_ALL} WHERE event_id = ? ORDER BY fact_id DESC", (event,))


def shown(store: Store, clips: Iterable[int]) -> list[Row]:
    """Who is in these clips: fact_id, person_id, name."""
    some = sorted(set(clips))
    found: list[Row] = []
    for at in range(0, len(some), 900):
        part = some[at : at + 900]
        found += store.rows(
            "SELECT DISTINCT fact_id, person_id, person.name FROM clip_person JOIN person ON person.id = person_id"
            f" WHERE fact_id IN ({marks(part)}) ORDER BY fact_id, person_id",
            part,
        )
    return found


def file(store: Store, clip: int, small: bool) -> Row | None:
    """The bytes and the type of a clip: the small picture where `small`."""
    column = "'image/jpeg' AS type, small AS bytes" if small else "type, bytes"
    return store.row(f"SELECT {column} FROM clip_file WHERE fact_id = ?", (clip,))


def text(store: Store, clip: int) -> str | None:
    """What was said of an attached clip; None where there is no such clip."""
    row = store.row(
        "SELECT text FROM clip_file JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id WHERE fact_id = ?",
        (clip,),
    )
    return str(row["text"]) if row else None


def met_in(store: Store, action: int) -> list[Row]:
    """Whom an action says that I met: record_id, event_id, and the text and day of the note that says so."""
    return store.rows(
        "SELECT DISTINCT record_id, event_id, source.text, source.written FROM encounter"
        " JOIN fact ON fact.id = fact_id JOIN source ON source.id = source_id"
        " WHERE action_id = ? ORDER BY fact_id",
        (action,),
    )


def people_named(store: Store, source: int) -> list[Row]:
    """The records that a text names, each with its fullest name."""
    return store.rows(
        "SELECT record_id, text FROM name JOIN fact ON fact.id = fact_id WHERE source_id = ? AND fullest ORDER BY fact_id",
        (source,),
    )
