"""A correction beats every reading, before and after it, until it is undone."""

import life
import pytest
from build import Draft
from cli import hallway, problem
from dump import dump

from hallway import Memory
from hallway.app import MemoryProblem


def kinds(memory: Memory, name: str) -> list[str]:
    [story] = memory.who(name)
    return [m.kind for m in story.meetings]


def test_how_we_met(lived: Memory) -> None:
    before = dump(lived.store)
    lived.same.correct("Anke Reimers", "met", "renewed", event="Small Signals")
    assert kinds(lived, "Anke Reimers") == ["new", "cemented", "renewed"]
    [story] = lived.who("Anke Reimers")
    assert [w.text for w in story.meetings[2].words] == [
        "Anke Reimers was there, brand new to me.",
        "Anke Reimers was met at Small Signals 2017: renewed",
    ]
    lived.undo()
    assert dump(lived.store) == before


def test_that_we_did_not_meet(lived: Memory) -> None:
    lived.same.correct("Ursina Caflisch", "met", "none")
    assert kinds(lived, "Ursina Caflisch") == []


def test_it_holds_against_the_same_text_read_again(memory: Memory) -> None:
    memory.keep(life.leeds())
    memory.same.correct("Ursina Caflisch", "met", "none")
    memory.undo(1)
    memory.keep(life.leeds())
    assert kinds(memory, "Ursina Caflisch") == []
    memory.undo(2)
    assert kinds(memory, "Ursina Caflisch") == ["fleeting"]


def test_it_holds_against_another_text(lived: Memory) -> None:
    lived.same.correct("Owen Prydderch", "met", "renewed")
    d = Draft("At Small Signals 2017 I saw Owen Prydderch for the first time.", "later.txt", "2017-12-01")
    event = d.event("Small Signals 2017", series="Small Signals", edition="2017")
    d.met(d.person("Owen Prydderch"), "new", event)
    lived.keep(d.reading())
    assert kinds(lived, "Owen Prydderch") == ["renewed"]


def test_the_last_correction_counts_and_undoing_it_leaves_the_one_before(lived: Memory) -> None:
    lived.same.correct("Owen Prydderch", "met", "renewed")
    lived.same.correct("Owen Prydderch", "met", "cemented")
    assert kinds(lived, "Owen Prydderch") == ["cemented"]
    lived.undo()
    assert kinds(lived, "Owen Prydderch") == ["renewed"]


def test_a_name_and_an_organization(lived: Memory) -> None:
    lived.same.correct("Anke Reimers", "name", "Anke R.")
    lived.same.correct("Anke R.", "organization", "Radio Ahoi", old="Hafenfunk")
    [story] = lived.who("Anke Reimers")
    assert (story.person.name, [j.text for j in story.jobs]) == ("Anke R.", ["Radio Ahoi"])


def test_words_that_are_not_so(lived: Memory) -> None:
    lived.same.correct("Farida Benali", "words", old="help with recording in a room full of machines")
    assert lived.who("Farida Benali")[0].needs == ()
    with pytest.raises(MemoryProblem, match="nothing of the kind is told of them"):
        lived.same.correct("Farida Benali", "words", old="a house")


def test_it_asks_at_which_event(lived: Memory) -> None:
    with pytest.raises(MemoryProblem, match="you met more than once: say at which event"):
        lived.same.correct("Anke Reimers", "met", "new")
    with pytest.raises(MemoryProblem, match="fits 2 events: Lantern Days 2014, Lantern Days 2016; say which one"):
        lived.same.correct("Anke Reimers", "met", "new", event="Lantern Days")


def test_the_command(lived: Memory) -> None:
    done = hallway("correct", "Ursina", "--met", "new", "--name", "Ursina C.", memory=lived.path)
    assert done.stdout == "Put right. `hallway undo 5` takes it back.\n"
    assert kinds(lived, "Ursina C.") == ["new"]
    assert hallway("correct", "Ursina", memory=lived.path).exit_code == 2
    assert problem(hallway("correct", "Zora", "--met", "new", memory=lived.path)).startswith(
        "nobody here is called “Zora”"
    )
