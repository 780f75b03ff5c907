"""The rows of an archive of some people and events only: their facts, what those point at, and the words they rest on.

In the texts everything else is blocked out, letter by letter, so that offsets stay right. Cards, lines of lists, notes and
posts that tell of nobody else stay as they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from hallway.store import passages, rows, verdicts
from hallway.store.forgetting import BLOCK
from hallway.store.rows import Row
from hallway.store.store import Row as StoreRow
from hallway.store.store import Store

_PEOPLE = {t: record for t, _, record in verdicts.PEOPLE_COLUMNS if record == "record_id"} | {"clip": "maker_record_id"}
_OWN = frozenset({"card", "list", "note", "post", "correction"})
_LEFT_OUT = frozenset({"attic", "attic_noun", "setting", "topic"})
_NOUNS = {"organization": "organization_name", "event": "event_detail", "team": "team_name"}

_ALWAYS = frozenset({"record_id", "passage_id", "a", "b"})
_NEEDED = {"organizer": frozenset({"event_id"}), "clip_person": _ALWAYS}
"""What a row cannot do without; whatever else it points at, and that does not leave, is left out of it."""


class Selected:
    """An archive's rows about some people (heads) and events. `one`: of events only what they were, not in whose words."""

    def __init__(self, store: Store, people: Collection[int], events: Collection[int], one: bool) -> None:
        self._store = store
        self._kept: dict[str, set[int]] = defaultdict(set)
        self._kept["person"] = verdicts.shown_under(store, people) if people else set()
        self._kept["event"] = set() if one else set(events)
        self._own = self._facts_of_people()
        self._told = self._own if one else self._own | self._facts_of("event_detail", "event_id", self._kept["event"])
        self._point_at()
        self._kept["fact"] = self._told | self._facts_of_nouns()
        self._kept["passage"] = self._facts_in("evidence", "passage_id", self._told)
        self._kept["source"] = {r["source_id"] for r in self._all("fact") if r["id"] in self._kept["fact"]}
        self._spans = self._spots()
        self._others = self._clips_of_others()
        self._texts: dict[int, str] = {}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """The rows, in the order of an archive's."""
        self._actions()
        for table in rows.TABLES:
            if table not in _LEFT_OUT:
                for row in rows.rows(self._store, table):
                    if (kept := self._row(table, row)) is not None:
                        yield table, kept

    def _all(self, table: str) -> Iterator[StoreRow]:
        return self._store.each(f"SELECT * FROM {table}")

    def _facts_of_people(self) -> set[int]:
        tables = ((t, c) for t, c in _PEOPLE.items() if t != "organizer")
        return set().union(*(self._facts_of(table, column, self._kept["person"]) for table, column in tables))

    def _facts_of(self, table: str, column: str, numbers: Collection[int]) -> set[int]:
        return {r["fact_id"] for r in self._all(table) if r[column] in numbers}

    def _facts_in(self, table: str, column: str, facts: Collection[int]) -> set[int]:
        return {r[column] for r in self._all(table) if r["fact_id"] in facts and r[column] is not None}

    def _point_at(self) -> None:
        """The nouns at which the facts about these people point."""
        for table in ("encounter", "role", "talk", "clip"):
            self._kept["event"] |= self._facts_in(table, "event_id", self._own)
        for row in self._all("organizer"):
            if row["record_id"] in self._kept["person"]:
                self._kept["event"].add(row["event_id"])
        self._kept["organization"] |= self._facts_in("affiliation", "organization_id", self._own)
        self._kept["team"] |= self._facts_in("membership", "team_id", self._own)
        self._kept["organization"] |= self._facts_in("organizer", "organization_id", self._told)

    def _facts_of_nouns(self) -> set[int]:
        """What the same texts say of those nouns; where none of them says anything, what all texts say."""
        sources = {r["source_id"] for r in self._all("fact") if r["id"] in self._told}
        source_of = {r["id"]: r["source_id"] for r in self._all("fact")}
        found: set[int] = set()
        for noun, table in _NOUNS.items():
            told: dict[int, list[int]] = defaultdict(list)
            for row in self._all(table):
                if row[f"{noun}_id"] in self._kept[noun]:
                    told[row[f"{noun}_id"]].append(row["fact_id"])
            for facts in told.values():
                found |= {f for f in facts if source_of[f] in sources} or set(facts[:1])
        return found

    def _clips_of_others(self) -> set[int]:
        """The clips that show anybody who does not leave: nobody can be taken out of a photo."""
        return {r["fact_id"] for r in self._all("clip_person") if r["record_id"] not in self._kept["person"]}

    def _spots(self) -> dict[int, list[tuple[int, int]]]:
        """Source → what may be read in it."""
        spots: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in self._all("passage"):
            if row["id"] in self._kept["passage"]:
                spots[row["source_id"]].append((row["start"], row["end"]))
        for spot in self._store.each(
            'SELECT source_id, record_id, start, "end" FROM name JOIN fact ON fact.id = fact_id WHERE start >= 0'
        ):
            if spot["record_id"] in self._kept["person"]:
                spots[spot["source_id"]].append((spot["start"], spot["end"]))
        return spots

    def _actions(self) -> None:
        """The actions that any row names, and of those the ones that did nothing else."""
        for table in ("fact", "person", "organization", "event", "team"):
            kept = self._kept[table]
            self._kept["action"] |= {r["action_id"] for r in self._all(table) if r["id"] in kept}
        for row in self._all("verdict"):
            if {row["a"], row["b"]} <= self._kept["person"]:
                self._kept["action"] |= {row[c] for c in ("action_id", "ended_by") if row[c] is not None}
        for row in self._all("correction"):
            if row["record_id"] in self._kept["person"]:
                self._kept["action"].add(row["action_id"])
        others = {r["action_id"] for r in self._all("fact") if r["id"] not in self._told}
        own = {r["action_id"] for r in self._all("fact") if r["id"] in self._told}
        self._only = own - others

    def _row(self, table: str, row: Row) -> Row | None:
        """A row with what leaves of it; None where nothing does."""
        if table in self._kept and row["id"] not in self._kept[table]:
            return None
        if "fact_id" in row and row["fact_id"] not in self._kept["fact"]:
            return None
        if table == "clip_file" and row["fact_id"] in self._others:
            return None
        needed = _NEEDED.get(table, _ALWAYS)
        for column in [c for c in row if c in rows.REFERENCES and c not in ("action_id", "fact_id", "source_id")]:
            if row[column] not in self._kept[rows.REFERENCES[column]]:
                if column in needed:
                    return None
                row = {c: v for c, v in row.items() if c != column}
        if table == "organizer" and not {"record_id", "organization_id"} & row.keys():
            return None
        return self._blocked(table, row)

    def _blocked(self, table: str, row: Row) -> Row:
        if table == "action" and row["id"] not in self._only:
            return row | {"summary": BLOCK * 3}
        if table == "source":
            return self._source(row)
        if table == "passage":
            source, start, end = (_number(row, column) for column in ("source_id", "start", "end"))
            before, after = passages.around(self._text(source), start, end)
            return row | {"before": before, "after": after}
        return row

    def _source(self, row: Row) -> Row:
        number, whole = _number(row, "id"), str(row["text"])
        text = self._text(number)
        if text == whole:
            return row
        return {c: v for c, v in row.items() if c != "original"} | {"text": text, "redacted": 1}

    def _text(self, source: int) -> str:
        if source not in self._texts:
            row = self._store.row("SELECT text, kind FROM source WHERE id = ?", (source,))
            text = str(row["text"]) if row else ""
            whole = row is not None and row["kind"] in _OWN and self._tells_of_nobody_else(source)
            self._texts[source] = text if whole else only(text, self._spans.get(source, []))
        return self._texts[source]

    def _tells_of_nobody_else(self, source: int) -> bool:
        found = self._store.rows(
            "SELECT DISTINCT record_id FROM name JOIN fact ON fact.id = fact_id WHERE source_id = ?", (source,)
        )
        return {r["record_id"] for r in found} <= self._kept["person"]


def _number(row: Row, column: str) -> int:
    value = row[column]
    return value if isinstance(value, int) else 0


def only(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with blocks for all letters outside some stretches; spaces and line ends stay."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start > at:
            parts.append(re.sub(r"\S", BLOCK, text[at:start]))
        parts.append(text[max(at, start) : max(at, end)])
        at = max(at, end)
    return "".join([*parts, re.sub(r"\S", BLOCK, text[at:])])
