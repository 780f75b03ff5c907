"""Everything that a memory holds, as rows by table: what an archive is made of, and made into again.

What follows from other rows is left out: under whom a record is shown, the index of words, vectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from hallway.store import verdicts
from hallway.store.store import Store, Value, marks

Row = dict[str, Value]

TABLES: dict[str, str] = {
    "action": "id",
    "source": "id",
    "person": "id",
    "organization": "id",
    "event": "id",
    "team": "id",
    "fact": "id",
    "passage": "id",
    "evidence": "fact_id, passage_id",
    "name": "rowid",
    "organization_name": "fact_id",
    "event_detail": "fact_id",
    "organizer": "rowid",
    "encounter": "fact_id",
    "role": "fact_id",
    "affiliation": "fact_id",
    "team_name": "fact_id",
    "membership": "fact_id",
    "following": "fact_id",
    "relation": "fact_id",
    "need": "fact_id",
    "outcome": "fact_id",
    "clip": "fact_id",
    "clip_person": "rowid",
    "clip_file": "fact_id",
    "topic": "fact_id",
    "key": "fact_id",
    "detail": "fact_id",
    "post": "fact_id",
    "talk": "fact_id",
    "talk_person": "rowid",
    "verdict": "id",
    "correction": "id",
    "attic": "id",
    "attic_noun": "rowid",
    "setting": "name",
}
"""The tables of an archive, parents first, each with the order of its rows."""

REFERENCES = {
    "action_id": "action",
    "fact_action_id": "action",
    "ended_by": "action",
    "source_id": "source",
    "fact_id": "fact",
    "passage_id": "passage",
    "record_id": "person",
    "via_record_id": "person",
    "maker_record_id": "person",
    "a": "person",
    "b": "person",
    "organization_id": "organization",
    "event_id": "event",
    "within_id": "event",
    "team_id": "team",
    "attic_id": "attic",
}
"""What each column points at."""

_DERIVED = {"person": {"head_id"}, "encounter": {"day", "dated"}}
_SHOWN = {(t, person): record for t, person, record in verdicts.PEOPLE_COLUMNS}


def rows(store: Store, table: str) -> Iterator[Row]:
    """The rows of one table in order, without what is empty or follows from other rows."""
    left_out = _left_out(table)
    for row in store.each(f"SELECT * FROM {table} ORDER BY {TABLES[table]}"):
        yield {c: row[c] for c in row.keys() if c not in left_out and row[c] is not None}  # noqa: SIM118


def everything(store: Store) -> Iterator[tuple[str, Row]]:
    """Every row of every table, in the order of TABLES."""
    return ((table, row) for table in TABLES for row in rows(store, table))


def count(store: Store) -> int:
    """How many rows all tables have."""
    return sum(int(row["n"]) for t in TABLES if (row := store.row(f"SELECT count(*) AS n FROM {t}")))


def is_empty(store: Store) -> bool:
    """Whether nothing was ever done to this memory."""
    return store.row("SELECT 1 FROM action LIMIT 1") is None and store.row("SELECT 1 FROM source LIMIT 1") is None


def insert(store: Store, table: str, rows: Iterable[Row]) -> None:
    """Write rows as they came from `rows`; columns that this Hallway does not know are passed over."""
    known = _columns(store, table)
    shown = {record: person for (t, person), record in _SHOWN.items() if t == table}
    complete = (
        {c: v for c, v in row.items() if c in known} | {p: row[r] for r, p in shown.items() if r in row} for row in rows
    )
    for columns, some in groupby(complete, key=tuple):
        names = ", ".join(f'"{c}"' for c in columns)
        values = [tuple(row.values()) for row in some]
        store.run_many(f"INSERT INTO {table} ({names}) VALUES ({marks(columns)})", values)


def settle(store: Store) -> None:
    """Work out again what was left out: who is shown under whom."""
    linked = {int(r[side]) for r in verdicts.standing(store, "same") for side in ("a", "b")}
    seen: set[int] = set()
    for record in sorted(linked):
        if record not in seen:
            seen |= verdicts.group(store, record)
            verdicts.regroup(store, [record])


def highest(store: Store, table: str) -> int:
    """The highest number that a table has given away."""
    found = store.row(f"SELECT max(id) AS n FROM {table}")
    return int(found["n"] or 0) if found else 0


def moved(row: Row, table: str, numbers: Mapping[str, Mapping[int, int]], by: Mapping[str, int]) -> Row:
    """A row under other numbers: what `numbers` says of its table, or as many higher as `by` says."""

    def new(value: Value, of: str) -> Value:
        return numbers.get(of, {}).get(value, value + by.get(of, 0)) if isinstance(value, int) else value

    return {c: new(v, table if c == "id" else REFERENCES.get(c, "")) for c, v in row.items()}


@cache
def _left_out(table: str) -> frozenset[str]:
    return frozenset(_DERIVED.get(table, set()) | {person for t, person in _SHOWN if t == table})


def _columns(store: Store, table: str) -> set[str]:
    return {str(r["name"]) for r in store.rows(f"PRAGMA table_info({table})")}


def person_of_name(store: Store, source: int, text: str, start: int) -> int | None:
    """The record that a text which is kept already calls so, at this spot."""
    found = store.row(
        "SELECT record_id FROM name JOIN fact ON fact.id = fact_id WHERE source_id = ? AND text = ? AND start = ? LIMIT 1",
        (source, text, start),
    )
    return int(found["record_id"]) if found else None
