"""Forgetting takes somebody out of facts, texts, journal, index and file; copies that still hold them are named."""

import json
import shutil

import life
from cli import hallway, problem

from hallway import Memory


def everything(memory: Memory) -> bytes:
    memory.close()
    return b"".join(p.read_bytes() for p in memory.path.parent.iterdir() if p.name.startswith(memory.path.name))


def test_nothing_of_them_is_left_in_the_file(lived: Memory) -> None:
    lived.met("Anke Reimers, again, at Small Signals in Utrecht", written="2019-05-05")
    lived.index()
    lived.same.forget("Anke Reimers")
    left = everything(lived)
    assert [w for w in (b"Anke", b"Reimers", b"podcasting partner", b"radio features") if w in left] == []
    assert b"Ilmar Tamm" in left


def test_others_stay_as_they_were(lived: Memory) -> None:
    before = lived.who("Farida Benali")[0].as_dict()
    lived.same.forget("Anke Reimers")
    assert lived.who("Farida Benali")[0].as_dict() == before
    [story] = lived.who("Tomás Arruda")
    assert [w.text for w in story.introduced[0].words] == [
        "Tomás introduced me to Farida Benali. She wants help with recording in a room full of machines."
    ]


def test_who_introduced_somebody_is_forgotten_too(lived: Memory) -> None:
    lived.same.forget("Tomás Arruda")
    [story] = lived.who("Farida Benali")
    assert [(m.kind, m.via) for m in story.meetings] == [("new", None)]
    assert [w.text for m in story.meetings for w in m.words] == [
        "█████ introduced me to Farida Benali. She wants help with recording in a room full of machines."
    ]


def test_a_text_in_which_somebody_was_forgotten_is_not_read_again(lived: Memory) -> None:
    lived.same.forget("Ursina Caflisch")
    assert [k.already for k in lived.keep(life.leeds())] == [True]
    assert lived.who("Ursina") == []


def test_it_cannot_be_undone(lived: Memory) -> None:
    lived.same.forget("Ursina Caflisch")
    assert problem(hallway("undo", "4", memory=lived.path)) == (
        "action 4 is a forget: nothing was kept of it, so it cannot be taken back"
    )
    undone = lived.undo()
    assert undone and undone.verb == "read"


def test_the_command_names_the_copies_that_still_hold_them(lived: Memory) -> None:
    copy = lived.path.with_name("backup-of-may.db")
    lived.close()
    shutil.copy(lived.path, copy)
    (lived.path.parent / "cards.vcf").write_text("FN:Ursina Caflisch\n", encoding="utf-8")
    asked = hallway("forget", "Ursina", memory=lived.path)
    assert (
        problem(asked) == "Ursina Caflisch would be forgotten for good: say --yes if you mean it; nothing was changed"
    )
    told = json.loads(hallway("forget", "Ursina", "--yes", "--json", memory=lived.path).stdout)
    assert [c["path"] for c in told["copies"]] == [str(copy), str(lived.path.parent / "cards.vcf")]
    assert told["facts"] == 3
    again = json.loads(hallway("forget", "Owen", "--yes", "--json", memory=lived.path).stdout)
    assert [c["path"] for c in again["copies"]] == [str(copy)]
