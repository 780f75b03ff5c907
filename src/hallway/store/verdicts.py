"""Which records are one person: verdicts, the groups they make, and the columns that follow from them."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.store.nouns import refresh_people
from hallway.store.store import Row, Store, marks

PEOPLE_COLUMNS = (
    ("name", "person_id", "record_id"),
    ("organizer", "person_id", "record_id"),
    ("encounter", "person_id", "record_id"),
    ("encounter", "via_id", "via_record_id"),
    ("role", "person_id", "record_id"),
    ("affiliation", "person_id", "record_id"),
    ("membership", "person_id", "record_id"),
    ("following", "person_id", "record_id"),
    ("relation", "person_id", "record_id"),
    ("need", "person_id", "record_id"),
    ("outcome", "person_id", "record_id"),
    ("clip", "maker_id", "maker_record_id"),
    ("clip_person", "person_id", "record_id"),
    ("key", "person_id", "record_id"),
    ("detail", "person_id", "record_id"),
    ("post", "person_id", "record_id"),
    ("talk_person", "person_id", "record_id"),
)
"""Every column that says who a fact is about, with the one that says to which record it came."""


def add(store: Store, action: int, a: int, b: int, verdict: str) -> int:
    """Write down what was decided about two records; the earlier one always comes first."""
    return store.insert("verdict", action_id=action, a=min(a, b), b=max(a, b), verdict=verdict)


def end(store: Store, verdicts: Iterable[int], action: int) -> None:
    store.run_many("UPDATE verdict SET ended_by = ? WHERE id = ?", [(action, v) for v in verdicts])


def standing(store: Store, verdict: str, records: Iterable[int] | None = None) -> list[Row]:
    """The verdicts (id, action_id, a, b) of one kind that were not taken back; all, or those that touch some records."""
    if records is None:
        return store.rows("SELECT * FROM verdict WHERE verdict = ? AND ended_by IS NULL ORDER BY id", (verdict,))
    some = sorted(set(records))
    return store.rows(
        f"SELECT * FROM verdict WHERE verdict = ? AND ended_by IS NULL AND (a IN ({marks(some)}) OR b IN ({marks(some)}))"
        " ORDER BY id",
        (verdict, *some, *some),
    )


def head(store: Store, record: int) -> int:
    """The record under which this one is shown: itself, where it is linked to none."""
    found = store.row("SELECT coalesce(head_id, id) AS head FROM person WHERE id = ?", (record,))
    return int(found["head"]) if found else record


def group(store: Store, record: int) -> set[int]:
    """All records that are the same person as this one, as the verdicts stand, whatever the columns say."""
    found, waiting = {record}, {record}
    while waiting:
        linked = {int(r[side]) for r in standing(store, "same", waiting) for side in ("a", "b")}
        waiting = linked - found
        found |= waiting
    return found


def shown_under(store: Store, heads: Iterable[int]) -> set[int]:
    """The records that are shown under these heads now, the heads among them."""
    some = sorted(set(heads))
    found = store.rows(
        f"SELECT id FROM person WHERE id IN ({marks(some)}) OR head_id IN ({marks(some)})", (*some, *some)
    )
    return {int(r["id"]) for r in found}


def regroup(store: Store, records: Iterable[int]) -> None:
    """Work out again who is shown under whom, for these records and all that are or were linked to them."""
    touched = shown_under(store, {head(store, r) for r in records})
    for record in list(touched):
        touched |= group(store, record)
    touched = shown_under(store, {head(store, r) for r in touched}) | touched
    heads: set[int] = set()
    seen: set[int] = set()
    for record in sorted(touched):
        if record not in seen:
            together = group(store, record)
            seen |= together
            heads.add(min(together))
            _show_under(store, together, min(together))
    refresh_people(store, heads)


def _show_under(store: Store, records: set[int], to: int) -> None:
    for record in sorted(records):
        old = head(store, record)
        if old == to:
            continue
        store.run("UPDATE person SET head_id = ? WHERE id = ?", (to if to != record else None, record))
        for table, person, source in PEOPLE_COLUMNS:
            store.run(f"UPDATE {table} SET {person} = ? WHERE {person} = ? AND {source} = ?", (to, old, record))


def forget_action(store: Store, action: int) -> set[int]:
    """Take back what one action decided; returns the records whose groups may have changed."""
    touched = store.rows("SELECT a, b FROM verdict WHERE action_id = ? OR ended_by = ?", (action, action))
    store.run("UPDATE verdict SET ended_by = NULL WHERE ended_by = ?", (action,))
    store.run("DELETE FROM verdict WHERE action_id = ?", (action,))
    return {int(r[side]) for r in touched for side in ("a", "b")}
