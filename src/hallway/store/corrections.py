"""Corrections as they are written down, and the facts that they overrule."""

from __future__ import annotations

from collections.abc import Iterable

from hallway.model.correction import Correction
from hallway.model.folding import fold
from hallway.store.store import Row, Store, Value, marks

_READ = "JOIN fact ON fact.id = {t}.fact_id AND fact.action_id != ?1"
_WORDS = ("need", "relation", "following", "outcome")


def add(store: Store, action: int, record: int, correction: Correction) -> int:
    return store.insert(
        "correction",
        action_id=action,
        record_id=record,
        field=correction.field,
        event_id=correction.event,
        old=correction.old,
        new=correction.new,
    )


def about(store: Store, people: Iterable[int]) -> list[Row]:
    """The corrections that stand about some people (heads), each with the person it is about now and its own fact.

    Of several about the same thing only the last one stands.
    """
    some = sorted(set(people))
    rows = store.rows(
        "SELECT correction.*, coalesce(person.head_id, person.id) AS person_id FROM correction"
        " JOIN person ON person.id = record_id"
        f" WHERE person.id IN ({marks(some)}) OR person.head_id IN ({marks(some)}) ORDER BY correction.id",
        (*some, *some),
    )
    last = {(r["person_id"], r["field"], r["event_id"], fold(r["old"] or "")): r for r in rows}
    return list(last.values())


def overruled(store: Store, row: Row) -> list[int]:
    """The facts that texts were read to say and that one correction says otherwise."""
    field, by = row["field"], row["action_id"]
    if field == "met":
        return _met(store, by, row["person_id"], row["event_id"], row["new"])
    if field == "organization":
        return _employed(store, by, row["person_id"], row["old"])
    return _worded(store, by, row["person_id"], row["old"]) if field == "words" else []


def told_meeting(store: Store, person: int, event: int | None) -> Row | None:
    """Through whom and when I met somebody there, as the surest text says."""
    return store.row(
        'SELECT via_record_id, "when" FROM encounter JOIN fact ON fact.id = fact_id WHERE person_id = ? AND event_id IS ?'
        ' ORDER BY via_id IS NULL, "when" IS NULL, confidence DESC LIMIT 1',
        (person, event),
    )


def own_fact(store: Store, action: int, table: str) -> int | None:
    """The fact of one kind that a correction itself says."""
    found = store.row(f"SELECT fact_id FROM {table} JOIN fact ON fact.id = fact_id WHERE action_id = ?", (action,))
    return int(found["fact_id"]) if found else None


def passages(store: Store, fact: int) -> list[int]:
    return _numbers(store, "SELECT passage_id FROM evidence WHERE fact_id = ?", (fact,))


def rest_on(store: Store, fact: int, passages: Iterable[int]) -> None:
    """Let a fact rest on more words."""
    store.run_many("INSERT OR IGNORE INTO evidence VALUES (?, ?)", [(fact, p) for p in passages])


def _met(store: Store, by: int, person: int, event: int | None, kind: str | None) -> list[int]:
    return _numbers(
        store,
        f"SELECT fact_id FROM encounter {_READ.format(t='encounter')}"
        " WHERE person_id = ?2 AND event_id IS ?3 AND encounter.kind IS NOT ?4",
        (by, person, event, kind),
    )


def _employed(store: Store, by: int, person: int, organization: str | None) -> list[int]:
    return _numbers(
        store,
        f"SELECT fact_id FROM affiliation {_READ.format(t='affiliation')}"
        " JOIN organization ON organization.id = organization_id WHERE person_id = ?2 AND (?3 IS NULL OR folded = ?3)",
        (by, person, fold(organization) if organization else None),
    )


def _worded(store: Store, by: int, person: int, words: str | None) -> list[int]:
    wanted = fold(words or "")
    found: list[int] = []
    for table, column in (*((t, "words") for t in _WORDS), ("role", "role")):
        told = f"SELECT fact_id, {column} AS words FROM {table} {_READ.format(t=table)} WHERE person_id = ?2"
        found += [int(r["fact_id"]) for r in store.rows(told, (by, person)) if fold(r["words"] or "") == wanted]
    return found


def _numbers(store: Store, statement: str, values: tuple[Value, ...]) -> list[int]:
    return [int(r[0]) for r in store.rows(statement, values)]
