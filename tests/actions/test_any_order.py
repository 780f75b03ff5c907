"""Keep, merge, split, correct, undo and forget, in any order that comes: what must hold, holds after every step."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from build import Draft
from dump import dump
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hallway import Memory
from hallway.app import MemoryProblem
from hallway.model import Connection, KeyFact, NeedFact, Reading
from hallway.store import verdicts

NAMES = ("Anke Reimers", "Anke Vogt", "Ruth Adeyemi", "Tomás Arruda", "Tomas Arruda", "Owen Prydderch")
EVENTS = ("Lantern Days", "Small Signals")
KINDS = tuple(Connection)[1:]
FAST = Path("/dev/shm")


def diary(number: int, people: list[tuple[str, Connection, bool]], event: str) -> Reading:
    lines = [f"{event} {2010 + number}, diary {number}."]
    lines += [f"There was {name}, who needs {number} things." for name, _, _ in people]
    d = Draft("\n".join(lines), f"{number}.txt", f"{2010 + number}-05-01")
    at = d.event(event, series=event, edition=str(2010 + number))
    for name, kind, has_mail in people:
        ref = d.person(name)
        d.met(ref, kind.value, at)
        d.add(NeedFact(ref, "need", f"{number} things", d.sentence(name)))
        if has_mail:
            d.add(KeyFact(ref, "email", f"{name.split()[0].lower()}@quay.example", d.sentence(name)))
    return d.reading()


class AnyOrder(RuleBasedStateMachine):
    """One memory; `standing` has the actions that were not undone, `right` what I said of how we met."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=FAST if FAST.is_dir() else None))
        self.memory = Memory(self.folder / "people.db")
        self.standing: list[int] = []
        self.diaries = 0
        self.facts: dict[int, int] = {}
        self.right: dict[int, tuple[str, str]] = {}
        self.forgotten = False
        self.before: dict[str, list[tuple[object, ...]]] | None = None

    def teardown(self) -> None:
        self.memory.close()
        shutil.rmtree(self.folder)

    def heads(self) -> list[int]:
        rows = self.memory.store.rows("SELECT DISTINCT person_id FROM name ORDER BY person_id")
        return [int(r["person_id"]) for r in rows]

    def done(self, action: int) -> None:
        self.standing.append(action)

    @rule(
        people=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(KINDS), st.booleans()), min_size=1, max_size=3, unique_by=lambda p: p[0]),
        event=st.sampled_from(EVENTS),
    )  # fmt: skip
    def keep(self, people: list[tuple[str, Connection, bool]], event: str) -> None:
        self.before = dump(self.memory.store)
        reading = diary(self.diaries % 3, people, event)
        self.diaries += 1
        [kept] = self.memory.keep(reading)
        if kept.action:
            self.facts[kept.action] = kept.facts
            self.done(kept.action)
        else:
            self.before = None

    @precondition(lambda self: len(self.heads()) > 1)
    @rule(data=st.data(), kind=st.sampled_from(["merge", "different", "later"]))
    def decide(self, data: st.DataObject, kind: str) -> None:
        a, b = data.draw(st.lists(st.sampled_from(self.heads()), min_size=2, max_size=2, unique=True))
        self.before = dump(self.memory.store)
        if kind == "merge":
            self.done(self.memory.same.merge(f"#{a}", f"#{b}"))
            assert verdicts.head(self.memory.store, a) == verdicts.head(self.memory.store, b)
        else:
            self.done(self.memory.same.differ(f"#{a}", f"#{b}", later=kind == "later"))

    @precondition(lambda self: self.merged())
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(self.merged()))
        before = self.facts_of(record)
        self.before = dump(self.memory.store)
        self.done(self.memory.same.split(f"#{record}", record))
        others = [r.id for r in self.memory.same.records(f"#{record}")]
        assert self.facts_of(record) == before
        assert record in others

    def merged(self) -> list[int]:
        rows = self.memory.store.rows("SELECT id FROM person WHERE head_id IS NOT NULL ORDER BY id")
        return [int(r["id"]) for r in rows]

    def facts_of(self, record: int) -> list[int]:
        rows = self.memory.store.rows("SELECT fact_id FROM name WHERE record_id = ? ORDER BY fact_id", (record,))
        return [int(r["fact_id"]) for r in rows]

    @precondition(lambda self: self.heads())
    @rule(data=st.data(), kind=st.sampled_from([*KINDS, Connection.NONE]))
    def correct(self, data: st.DataObject, kind: Connection) -> None:
        person = data.draw(st.sampled_from(self.heads()))
        [story] = [s for s in self.memory.who(self.name(person)) if s.person.id == person]
        where = data.draw(st.sampled_from([m.event.title for m in story.meetings if m.event] or ["nowhere"]))
        self.before = dump(self.memory.store)
        try:
            action = self.memory.same.correct(f"#{person}", "met", kind.value, event=where)
        except MemoryProblem:
            assert self.same_as_before()
            self.before = None
            return
        self.done(action)
        told = {
            m.event.title: m.kind
            for s in self.memory.who(self.name(person))
            if s.person.id == person
            for m in s.meetings
            if m.event
        }
        assert told.get(where) == (None if kind is Connection.NONE else kind.value)

    def name(self, person: int) -> str:
        return self.memory.person(f"#{person}").name

    @precondition(lambda self: self.standing)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        action = data.draw(st.sampled_from(self.standing))
        last = action == self.standing[-1]
        self.memory.undo(action)
        self.standing.remove(action)
        if last and self.before is not None:
            assert self.same_as_before()
        self.before = None

    def same_as_before(self) -> bool:
        return without_ids(dump(self.memory.store)) == without_ids(self.before or {})

    @precondition(lambda self: self.heads())
    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(self.heads()))
        called = [n for r in self.memory.same.records(f"#{person}") for n in r.names]
        others = {r["text"] for r in self.memory.store.rows("SELECT text FROM name WHERE person_id != ?", (person,))}
        self.memory.same.forget(f"#{person}")
        self.forgotten, self.before = True, None
        gone = [n for n in called if not any(n in other for other in others)]
        file = self.memory.path.read_bytes()
        assert [n for n in gone if n.encode() in file] == []
        rows = self.memory.store.rows("SELECT id FROM action WHERE undone_at IS NULL")
        self.standing = [a for a in self.standing if a in {int(r["id"]) for r in rows}]

    @invariant()
    def everybody_is_shown_under_the_first_of_their_records(self) -> None:
        store = self.memory.store
        for row in store.rows("SELECT id, coalesce(head_id, id) AS head FROM person"):
            assert row["head"] == min(verdicts.group(store, int(row["id"])))
        for table, person, record in verdicts.PEOPLE_COLUMNS:
            wrong = f"SELECT 1 FROM {table} JOIN person ON person.id = {record} WHERE {person} != coalesce(head_id, person.id)"
            assert store.rows(wrong) == []

    @invariant()
    def nothing_points_nowhere(self) -> None:
        store = self.memory.store
        assert store.rows("PRAGMA foreign_key_check") == []
        for table, _, record in verdicts.PEOPLE_COLUMNS:
            assert store.rows(f"SELECT 1 FROM {table} WHERE {record} NOT IN (SELECT id FROM person)") == []

    @invariant()
    def no_fact_is_lost(self) -> None:
        if self.forgotten:
            return
        for action, facts in self.facts.items():
            here = "SELECT (SELECT count(*) FROM fact WHERE action_id = ?1) + (SELECT count(*) FROM attic WHERE fact_action_id = ?1) AS n"
            [row] = self.memory.store.rows(here, (action,))
            assert row["n"] == (facts if action in self.standing else 0)

    @invariant()
    def undone_all_nothing_is_left(self) -> None:
        if not self.standing and not self.forgotten:
            tables = ("person", "event", "fact", "attic", "verdict", "correction", "passage")
            assert [t for t in tables if self.memory.store.rows(f"SELECT 1 FROM {t}")] == []


def without_ids(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """Passages and facts may come back under other numbers; what they say is the same."""
    renumbered = {"passage", "evidence", "vector", "sign", "attic", "attic_noun", "sqlite_sequence"}
    return {t: rows for t, rows in tables.items() if t not in renumbered}


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=2000, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)
