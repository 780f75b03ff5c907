"""`hallway people`, `events`, `log` and `undo`."""

import json
import re
from pathlib import Path

import pytest
from cli import hallway, problem

from hallway import Memory


def names(memory: Memory, *arguments: str) -> list[str]:
    found = json.loads(hallway("people", "--json", *arguments, memory=memory.path).stdout)
    return [p["name"] for p in found]


def test_people_by_when_i_last_met_them(lived: Memory) -> None:
    lines = hallway("people", memory=lived.path).stdout.splitlines()
    assert lines[0] == "Anke Reimers                  9–11 Nov 2017   Small Signals 2017 · Hafenfunk"
    assert [line[:14].strip() for line in lines] == [
        "Anke Reimers", "Owen Prydderch", "Ursina Caflisc", "Ilmar Tamm", "Kwame Asante-B", "Odile Fontanel",
        "Farida Benali", "Ruth Adeyemi", "Tomás Arruda",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--kind", "cemented"], ["Anke Reimers"]),
        (["--kind", "fleeting"], ["Ursina Caflisch"]),
        (["--kind", "none"], ["Chidi Ashworth", "Marieke Van Hecke", "Wilhelmina Oduya", "Yusuf Karaca"]),
        (["--event", "Leeds", "--kind", "new"], ["Anke Reimers", "Owen Prydderch"]),
        (["--event", "the Lys event"], ["Anke Reimers", "Farida Benali", "Ruth Adeyemi", "Tomás Arruda"]),
        (["--event", "Nowhere"], []),
        (["--limit", "2"], ["Anke Reimers", "Owen Prydderch"]),
    ],
)
def test_some_people(lived: Memory, arguments: list[str], found: list[str]) -> None:
    assert names(lived, *arguments) == found


def test_events(lived: Memory) -> None:
    assert hallway("events", memory=lived.path).stdout.splitlines() == [
        "Small Signals 2017                    9–11 Nov 2017   3 met   Leeds",
        "Lantern Days 2016                     26–28 May 2016  4 met   Porto",
        "Lantern Days 2014                     2–4 Oct 2014    4 met   Ghent",
    ]
    data = json.loads(hallway("events", "--json", memory=lived.path).stdout)
    assert [(e["year"], e["organizers"]) for e in data] == [
        (2017, ["Chidi Ashworth"]), (2016, []), (2014, ["Marieke Van Hecke", "Lys Institute"]),
    ]  # fmt: skip


def test_the_journal_and_a_step_back(lived: Memory) -> None:
    assert hallway("undo", memory=lived.path).stdout == ("Taken back: read leeds.txt; its text stays in the memory.\n")
    entries = json.loads(hallway("log", "--json", memory=lived.path).stdout)
    assert [(e["verb"], e["summary"], bool(e["undone_at"])) for e in entries] == [
        ("read", "leeds.txt", True), ("read", "porto.txt", False), ("read", "ghent.txt", False),
    ]  # fmt: skip
    assert "Owen Prydderch" not in names(lived)
    assert json.loads(hallway("undo", "--json", memory=lived.path).stdout)["undone"]["summary"] == "porto.txt"
    hallway("undo", memory=lived.path)
    assert hallway("undo", memory=lived.path).stdout == "Nothing to take back.\n"
    assert hallway("people", memory=lived.path).stdout == "Nobody yet.\n"
    assert hallway("events", memory=lived.path).stdout == "No event yet.\n"
    journal = hallway("log", memory=lived.path).stdout.splitlines()
    assert [re.sub(r"\d", "0", line) for line in journal] == [
        f"0     0000-00-00 00:00  read, undone       {name}.txt" for name in ("leeds", "porto", "ghent")
    ]


def test_a_note_is_in_the_journal_by_its_words(memory: Memory) -> None:
    hallway("met", "Petra Malinová, new", memory=memory.path)
    assert hallway("undo", memory=memory.path).stdout == (
        "Taken back: met Petra Malinová, new; its text stays in the memory.\n"
    )


def test_people_of_an_event_are_shown_as_they_were_met_there(lived: Memory) -> None:
    lines = hallway("people", "--event", "Porto", memory=lived.path).stdout.splitlines()
    assert lines[0] == "Anke Reimers                  26–28 May 2016  Lantern Days 2016 · Hafenfunk"
    [anke] = [p for p in lived.people(event="Porto") if p.name == "Anke Reimers"]
    assert (anke.times, anke.first, anke.last, anke.kind) == (3, "2014-10-02", "2016-05-26", "cemented")
    assert names(lived, "--event", "Porto", "--kind", "none") == []
    assert names(lived, "--event", "Leeds", "--kind", "none") == ["Chidi Ashworth"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["undo"], "there is nothing to undo yet"),
        (["log"], "nothing was done yet"),
        (["people"], "there is nobody yet"),
        (["events"], "there is no event yet"),
        (["event", "x"], "there is no event yet"),
        (["who", "x"], "there is nobody to tell of yet"),
        (["recall", "x"], "there is nobody to recall yet"),
    ],
)
def test_without_a_memory(path: Path, command: list[str], message: str) -> None:
    said = problem(hallway(*command, memory=path))
    assert said == f"{message}: {path} does not exist; begin with `hallway read FILE`"
    assert not path.exists()


def test_what_rests_on_no_text_says_nothing_of_one(lived: Memory) -> None:
    hallway("merge", "Ruth Adeyemi", "Owen Prydderch", memory=lived.path)
    assert hallway("undo", memory=lived.path).stdout == "Taken back: merge Ruth Adeyemi = Owen Prydderch.\n"
    last = hallway("log", memory=lived.path).stdout.splitlines()[0]
    assert last[24:] == "merge, undone      Ruth Adeyemi = Owen Prydderch"
