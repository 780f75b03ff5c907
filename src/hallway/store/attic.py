"""Facts that are set aside for as long as the action stands that set them aside: whole, and brought back as they were."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable

from hallway.store import verdicts
from hallway.store.store import Store, Value

_TABLES = (
    "name organization_name event_detail organizer encounter role affiliation team_name membership following relation"
    " need outcome clip clip_person clip_file topic key detail post talk talk_person"
).split()
_PASSAGE = 'source_id, start, "end", text, before, after, plain'
_NOUNS = {"organization_id": "organization", "event_id": "event", "within_id": "event", "team_id": "team"}
_RECORDS = {"record_id": "person_id", "via_record_id": "via_id", "maker_record_id": "maker_id"}

Parts = dict[str, list[dict[str, Value]]]


def set_aside(store: Store, facts: Iterable[int], action: int) -> int:
    """Move facts out of the memory under `action`; returns how many there were."""
    moved = 0
    for fact in sorted(set(facts)):
        row = store.row("SELECT * FROM fact WHERE id = ?", (fact,))
        if row is not None:
            parts = _parts(store, fact) | {"fact": [dict(row)]}
            written = json.dumps(parts, ensure_ascii=False, default=_bytes)
            number = store.insert("attic", action_id=action, fact_action_id=row["action_id"], rows=written)
            store.run_many(
                "INSERT INTO attic_noun VALUES (?, ?, ?)", [(number, *noun) for noun in sorted(_nouns(parts))]
            )
            store.run("DELETE FROM fact WHERE id = ?", (fact,))
            moved += 1
    return moved


def bring_back(store: Store, action: int) -> set[int]:
    """Put back what `action` had set aside; returns the records that it is about."""
    about: set[int] = set()
    for row in store.rows("SELECT id, rows FROM attic WHERE action_id = ? ORDER BY id", (action,)):
        parts: Parts = json.loads(row["rows"], object_hook=_with_bytes)
        number = _free(store, parts["fact"][0]["id"])
        store.insert("fact", **parts["fact"][0] | {"id": number})
        for table in _TABLES:
            for values in parts.get(table, ()):
                store.insert(table, **_shown_now(store, values) | {"fact_id": number})
        for passage in parts.get("passage", ()):
            store.run("INSERT OR IGNORE INTO evidence VALUES (?, ?)", (number, _passage(store, passage)))
        about |= {n for noun, n in _nouns(parts) if noun == "person"}
        store.run("DELETE FROM attic WHERE id = ?", (row["id"],))
    if about:
        store.run("UPDATE removal SET names = names + 1")
    return about


def sources(store: Store, action: int) -> set[int]:
    """The texts from which an action wrote what lies here."""
    found = store.rows(
        "SELECT json_extract(rows, '$.fact[0].source_id') AS source FROM attic WHERE fact_action_id = ?", (action,)
    )
    return {int(r["source"]) for r in found}


def drop(store: Store, action: int) -> None:
    """Let go of what an action that is being undone had once written."""
    store.run("DELETE FROM attic WHERE fact_action_id = ?", (action,))


def _parts(store: Store, fact: int) -> Parts:
    found = {t: [dict(r) for r in store.rows(f"SELECT * FROM {t} WHERE fact_id = ?", (fact,))] for t in _TABLES}
    words = store.rows(
        f"SELECT {_PASSAGE} FROM evidence JOIN passage ON passage.id = passage_id WHERE fact_id = ?", (fact,)
    )
    return {t: rows for t, rows in found.items() if rows} | {"passage": [dict(r) for r in words]}


def _bytes(value: bytes) -> dict[str, str]:
    """How JSON holds the bytes of a clip. In threes, so that no word stands in them by chance when somebody is forgotten."""
    letters = base64.b64encode(value).decode("ascii")
    return {"base64": "~".join(letters[at : at + 3] for at in range(0, len(letters), 3))}


def _with_bytes(told: dict[str, Value]) -> dict[str, Value] | bytes:
    return base64.b64decode(str(told["base64"]).replace("~", "")) if told.keys() == {"base64"} else told


def _nouns(parts: Parts) -> set[tuple[str, int]]:
    columns = _NOUNS | dict.fromkeys(_RECORDS, "person")
    rows = [values for table in _TABLES for values in parts.get(table, ())]
    return {(columns[c], int(v)) for values in rows for c, v in values.items() if c in columns and isinstance(v, int)}


def _shown_now(store: Store, values: dict[str, Value]) -> dict[str, Value]:
    """A row, about those under whom its records are shown now, which may be others than then."""
    now = dict(values)
    for record, person in _RECORDS.items():
        old = values.get(record)
        if isinstance(old, int):
            now[person] = verdicts.head(store, old)
    return now


def _passage(store: Store, passage: dict[str, Value]) -> int:
    spot = (passage["source_id"], passage["start"], passage["end"])
    known = store.row('SELECT id FROM passage WHERE source_id = ? AND start = ? AND "end" = ?', spot)
    return int(known["id"]) if known else store.insert("passage", **passage)


def _free(store: Store, fact: Value) -> Value:
    """Its old number for a fact, or a new one where that was given away meanwhile."""
    taken = store.row("SELECT (SELECT max(id) FROM fact) AS newest FROM fact WHERE id = ?", (fact,))
    return int(taken["newest"]) + 1 if taken else fact
