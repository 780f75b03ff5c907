"""Forgetting takes somebody out of facts, texts, journal, index and file; copies that still hold them are named."""

import json
import shutil

import life
from build import Draft
from cli import hallway, problem

from hallway import Memory
from hallway.model import FollowingFact, OutcomeFact


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


def test_what_is_told_of_others_in_a_sentence_with_them_names_them_no_more(memory: Memory) -> None:
    d = Draft("Bram Oyelaran and Sefa Tuiasosopo sent me a client.\nI read Sefa and Bram for years.\n", "duo.txt")
    bram, sefa = d.person("Bram Oyelaran"), d.person("Sefa Tuiasosopo")
    d.met(bram, "new", None)
    d.met(sefa, "new", None)
    client, years = "Bram Oyelaran and Sefa Tuiasosopo sent me a client.", "I read Sefa and Bram for years."
    d.add(
        OutcomeFact(client, bram, evidence=d.sentence("client")),
        FollowingFact(bram, years, evidence=d.sentence("years")),
    )
    memory.keep(d.reading())
    memory.same.forget("Sefa Tuiasosopo")
    [story] = memory.who("Bram Oyelaran")
    assert [o.text for o in story.outcomes] == [f"Bram Oyelaran and {'█' * 15} sent me a client."]
    assert [f.text for f in story.followings] == ["I read ████ and Bram for years."]
    assert [w for w in (b"Sefa", b"Tuiasosopo") if w in everything(memory)] == []
