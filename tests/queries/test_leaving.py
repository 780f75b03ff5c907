"""What leaves is all that was selected, and whoever comes back is nobody new."""

from __future__ import annotations

from pathlib import Path

import life
import pytest
from build import Draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.model import KeyFact
from hallway.queries.leaving import outgoing, selection

WAYS = ("csv", "vcard3", "vcard4", "markdown")
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=20)


def everybody(memory: Memory) -> set[str]:
    return {p.name for p in (*memory.people(), *memory.people("none"))}


def count(memory: Memory) -> int:
    return len(memory.people()) + len(memory.people("none"))


@pytest.mark.parametrize("way", WAYS)
def test_nobody_is_doubled_and_nothing_is_told_twice(way: str, lived: Memory, tmp_path: Path) -> None:
    lived.same.merge("Ilmar Tamm", "Kwame Asante-Boadi")
    before, events = everybody(lived), [e.title for e in lived.events()]
    how = [(m.kind, m.day) for m in lived.who("Anke Reimers")[0].meetings]
    lived.files.export(tmp_path / "out.zip", way)
    done = lived.files.import_([tmp_path / "out.zip"])
    assert [f.failures for f in done.files if f.failures] == []
    assert sum(f.people for f in done.files) == 0
    assert sum(f.recognised for f in done.files) == len(before)
    assert everybody(lived) == before
    assert [e.title for e in lived.events()] == events
    assert [(m.kind, m.day) for m in lived.who("Anke Reimers")[0].meetings] == how
    lived.files.export(tmp_path / "again.zip", way)
    lived.files.import_([tmp_path / "again.zip"])
    assert everybody(lived) == before


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=st.lists(NAMES, min_size=1, max_size=6))
def test_whatever_they_are_called(tmp_path_factory: pytest.TempPathFactory, way: str, names: list[str]) -> None:
    folder = tmp_path_factory.mktemp("names")
    with Memory(folder / "one.db") as memory:
        for n, name in enumerate(names):
            d = Draft(f"{name}\n{n}", f"{n}.csv", kind="list")
            d.person(name)
            d.add(KeyFact("p0", "id", f"test:{n}"))
            memory.keep(d.reading())
        before = count(memory)
        told = outgoing(memory.store, selection(memory.store))
        assert len(told.people) == before == len({p.uid for p in told.people})
        memory.files.export(folder / "out.zip", way)
        memory.files.import_([folder / "out.zip"])
        assert count(memory) == before


def test_all_who_had_to_do_with_an_event(lived: Memory) -> None:
    told = outgoing(lived.store, selection(lived.store, at=lived.find_events("Small Signals")))
    assert {p.name for p in told.people} == {"Chidi Ashworth", "Owen Prydderch", "Anke Reimers", "Ursina Caflisch"}
    assert [(e.title, [p.name for p in e.people if p.kind]) for e in told.occasions] == [
        ("Small Signals 2017", ["Anke Reimers", "Owen Prydderch", "Ursina Caflisch"])
    ]


def test_since_a_day(lived: Memory) -> None:
    told = outgoing(lived.store, selection(lived.store, since="2016-06"))
    assert {p.name for p in told.people} == {"Chidi Ashworth", "Owen Prydderch", "Anke Reimers", "Ursina Caflisch"}
    assert [e.title for e in told.occasions] == ["Small Signals 2017"]
    one = outgoing(lived.store, selection(lived.store, since="2014-10-02"))
    assert len(one.people) == 13


def test_an_id_of_another_memory_means_nobody(lived: Memory, tmp_path: Path) -> None:
    lived.files.export(tmp_path / "out.csv")
    with Memory(tmp_path / "two.db") as other:
        other.met("Somebody Else, new", written="2020-01-01")
        done = other.files.import_([tmp_path / "out.csv"])
        assert (done.files[0].people, done.files[0].recognised) == (13, 0)


def test_a_number_that_was_given_away_again_is_somebody_else(memory: Memory, tmp_path: Path) -> None:
    memory.met("Petra Malinová, new, at Small Signals", written="2019-05-05")
    memory.files.export(tmp_path / "out.csv")
    memory.undo()
    memory.met("Marta Szulc, new, at Small Signals", written="2019-05-05")
    done = memory.files.import_([tmp_path / "out.csv"])
    assert (done.files[0].people, done.files[0].recognised) == (1, 0)


def test_a_restored_memory_knows_its_people(lived: Memory, tmp_path: Path) -> None:
    lived.files.export(tmp_path / "out.vcf")
    lived.files.archive(tmp_path / "all.hallway")
    with Memory(tmp_path / "two.db") as again:
        again.files.restore(tmp_path / "all.hallway")
        assert again.files.import_([tmp_path / "out.vcf"]).files[0].recognised == 13


CARD = b"""BEGIN:VCARD\r
VERSION:3.0\r
UID:somebody-1\r
FN:Ilmar Tamm\r
X-TAROT;X-FOO=bar:The Hermit\\, reversed\r
EMAIL;TYPE=home:ilmar@tamm.example\r
END:VCARD\r
"""


def test_a_card_goes_out_as_it_came_with_what_was_learnt_since(memory: Memory, tmp_path: Path) -> None:
    (tmp_path / "in.vcf").write_bytes(CARD)
    memory.files.import_([tmp_path / "in.vcf"])
    memory.files.export(tmp_path / "out.vcf")
    assert (tmp_path / "out.vcf").read_bytes() == CARD
    memory.keep(life.porto())
    memory.files.export(tmp_path / "out.vcf")
    lines = (tmp_path / "out.vcf").read_bytes().replace(b"\r\n ", b"").splitlines(keepends=True)
    [mine] = [card for card in b"".join(lines).split(b"BEGIN:VCARD\r\n") if b"Ilmar" in card]
    assert [line for line in CARD.splitlines(keepends=True)[1:-1] if line not in mine] == []
    assert b"X-EVENT=Lantern Days 2016" in mine
    memory.files.import_([tmp_path / "out.vcf"])
    assert [p.name for p in memory.people() if "Ilmar" in p.name] == ["Ilmar Tamm"]
