"""`hallway people`, `events`, `log` and `undo`."""

import json

import pytest
from cli import hallway

from hallway import Memory


def names(memory: Memory, *arguments: str) -> list[str]:
    found = json.loads(hallway("people", "--json", *arguments, memory=memory.path).stdout)
    return [p["name"] for p in found]


def test_people_by_when_i_last_met_them(lived: Memory) -> None:
    lines = hallway("people", memory=lived.path).stdout.splitlines()
    assert lines[0] == "Anke Reimers                  9 November 2017   Small Signals 2017 · Hafenfunk"
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
        "2017  Small Signals                                 3 met   Leeds",
        "2016  Lantern Days                                  4 met   Porto",
        "2014  Lantern Days                                  4 met   Ghent",
    ]
    data = json.loads(hallway("events", "--json", memory=lived.path).stdout)
    assert [(e["year"], e["organizers"]) for e in data] == [
        (2017, ["Chidi Ashworth"]), (2016, []), (2014, ["Marieke Van Hecke", "Lys Institute"]),
    ]  # fmt: skip


def test_the_journal_and_a_step_back(lived: Memory) -> None:
    assert hallway("undo", memory=lived.path).stdout == "Taken back: read leeds.txt\n"
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
    assert [line[18:29] for line in hallway("log", memory=lived.path).stdout.splitlines()] == ["read undone"] * 3


def test_a_note_is_in_the_journal_by_its_words(memory: Memory) -> None:
    hallway("met", "Petra Malinová, new", memory=memory.path)
    assert hallway("undo", memory=memory.path).stdout == "Taken back: met Petra Malinová, new\n"
