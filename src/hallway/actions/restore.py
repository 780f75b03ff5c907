"""An archive becomes a memory again: the same one where there is none yet, else a part of the one that is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby, islice

from hallway.actions.identity import find_event
from hallway.model import EventFact, Source, When
from hallway.model.key import tells_apart
from hallway.store import journal, nouns, rows
from hallway.store.facts import source_with_facts
from hallway.store.rows import Row
from hallway.store.store import Store

Line = tuple[str, Row]
Lines = Callable[[], Iterable[Line]]
"""Gives the rows of an archive from its beginning, as often as it is called."""
Progress = Callable[[int, int], None]

_BATCH = 5000
_NOT_JOINED = frozenset({"action", "attic", "attic_noun", "setting"})
"""What an archive says of what was done, which is not what is done here: joining it is one new action."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of an archive: `whole` where the memory was empty, else the action under which it was joined (None: all of
    it was known)."""

    whole: bool
    texts: int
    facts: int
    action: int | None = None

    def as_dict(self) -> dict[str, object]:
        return {"whole": self.whole, "texts": self.texts, "facts": self.facts, "action": self.action}


def restore(store: Store, lines: Lines, name: str, progress: Progress | None = None) -> Restored:
    """Take in an archive, all of it or nothing.

    An empty memory becomes the same memory. Where there is something already, texts that are known add nothing, people are
    recognised by their keys, events and organizations by their names, and all that is new is one action that `undo` takes
    back. Raises what `lines` raises, and MemoryProblem.
    """
    with store.transaction():
        store.run("PRAGMA defer_foreign_keys = ON")
        if rows.is_empty(store):
            return _whole(store, lines(), progress)
        return _Joining(store, lines, name).join()


def _whole(store: Store, lines: Iterable[Line], progress: Progress | None) -> Restored:
    counts: dict[str, int] = defaultdict(int)
    done, coming = 0, iter(lines)
    while batch := list(islice(coming, _BATCH)):
        for table, some in groupby(batch, key=lambda line: line[0]):
            if table in rows.TABLES:
                together = [row for _, row in some]
                rows.insert(store, table, together)
                counts[table] += len(together)
        done += len(batch)
        if progress:
            progress(done, done)
    rows.settle(store)
    return Restored(True, counts["source"], counts["fact"])


@dataclass(slots=True)
class _Joining:
    """Gives the rows of an archive the numbers that they have here."""

    store: Store
    lines: Lines
    name: str
    numbers: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    known_sources: set[int] = field(default_factory=set)
    known_facts: set[int] = field(default_factory=set)
    needed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def join(self) -> Restored:
        self._look()
        if not self.needed["fact"]:
            return Restored(False, 0, 0)
        action = journal.begin(self.store, "import", self.name)
        by = {t: rows.highest(self.store, t) for t in set(rows.REFERENCES.values()) | {"verdict", "correction"}}
        for table, row in self.lines():
            if table in rows.TABLES and table not in _NOT_JOINED and self._is_new(table, row):
                now = rows.moved(row, table, self.numbers, by)
                rows.insert(self.store, table, [now | ({"action_id": action} if "action_id" in row else {})])
        rows.settle(self.store)
        people = {self.numbers["person"].get(p, p + by["person"]) for p in self.needed["person"]}
        events = {self.numbers["event"].get(e, e + by["event"]) for e in self.needed["event"]}
        nouns.refresh_people(self.store, people)
        nouns.refresh_events(self.store, events)
        return Restored(False, len(self.needed["source"]), len(self.needed["fact"]), action)

    def _look(self) -> None:
        """Find out which rows are known here, and under which numbers."""
        source_of: dict[int, int] = {}
        for table, row in self.lines():
            number = row.get("id")
            if table == "source" and isinstance(number, int):
                self._source(number, row)
            elif table == "fact" and isinstance(number, int) and isinstance(row["source_id"], int):
                source_of[number] = row["source_id"]
                self._fact(number, row["source_id"])
            elif table in ("organization", "team", "event") and isinstance(number, int):
                self._noun(table, number, row)
            elif table == "name":
                self._named(row, source_of)
            elif table == "key":
                self._keyed(row)
            fact = row.get("fact_id")
            if table in rows.TABLES and isinstance(fact, int) and fact not in self.known_facts:
                for column, value in row.items():
                    if isinstance(value, int) and column in rows.REFERENCES:
                        self.needed[rows.REFERENCES[column]].add(value)

    def _source(self, number: int, row: Row) -> None:
        digest = str(row["digest"])
        if source_with_facts(self.store, digest) is not None:
            self.known_sources.add(number)
        known = self.store.row("SELECT id FROM source WHERE digest = ?", (digest,))
        if known:
            self.numbers["source"][number] = int(known["id"])

    def _fact(self, number: int, source: int) -> None:
        if source in self.known_sources:
            self.known_facts.add(number)
        else:
            self.needed["fact"].add(number)
            self.needed["source"].add(source)

    def _noun(self, table: str, number: int, row: Row) -> None:
        known: int | None
        if table == "organization":
            known = nouns.organization_called(self.store, str(row["name"]))
        elif table == "team":
            known = nouns.team_called(self.store, str(row["name"]), _text(row, "series"))
        else:
            start = _text(row, "start")
            written = _text(row, "written")
            told = EventFact("e", str(row["name"]), _text(row, "series"), _text(row, "edition"), None, _when(start))
            known = find_event(self.store, told, Source(self.name, "", written=_when(written)))
        if known:
            self.numbers[table][number] = known

    def _named(self, row: Row, source_of: dict[int, int]) -> None:
        fact, record, start = row["fact_id"], row["record_id"], row["start"]
        if isinstance(fact, int) and isinstance(record, int) and isinstance(start, int) and fact in self.known_facts:
            source = self.numbers["source"][source_of[fact]]
            same = rows.person_of_name(self.store, source, str(row["text"]), start)
            if same:
                self.numbers["person"].setdefault(record, same)

    def _keyed(self, row: Row) -> None:
        kind, folded, record = str(row["kind"]), str(row["folded"]), row["record_id"]
        if isinstance(record, int) and folded and tells_apart(kind, folded):
            same = nouns.people_with_key(self.store, kind, folded)
            if len(same) == 1:
                self.numbers["person"].setdefault(record, same[0])

    def _is_new(self, table: str, row: Row) -> bool:
        """Whether a row is to be written here: what is new, and what that needs."""
        fact = row.get("fact_id") if table != "fact" else row["id"]
        if isinstance(fact, int):
            return fact not in self.known_facts
        if table == "passage":
            return row["source_id"] in self.needed["source"]
        if table in ("verdict", "correction"):
            ends = [row[c] for c in ("a", "b", "record_id") if c in row]
            there = self.needed["person"] | set(self.numbers["person"])
            return row.get("ended_by") is None and all(e in there for e in ends) and self._apart(table, row)
        return row["id"] in self.needed[table] and row["id"] not in self.numbers[table]

    def _apart(self, table: str, row: Row) -> bool:
        """Whether the two records of a verdict are two here as well; the earlier one comes first."""
        if table != "verdict":
            return True
        known = self.numbers["person"]
        return all(row[side] not in known for side in ("a", "b"))


def _text(row: Row, column: str) -> str | None:
    value = row.get(column)
    return value if isinstance(value, str) else None


def _when(edtf: str | None) -> When | None:
    return When(edtf) if edtf else None
