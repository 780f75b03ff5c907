"""An archive of some people only: what leaves with them, what does not, and that it becomes a memory again."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import life
import pytest
from build import Draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway import Memory

EVERYBODY = (
    "Marieke Van Hecke|Ruth Adeyemi|Tomás Arruda|Anke Reimers|Farida Benali|Wilhelmina Oduya|Yusuf Karaca"
    "|Kwame Asante-Boadi|Ilmar Tamm|Odile Fontanelle|Chidi Ashworth|Owen Prydderch|Ursina Caflisch"
).split("|")


def everything_in(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(n).decode() for n in archive.namelist())


@settings(max_examples=13, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(EVERYBODY))
def test_one_person_comes_back_and_nobody_else(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("selected")
    with Memory(folder / "one.db") as memory, Memory(folder / "two.db") as again:
        for reading in (life.ghent(), life.porto(), life.leeds()):
            memory.keep(reading)
        memory.files.export(folder / "some.hallway", about=name)
        assert again.files.restore(folder / "some.hallway").whole
        [theirs], [mine] = again.who(name), memory.who(name)
        assert theirs.person.name == name
        assert [(m.kind, m.day, m.event and m.event.title) for m in theirs.meetings] == [
            (m.kind, m.day, m.event and m.event.title) for m in mine.meetings
        ]
        assert [w for m in theirs.meetings for w in m.words] == [w for m in mine.meetings for w in m.words]
        assert [d.text for d in theirs.needs + theirs.outcomes + theirs.relations] == [
            d.text for d in mine.needs + mine.outcomes + mine.relations
        ]
        assert again.similar("") == [] and {p.name for p in (*again.people(), *again.people("none"))} == {name}
        said = {w.text for d in (*mine.meetings, *mine.parts, *mine.teams) for w in d.words} | {
            w.text for w in mine.mentioned
        }
        told = everything_in(folder / "some.hallway")
        others = [n for n in EVERYBODY if n in told and n != name and not any(n in words for words in said)]
        assert others == []


def test_what_is_blocked_out_keeps_its_place(lived: Memory, tmp_path: Path) -> None:
    lived.files.export(tmp_path / "some.hallway", about="Ursina Caflisch")
    with zipfile.ZipFile(tmp_path / "some.hallway") as archive:
        [text] = [archive.read(n).decode() for n in archive.namelist() if n.startswith("texts/")]
    assert len(text) == len(life.LEEDS)
    assert text.splitlines()[3:] == [
        "Two minutes in the cloakroom with Ursina Caflisch.",
        "Ursina became a client six months later.",
    ]
    assert set("".join(text.splitlines()[:3])) == {"█", " "}


def test_it_adds_nothing_to_the_memory_it_came_from(lived: Memory, tmp_path: Path) -> None:
    lived.files.export(tmp_path / "some.hallway", event="Lantern Days")
    assert lived.files.restore(tmp_path / "some.hallway").action is None


def test_an_event_with_everybody_there(lived: Memory, tmp_path: Path) -> None:
    done = lived.files.export(tmp_path / "some.hallway", event="Porto")
    assert (done.selected, done.people) == ("Lantern Days 2016", 5)
    with Memory(tmp_path / "two.db") as again:
        again.files.restore(tmp_path / "some.hallway")
        [porto] = again.event("Porto")
        [mine] = lived.event("Porto")
        assert [(p.person, p.kind) for p in porto.people] == [(p.person, p.kind) for p in mine.people]
        assert again.who("Owen") == []


def test_notes_about_somebody_alone_stay_whole_and_cards_too(tmp_path: Path) -> None:
    with Memory(tmp_path / "one.db") as memory:
        memory.met("Petra Malinová, new, at Small Signals; she wants a boat", written="2019-05-05")
        memory.met("Marta Szulc, fleeting, at Small Signals", written="2019-05-05")
        d = Draft("FN:Ilmar Tamm\nX-SECRET:nothing that Hallway understands\n", "a.vcf", kind="card")
        d.person("Ilmar Tamm")
        memory.keep(d.reading())
        memory.files.export(tmp_path / "petra.hallway", about="Petra Malinová")
        memory.files.export(tmp_path / "ilmar.hallway", about="Ilmar Tamm")
    assert "she wants a boat" in everything_in(tmp_path / "petra.hallway")
    assert "Marta" not in everything_in(tmp_path / "petra.hallway")
    assert "X-SECRET:nothing that" in everything_in(tmp_path / "ilmar.hallway")


def test_what_others_did_is_not_told(lived: Memory, tmp_path: Path) -> None:
    lived.met("Owen Prydderch, again, at the harbour", written="2020-01-01")
    lived.same.differ("Ilmar Tamm", "Kwame Asante-Boadi")
    lived.files.export(tmp_path / "some.hallway", about="Ilmar Tamm")
    with zipfile.ZipFile(tmp_path / "some.hallway") as archive:
        rows = [json.loads(line) for line in archive.read("memory.jsonl").splitlines()]
    assert [r["summary"] for t, r in rows if t == "action"] == ["███"]
    assert [r for t, r in rows if t in ("verdict", "setting", "attic")] == []
