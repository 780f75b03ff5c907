"""What the memory holds on one person beside their facts: addresses, sources, corrections, verdicts, what lies aside, actions."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.store.store import Row, Store, marks
from hallway.store.verdicts import PEOPLE_COLUMNS

_ABOUT = " UNION ".join(
    f"SELECT fact_id FROM {table} WHERE {person} = ?1" for table, person, _ in PEOPLE_COLUMNS if person != "via_id"
)
_FACT = "JOIN fact ON fact.id = fact_id JOIN source ON source.id = fact.source_id"


def facts(store: Store, person: int) -> list[int]:
    """Ids of all facts that are about a person."""
    return [int(r["fact_id"]) for r in store.rows(_ABOUT, (person,))]


def keys(store: Store, person: int) -> list[Row]:
    """Addresses (kind, value) with the fact that says so."""
    return store.rows(
        f"SELECT fact_id, key.kind, value FROM key {_FACT} WHERE person_id = ? ORDER BY key.kind, fact_id", (person,)
    )


def details(store: Store, person: int) -> list[Row]:
    """What address books hold beside (kind, value), with the fact that says so."""
    return store.rows(
        f"SELECT fact_id, detail.kind, value FROM detail {_FACT} WHERE person_id = ? ORDER BY detail.kind, fact_id",
        (person,),
    )


def sources(store: Store, person: int) -> list[Row]:
    """The texts that tell of a person (name, kind, written, place), with how many facts each."""
    return store.rows(
        f"SELECT source.id, source.name, source.kind, source.written, source.place, count(*) AS facts FROM ({_ABOUT})"
        f" {_FACT} GROUP BY source.id ORDER BY source.written, source.name, source.id",
        (person,),
    )


def actions(store: Store, person: int, records: Sequence[int]) -> list[Row]:
    """What was done that concerns a person, earliest first; `own`: all that it did is about them."""
    some = marks(records)
    return store.rows(
        f"WITH mine AS ({_ABOUT}), theirs AS (SELECT action_id FROM fact WHERE id IN (SELECT fact_id FROM mine)"
        f" UNION SELECT action_id FROM correction WHERE record_id IN ({some})"
        f" UNION SELECT action_id FROM verdict WHERE a IN ({some}) OR b IN ({some})"
        f" UNION SELECT ended_by FROM verdict WHERE a IN ({some}) OR b IN ({some})"
        f" UNION SELECT action_id FROM attic WHERE id IN (SELECT attic_id FROM attic_noun WHERE noun = 'person' AND noun_id IN ({some})))"
        " SELECT * FROM action WHERE id IN (SELECT action_id FROM theirs) ORDER BY id",
        (person, *records, *records, *records, *records, *records, *records),
    )


def corrections(store: Store, records: Sequence[int]) -> list[Row]:
    """What was put right about some records (field, old, new, event, at)."""
    return store.rows(
        "SELECT field, old, new, event.name AS event, action.at FROM correction JOIN action ON action.id = correction.action_id"
        f" LEFT JOIN event ON event.id = event_id WHERE record_id IN ({marks(records)}) ORDER BY correction.id",
        tuple(records),
    )


def verdicts(store: Store, records: Sequence[int]) -> list[Row]:
    """What was decided about two records of which one is among these (a, b, verdict, at, whether it was taken back)."""
    some = marks(records)
    return store.rows(
        "SELECT a, b, verdict, action.at, ended_by FROM verdict JOIN action ON action.id = action_id"
        f" WHERE a IN ({some}) OR b IN ({some}) ORDER BY verdict.id",
        (*records, *records),
    )


def aside(store: Store, records: Sequence[int]) -> list[Row]:
    """What was set aside about some records, whole, as JSON (`rows`), with when and by which kind of action."""
    return store.rows(
        "SELECT attic.rows, action.at, action.verb FROM attic JOIN action ON action.id = attic.action_id WHERE attic.id IN"
        f" (SELECT attic_id FROM attic_noun WHERE noun = 'person' AND noun_id IN ({marks(records)})) ORDER BY attic.id",
        tuple(records),
    )
