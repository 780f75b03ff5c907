"""An archive becomes the same memory again, to the byte; and where there is one already, only what is new."""

import json
import zipfile
from contextlib import suppress
from pathlib import Path

import life
import pytest
from cli import hallway, problem
from dump import dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.app import MemoryProblem
from hallway.formats import archive


def busy(path: Path, steps: list[int]) -> Memory:
    """A memory in which much happened, depending on `steps`."""
    memory = Memory(path)
    for reading in (life.ghent(), life.porto(), life.leeds()):
        memory.keep(reading)
    acts = (
        lambda: memory.same.merge("Ruth Adeyemi", "Odile Fontanelle"),
        lambda: memory.same.correct("Owen Prydderch", "met", "renewed"),
        lambda: memory.same.differ("Ilmar Tamm", "Kwame Asante-Boadi"),
        lambda: memory.undo(2),
        lambda: memory.met("Petra Malinová, new, at Small Signals; via Marta Szulc", written="2019-05-05"),
        lambda: memory.same.correct("Anke Reimers", "name", "Anke R."),
        lambda: memory.undo(),
    )
    for step in steps:
        with suppress(MemoryProblem):
            acts[step]()
    return memory


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.integers(0, 6), max_size=6, unique=True))
def test_the_same_memory_and_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, steps: list[int]) -> None:
    folder = tmp_path_factory.mktemp("archive")
    memory = busy(folder / "one.db", steps)
    memory.files.archive(folder / "one.hallway")
    with Memory(folder / "two.db") as again:
        assert again.files.restore(folder / "one.hallway").whole
        again.files.archive(folder / "two.hallway")
        assert (folder / "one.hallway").read_bytes() == (folder / "two.hallway").read_bytes()
        left_out = {"copy"}
        mine, theirs = dump(memory.store), dump(again.store)
        assert {t: r for t, r in mine.items() if t not in left_out} == {
            t: r for t, r in theirs.items() if t not in left_out
        }
        assert [e.as_dict() for e in again.log()] == [e.as_dict() for e in memory.log()]
        while undone := again.undo():
            assert memory.undo() == undone
        assert {t: r for t, r in dump(memory.store).items() if t not in left_out} == {
            t: r for t, r in dump(again.store).items() if t not in left_out
        }
    memory.close()


def test_joining_adds_what_is_new_and_can_be_undone(tmp_path: Path) -> None:
    with Memory(tmp_path / "one.db") as one, Memory(tmp_path / "two.db") as two:
        for reading in (life.ghent(), life.porto(), life.leeds()):
            one.keep(reading)
        one.same.merge("Ruth Adeyemi", "Odile Fontanelle")
        one.files.archive(tmp_path / "one.hallway")
        two.keep(life.ghent())
        before = dump(two.store)
        done = two.files.restore(tmp_path / "one.hallway")
        assert (done.whole, done.texts, done.action) == (False, 2, 2)
        assert [e.title for e in two.events()] == [e.title for e in one.events()]
        assert [m.kind for m in two.who("Owen Prydderch")[0].meetings] == ["new"]
        assert len(two.who("Anke Reimers")[0].meetings) == 3
        again = two.files.restore(tmp_path / "one.hallway")
        assert (again.texts, again.facts, again.action) == (0, 0, None)
        two.undo()
        assert dump(two.store) == before


def test_it_can_be_looked_into(lived: Memory, tmp_path: Path) -> None:
    lived.files.archive(tmp_path / "all.hallway")
    with zipfile.ZipFile(tmp_path / "all.hallway") as made:
        assert json.loads(made.read("hallway.json")) == {"hallway": "archive", "version": archive.VERSION}
        assert made.read("texts/000001.txt").decode() == life.GHENT
        first = made.read("memory.jsonl").splitlines()[0]
    assert json.loads(first)[0] == "action"


def test_damaged_and_newer_ones_change_nothing(lived: Memory, tmp_path: Path) -> None:
    whole = tmp_path / "all.hallway"
    lived.files.archive(whole)
    lived.close()
    newer, cut = tmp_path / "newer.hallway", tmp_path / "cut.hallway"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(newer, "w") as new, zipfile.ZipFile(cut, "w") as less:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'"version": 1', b'"version": 99'))
            less.writestr(name, data[: len(data) - 40] if name == "memory.jsonl" else data)
    other = tmp_path / "other.db"
    assert "written by a newer Hallway (archive 99): update Hallway" in problem(
        hallway("import", newer, "--yes", memory=other)
    )
    assert "is damaged" in problem(hallway("import", cut, "--yes", memory=other))
    with Memory(other) as memory:
        assert (memory.people(), memory.log()) == ([], [])


def test_the_commands(lived: Memory, tmp_path: Path) -> None:
    lived.close()
    made = hallway("export", tmp_path / "all.hallway", memory=lived.path)
    assert made.exit_code == 0
    back = hallway("import", tmp_path / "all.hallway", "--yes", memory=tmp_path / "again.db")
    assert back.stdout == f"{tmp_path / 'all.hallway'}: the memory is as it was, with 3 texts and {FACTS} facts.\n"
    assert hallway("people", memory=tmp_path / "again.db").stdout == hallway("people", memory=lived.path).stdout


FACTS = sum(len(r.facts) for r in (life.ghent(), life.porto(), life.leeds()))
