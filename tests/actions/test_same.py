"""Merging links records, splitting restores them, and what was decided is not asked again."""

import json

import pytest
from build import Draft
from cli import hallway, problem
from dump import dump

from hallway import Memory
from hallway.app import MemoryProblem
from hallway.model import KeyFact, Reading


def card(name: str, *keys: tuple[str, str], text: str = "") -> Reading:
    d = Draft(text or f"card of {name}: {', '.join(v for _, v in keys)}", "cards.vcf", kind="card")
    person = d.person(name)
    d.add(*(KeyFact(person, kind, value, d.sentence(name)) for kind, value in keys))
    return d.reading()


def shown(memory: Memory) -> list[str]:
    rows = memory.store.rows("SELECT name FROM person WHERE head_id IS NULL ORDER BY 1")
    return [str(r["name"]) for r in rows]


def test_a_merged_person_has_one_story_and_both_names(lived: Memory) -> None:
    before = dump(lived.store)
    lived.same.merge("Ruth Adeyemi", "Odile Fontanelle")
    [story] = lived.who("Odile")
    assert (story.person.name, story.names, [m.kind for m in story.meetings]) == (
        "Odile Fontanelle", ("Ruth Adeyemi",), ["new", "new"],
    )  # fmt: skip
    assert [r.names for r in lived.same.records("Ruth")] == [("Ruth Adeyemi",), ("Odile Fontanelle",)]
    lived.undo()
    assert dump(lived.store) == before


def test_split_restores_each_with_what_came_since(lived: Memory) -> None:
    lived.same.merge("Ruth Adeyemi", "Odile Fontanelle")
    lived.met("Odile Fontanelle, again, at Small Signals in Utrecht", written="2019-05-05")
    assert len(lived.who("Ruth Adeyemi")[0].meetings) == 3
    lived.same.split("Ruth Adeyemi")
    assert [len(lived.who(n)[0].meetings) for n in ("Ruth Adeyemi", "Odile Fontanelle")] == [1, 2]


def test_a_record_in_the_middle_can_be_taken_out(lived: Memory) -> None:
    for other in ("Odile Fontanelle", "Ilmar Tamm"):
        lived.same.merge("Ruth Adeyemi", other)
    ids = [r.id for r in lived.same.records("Ruth")]
    with pytest.raises(MemoryProblem, match=r"is 3 records: .*; say which to take out"):
        lived.same.split("Ruth")
    lived.same.split("Ruth", ids[1])
    assert [len(lived.same.records(n)) for n in ("Ruth", "Odile Fontanelle", "Ilmar Tamm")] in ([2, 1, 2], [2, 2, 1])


def test_what_is_one_already_cannot_be_merged(lived: Memory) -> None:
    before = dump(lived.store)
    with pytest.raises(MemoryProblem, match="these two are one person already; nothing was changed"):
        lived.same.merge("Ruth", "Ruth Adeyemi")
    with pytest.raises(MemoryProblem, match="Ruth is one record: there is nothing to split"):
        lived.same.split("Ruth")
    assert dump(lived.store) == before


def test_cards_are_recognised_by_keys_and_never_by_name(memory: Memory) -> None:
    memory.keep(card("Anke Reimers", ("email", "anke@quay.example")))
    memory.keep(card("A. Reimers", ("email", "mailto:Anke@Quay.example"), ("phone", "+49 421 55 66")))
    memory.keep(card("Anke Reimers", ("email", "reimers@other.example")))
    assert shown(memory) == ["Anke Reimers", "Anke Reimers"]
    assert [len(r.names) for r in memory.same.records("#1")] == [2]


def test_two_numbers_of_one_programme_are_two_people(memory: Memory) -> None:
    memory.keep(card("Anke Reimers", ("id", "lantern:12"), text="12 Anke Reimers"))
    memory.keep(card("Anke Reimers", ("id", "lantern:99"), text="99 Anke Reimers"))
    memory.keep(card("Anke Reimers-Vogt", ("id", "lantern:12"), text="12 Anke Reimers-Vogt"))
    assert shown(memory) == ["Anke Reimers", "Anke Reimers-Vogt"]


def test_an_address_that_a_desk_has_is_nobodys_key(memory: Memory) -> None:
    memory.keep(card("Anke Reimers", ("email", "info@quay.example")))
    memory.keep(card("Ruth Adeyemi", ("email", "info@quay.example"), ("url", "https://quay.example/")))
    assert shown(memory) == ["Anke Reimers", "Ruth Adeyemi"]


def test_a_diary_means_the_one_whom_i_told_of_before(memory: Memory) -> None:
    memory.keep(card("Anke Reimers", ("id", "lantern:12"), text="12 Anke Reimers"))
    memory.keep(card("Anke Reimers", ("id", "lantern:13"), text="13 Anke Reimers"))
    for year in (2014, 2016):
        memory.met("Anke Reimers, new, at Lantern Days", written=f"{year}-05-01")
    assert sorted(s.person.times for s in memory.who("Anke Reimers")) == [0, 0, 2]


def test_the_commands(lived: Memory) -> None:
    path = lived.path
    assert hallway("merge", "Ruth", "Odile", memory=path).stdout == (
        "One person now: Odile Fontanelle. `hallway undo 4` takes it back.\n"
    )
    listed = json.loads(hallway("split", "Ruth", "--list", "--json", memory=path).stdout)
    assert [r["sources"] for r in listed] == [["ghent.txt"], ["porto.txt"]]
    assert hallway("split", "Ruth", memory=path).stdout == "Two people again. `hallway undo 5` takes it back.\n"
    assert problem(hallway("merge", "Nobody", "Ruth", memory=path)) == "nobody here is called “Nobody”"
    assert problem(hallway("undo", "77", memory=path)) == (
        "there is no action 77: `hallway log` shows their numbers; nothing was changed"
    )
    assert hallway("undo", "4", memory=path).exit_code == 0
    assert problem(hallway("undo", "4", memory=path)).startswith("action 4 was taken back on ")
