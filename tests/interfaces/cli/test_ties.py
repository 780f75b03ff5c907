"""`hallway ties` and `hallway path`."""

import json

import pytest
from cli import hallway, problem

from hallway import Memory


def test_ties_by_state_in_80_columns(lived: Memory) -> None:
    lines = hallway("ties", memory=lived.path).stdout.splitlines()
    assert lines[:5] == [
        "Ties as of 12 November 2017. An encounter counts half after 182 days; hallway",
        "ties NAME takes a tie apart.",
        "",
        "Strong (2)",
        "  Anke Reimers              ██████████  2.19  9 Nov 2017   3×  relation",
    ]
    assert max(map(len, lines)) <= 80
    assert lines[-3:] == [
        "  Chidi Ashworth                        0.00",
        "  Marieke Van Hecke                     0.00",
        "  Wilhelmina Oduya                      0.00",
    ]


def test_one_tie_with_its_reasons(lived: Memory) -> None:
    lines = hallway("ties", "Ursina", memory=lived.path).stdout.splitlines()
    assert lines == [
        "Ursina Caflisch: an acquaintance",
        "  met once, 9 November 2017",
        "  strength 1.87 as of 12 November 2017",
        "",
        "How it grew",
        "  9 November 2017    ████████                        0.50",
        "  12 November 2017   ██████████████████████████████  1.87",
        "",
        "Why",
        "  0.49 met fleetingly, Small Signals 2017, 3 days before",
        "        “Two minutes in the cloakroom with Ursina Caflisch.”",
        "  1.00 what came of it: became a client",
        "        “Ursina became a client six months later.”",
        "  0.37 tied in 2 ways: meeting and outcome",
    ]


def test_json(lived: Memory) -> None:
    data = json.loads(hallway("ties", "--state", "strong", "--half-life", 400, "--json", memory=lived.path).stdout)
    assert (data["at"], data["count"], data["weights"]["half_life"]) == ("2017-11-12", 2, 400)
    assert [(t["name"], t["state"], t["kinds"]) for t in data["ties"]] == [
        ("Anke Reimers", "strong", ["meeting", "relation"]),
        ("Tomás Arruda", "strong", ["meeting", "introduction", "team"]),
    ]
    data = json.loads(hallway("ties", "Owen", "--json", memory=lived.path).stdout)
    assert [w["kind"] for w in data["ties"][0]["why"]] == ["new", "following", "kinds"]


def test_numbers_remembered_and_reset(lived: Memory) -> None:
    hallway("ties", "--set", "half-life=30", "--remember", memory=lived.path)
    assert "half after 30 days" in hallway("ties", memory=lived.path).stdout
    assert "half after 182 days" in hallway("ties", "--reset", memory=lived.path).stdout


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--set", "cemented"], "--set takes NAME=NUMBER"),
        (["--set", "glue=2"], "no weight is called 'glue'"),
        (["--half-life", "0"], "half_life is a number above 0"),
        (["--at", "someday"], "not an EDTF date"),
    ],
)
def test_what_makes_no_sense(lived: Memory, option: list[str], words: str) -> None:
    result = hallway("ties", *option, memory=lived.path)
    assert result.exit_code == 2
    assert words in result.stderr


def test_nobody(lived: Memory) -> None:
    message = "nobody here is called “Anke Raimers”; did you mean Anke Reimers?"
    assert problem(hallway("ties", "Anke Raimers", memory=lived.path)) == message
    assert problem(hallway("path", "Anke Raimers", memory=lived.path)) == message


def test_a_path(lived: Memory) -> None:
    assert hallway("path", "Farida", memory=lived.path).stdout.splitlines() == [
        "To Farida Benali",
        "  You know each other: dormant, last met 2 October 2014.",
        "",
        "Through Tomás Arruda",
        "  you and Tomás Arruda: strong, last met 2 Oct 2014",
        "  Tomás Arruda and Farida Benali: one introduced the other to you",
        "    “Tomás introduced me to Farida Benali. She wants help with recording in a",
        "     room full of machines.”",
    ]
    data = json.loads(hallway("path", "Farida", "--json", memory=lived.path).stdout)
    assert data["people"][0]["ways"][0]["steps"][0]["kind"] == "introduction"


def test_no_path(lived: Memory) -> None:
    assert hallway("path", "Wilhelmina", memory=lived.path).stdout.splitlines() == [
        "To Wilhelmina Oduya",
        "  Nobody whom you met is known to know them.",
    ]


def test_a_correction_is_no_later_day(lived: Memory) -> None:
    before = hallway("ties", memory=lived.path).stdout.splitlines()[0]
    assert hallway("correct", "Owen Prydderch", "--organization", "Tidewater", memory=lived.path).exit_code == 0
    assert hallway("ties", memory=lived.path).stdout.splitlines()[0] == before
