"""The journal: what was done and when, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from hallway.store import attic, verdicts
from hallway.store.nouns import refresh_events, refresh_people
from hallway.store.store import Row, Store, marks

_USERS = {
    "organization": [(t, "organization_id") for t in ("organization_name", "affiliation", "organizer")],
    "event": [
        *((t, "event_id") for t in ("event_detail", "encounter", "role", "organizer", "clip", "team_name", "talk")),
        ("event_detail", "within_id"),
        ("correction", "event_id"),
    ],
    "team": [(t, "team_id") for t in ("team_name", "membership")],
}
"""What else may rest on a noun. A person is looked for by the head of the record, since that is what is indexed."""

_PORTION = 10_000
"""How many rows are removed before somebody hears of it."""

_RESTS_ON = """SELECT source_id FROM fact WHERE action_id = ?1 UNION SELECT passage.source_id FROM fact
JOIN evidence ON fact_id = fact.id JOIN passage ON passage.id = passage_id WHERE action_id = ?1"""


def begin(store: Store, verb: str, summary: str) -> int:
    """Note an action, in UTC; everything it writes carries its id."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return store.insert("action", verb=verb, summary=summary, at=now)


def describe(store: Store, action: int, summary: str) -> None:
    """Say anew what an action is about, where it goes on for longer than one transaction."""
    store.run("UPDATE action SET summary = ? WHERE id = ?", (summary[:500], action))


def last(store: Store, but: frozenset[str] = frozenset()) -> Row | None:
    """The latest action that was not undone, leaving out some verbs."""
    return store.row(
        f"SELECT * FROM action WHERE undone_at IS NULL AND verb NOT IN ({marks(sorted(but))}) ORDER BY id DESC LIMIT 1",
        sorted(but),
    )


def numbered(store: Store, action: int) -> Row | None:
    """The action with this number, undone or not."""
    return store.row("SELECT * FROM action WHERE id = ?", (action,))


def actions(store: Store, limit: int = 50) -> list[Row]:
    return store.rows("SELECT * FROM action ORDER BY id DESC LIMIT ?", (limit,))


def take_back(store: Store, action: int, tell: Callable[[int, int], None]) -> set[int]:
    """Remove what one action added, and bring back what it had set aside or ended.

    What later actions rest on stays, and so does the text itself. Returns the people to whom something came back. `tell` hears
    how much is done, of how much.
    """
    people = _ids(
        store, "SELECT DISTINCT record_id FROM name JOIN fact ON fact.id = fact_id WHERE action_id = ?", action
    )
    events = _ids(
        store, "SELECT DISTINCT event_id FROM event_detail JOIN fact ON fact.id = fact_id WHERE action_id = ?", action
    )
    sources = _ids(store, _RESTS_ON, action) | attic.sources(store, action)
    store.run("DELETE FROM correction WHERE action_id = ?", (action,))
    attic.drop(store, action)
    done = _remove_facts(store, action, lambda done, of: tell(done, of + len(sources)))
    total = done + len(sources)
    parted = verdicts.forget_action(store, action)
    back = attic.bring_back(store, action)
    for some in _portions(sorted(sources)):
        store.run_many(
            "DELETE FROM passage WHERE source_id = ? AND NOT EXISTS (SELECT 1 FROM evidence WHERE passage_id = passage.id)",
            [(s,) for s in some],
        )
        done += len(some)
        tell(done, total)
    if parted:
        verdicts.regroup(store, parted)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.run("UPDATE action SET undone_at = ? WHERE id = ?", (now, action))
    refresh_events(store, events | _events_of(store, back))
    _sweep(store)
    refresh_people(store, {verdicts.head(store, p) for p in people | back})
    return {verdicts.head(store, p) for p in back}


def _remove_facts(store: Store, action: int, tell: Callable[[int, int], None]) -> int:
    """Remove the facts of an action, some at a time; returns how many there were."""
    found = store.row(
        "SELECT count(*) AS n, min(id) AS first, max(id) AS last FROM fact WHERE action_id = ?", (action,)
    )
    if not found or not found["n"]:
        return 0
    for start in range(found["first"], found["last"] + 1, _PORTION):
        store.run("DELETE FROM fact WHERE action_id = ? AND id >= ? AND id < ?", (action, start, start + _PORTION))
        tell(min(start - found["first"] + _PORTION, found["n"]), found["n"])
    return int(found["n"])


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))


def _events_of(store: Store, records: set[int]) -> set[int]:
    found = (store.rows("SELECT event_id FROM encounter WHERE record_id = ?", (r,)) for r in records)
    return {int(row["event_id"]) for rows in found for row in rows if row["event_id"]}


def _sweep(store: Store) -> None:
    """Remove nouns that an undone action had made and nothing rests on any more."""
    undone = "action_id IN (SELECT id FROM action WHERE undone_at IS NOT NULL)"
    for table, users in _USERS.items():
        unused = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {u} WHERE {u}.{c} = {table}.id)" for u, c in users)
        away = f"NOT EXISTS (SELECT 1 FROM attic_noun WHERE noun_id = {table}.id AND noun = '{table}')"
        store.run(f"DELETE FROM {table} WHERE {undone} AND {unused} AND {away}")
    while leaves := _empty_records(store):
        alone = [r for r, linked in leaves if not linked]
        store.run_many("DELETE FROM person WHERE id = ?", [(r,) for r in alone])
        for record in (r for r, linked in leaves if linked):
            beside = {int(r[side]) for r in verdicts.standing(store, "same", [record]) for side in ("a", "b")} - {
                record
            }
            store.run("DELETE FROM verdict WHERE a = ?1 OR b = ?1", (record,))
            verdicts.regroup(store, beside | {record})
            store.run("DELETE FROM person WHERE id = ?", (record,))


def _empty_records(store: Store) -> list[tuple[int, bool]]:
    """Records of undone actions to which nothing came and that link no two others, and whether any verdict is about them;
    those that do link others stay, without a name."""
    undone = "action_id IN (SELECT id FROM action WHERE undone_at IS NOT NULL)"
    unused = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {t} WHERE {t}.{person} = coalesce(person.head_id, person.id) AND {t}.{record} = person.id)"
        for t, person, record in verdicts.PEOPLE_COLUMNS
    )
    away = (
        "NOT EXISTS (SELECT 1 FROM correction WHERE record_id = person.id)"
        " AND NOT EXISTS (SELECT 1 FROM attic_noun WHERE noun_id = person.id AND noun = 'person')"
    )
    linked = "EXISTS (SELECT 1 FROM verdict WHERE a = person.id) OR EXISTS (SELECT 1 FROM verdict WHERE b = person.id)"
    found = store.rows(f"SELECT id, {linked} AS linked FROM person WHERE {undone} AND {unused} AND {away} ORDER BY id")
    empty = [(int(r["id"]), bool(r["linked"])) for r in found]
    store.run_many(
        "UPDATE person SET name = '' WHERE id = ? AND head_id IS NOT NULL", [(e,) for e, some in empty if some]
    )
    return [(e, some) for e, some in empty if not some or len(verdicts.standing(store, "same", [e])) < 2]


def _ids(store: Store, statement: str, action: int) -> set[int]:
    return {int(r[0]) for r in store.rows(statement, (action,))}
