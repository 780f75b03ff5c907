"""What I wrote in mails and chats that came in."""

from __future__ import annotations

from hallway.store.store import Row, Store

_KINDS = (
    "source.kind IN ('mail', 'chat') AND NOT redacted AND (source.record IS NULL OR source.record NOT LIKE 'told:%')"
)


def conversations(store: Store, since: str | None) -> list[Row]:
    """The mails and chats that stand: id, kind, name, text, written; those written on `since` (ISO 8601) or later."""
    return store.rows(
        f"SELECT source.id, source.kind, name, text, written, place FROM source WHERE {_KINDS}"
        " AND EXISTS (SELECT 1 FROM fact WHERE source_id = source.id)"
        " AND (?1 IS NULL OR written >= ?1) ORDER BY written, source.id",
        (since,),
    )


def people_of(store: Store, source: int) -> list[tuple[int, str]]:
    """Who took part in one: id of the person as they are shown, and their name."""
    rows = store.rows(
        "SELECT DISTINCT person.id, person.name FROM name JOIN fact ON fact.id = fact_id"
        " JOIN person ON person.id = person_id WHERE source_id = ? ORDER BY person.id",
        (source,),
    )
    return [(int(r["id"]), str(r["name"])) for r in rows]
