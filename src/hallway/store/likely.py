"""What speaks for or against two people being one: the statements that gather it, for all people at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hallway.store.store import Row, Store, marks
from hallway.store.stories import EVENT_DAY

_AT = (
    "SELECT person_id, event_id FROM encounter WHERE event_id IS NOT NULL UNION SELECT person_id, event_id FROM role"
    " UNION SELECT person_id, event_id FROM talk_person JOIN talk USING (fact_id)"
    " UNION SELECT person_id, event_id FROM organizer WHERE person_id IS NOT NULL"
)


def names(store: Store) -> Iterator[Row]:
    """What everybody is called (person_id, text), the fullest and longest first for each."""
    return store.each(
        "SELECT person_id, text, max(fullest) AS fullest FROM name GROUP BY person_id, text"
        " ORDER BY person_id, fullest DESC, length(text) DESC, text"
    )


def keys(store: Store) -> Iterator[Row]:
    return store.each("SELECT DISTINCT person_id, kind, folded FROM key WHERE folded != ''")


def organizations(store: Store) -> Iterator[Row]:
    return store.each(
        "SELECT DISTINCT person_id, folded FROM affiliation JOIN organization ON organization.id = organization_id"
    )


def events(store: Store) -> Iterator[Row]:
    """Who was at which event (person_id, event_id, series)."""
    return store.each(f"SELECT person_id, event_id, series FROM ({_AT}) JOIN event ON event.id = event_id")


def years(store: Store) -> Iterator[Row]:
    """The first and last day on which anything is told of everybody (person_id, first, last), as EDTF."""
    return store.each(
        f"SELECT person_id, min({EVENT_DAY}) AS first, max({EVENT_DAY}) AS last FROM name JOIN fact ON fact.id = fact_id"
        " JOIN source ON source.id = source_id LEFT JOIN (SELECT source_id AS told, min(event_id) AS event_id FROM event_detail"
        " JOIN fact ON fact.id = fact_id GROUP BY source_id) ON told = source.id LEFT JOIN event ON event.id = event_id"
        " GROUP BY person_id"
    )


def company(store: Store, most: int) -> Iterator[Row]:
    """Whom texts name together (source_id, person_id), leaving out those that name more than `most` people."""
    return store.each(
        "SELECT DISTINCT source_id, person_id FROM name JOIN fact ON fact.id = fact_id WHERE source_id IN (SELECT source_id"
        " FROM name JOIN fact ON fact.id = fact_id GROUP BY source_id HAVING count(DISTINCT person_id) BETWEEN 2 AND ?)"
        " ORDER BY source_id",
        (most,),
    )


def told_apart(store: Store, pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those pairs of people whom one text names as two, by names of more than one word."""
    found: set[tuple[int, int]] = set()
    for a, b in pairs:
        row = store.row(
            "SELECT 1 FROM name AS n JOIN fact AS f ON f.id = n.fact_id JOIN fact AS g ON g.source_id = f.source_id"
            " JOIN name AS m ON m.fact_id = g.id WHERE n.person_id = ? AND m.person_id = ? LIMIT 1",
            (a, b),
        )
        if row is not None:
            found.add((a, b))
    return found


def event_names(store: Store, events: Sequence[int]) -> dict[int, str]:
    rows = store.rows(f"SELECT id, name, edition, start FROM event WHERE id IN ({marks(events)})", events)
    return {int(r["id"]): _title(r) for r in rows}


def _title(row: Row) -> str:
    year = (row["start"] or row["edition"] or "")[:4]
    return (
        f"{row['name']} {year}" if len(year) == 4 and year.isdigit() and year not in row["name"] else str(row["name"])
    )
