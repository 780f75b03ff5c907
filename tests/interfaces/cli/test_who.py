"""`hallway who`: the story so far, in words."""

import json
from pathlib import Path

import pytest
from cli import hallway, problem

from hallway import Memory

ANKE = """\
Anke Reimers
  my podcasting partner
  Hafenfunk (as of 30 May 2016)
  First met Lantern Days 2014, Ghent, 2–4 October 2014; 3 encounters.

Lantern Days 2014, Ghent, 2–4 October 2014: met for the first time
  “On the boat I sat next to Anke Reimers, who makes radio features about
   ports.”

Lantern Days 2016, Porto, 26–28 May 2016: cemented
  “More evenings with Anke Reimers, my podcasting partner, who is at Hafenfunk
   now.”

Small Signals 2017, Leeds, 9–11 November 2017: brand new, say its words
  “Anke Reimers was there, brand new to me.”
"""

TOMAS = """\
Tomás Arruda

Lantern Days 2014, Ghent, 2–4 October 2014: met for the first time
  “She put together our workshop team: Ruth Adeyemi leads, Tomás Arruda draws,
   and me.”

There too
  absent, Lantern Days 2016
    “Yusuf Karaca joined the workshop team earlier this year, as Tomás Arruda
     has other priorities.”

In teams
  in workshop team, Lantern Days 2014
  left workshop team, until 2016, Lantern Days 2016

Introduced you to
  Farida Benali, Lantern Days 2014
    “Tomás introduced me to Farida Benali. She wants help with recording in a
     room full of machines.”
"""

OWEN = """\
Owen Prydderch
  You knew them from afar: listened to for years

Small Signals 2017, Leeds, 9–11 November 2017: met for the first time
  “I had listened to Owen Prydderch for years before we finally met.”
"""

URSINA = """\
Ursina Caflisch

Small Signals 2017, Leeds, 9–11 November 2017: met fleetingly
  “Two minutes in the cloakroom with Ursina Caflisch.”

What came of it
  became a client (six months)
    “Ursina became a client six months later.”
"""

WILHELMINA = """\
Wilhelmina Oduya
  You have not met.

Also mentioned
  “I heard Wilhelmina Oduya from row twenty-two.”
    ghent.txt, 7 October 2014
"""


@pytest.mark.parametrize(
    ("name", "told"),
    [("Anke Reimers", ANKE), ("tomas", TOMAS), ("prydd", OWEN), ("CAFLISCH", URSINA), ("Wilhelmina", WILHELMINA)],
)
def test_a_story(lived: Memory, name: str, told: str) -> None:
    result = hallway("who", name, memory=lived.path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, told, "")


def test_several_people_by_one_name(lived: Memory) -> None:
    lived.met("Ruth Sommer, new, at Tidewater Forum", written="2018-06-02")
    lines = hallway("who", "ruth", memory=lived.path).stdout.splitlines()
    assert lines[:4] == [
        "2 people here go by “ruth”:",
        "  Ruth Sommer · met for the first time, Tidewater Forum 2018",
        "  Ruth Adeyemi · met for the first time, Lantern Days 2014",
        "",
    ]
    assert [line for line in lines[4:] if line.startswith("Ruth")] == ["Ruth Sommer", "Ruth Adeyemi"]


def test_what_two_texts_say_of_one_encounter_stands_together(lived: Memory) -> None:
    lived.met("Ursina Caflisch, fleeting, at Small Signals; via Chidi Ashworth", written="2017-11-11")
    lines = hallway("who", "Ursina", memory=lived.path).stdout.splitlines()
    assert lines[2:6] == [
        "Small Signals 2017, Leeds, 9–11 November 2017: met fleetingly, through Chidi",
        "  Ashworth",
        "  “Two minutes in the cloakroom with Ursina Caflisch.”",
        "  “Ursina Caflisch, fleeting, at Small Signals; via Chidi Ashworth”",
    ]


def test_a_full_name_means_only_its_bearer(lived: Memory) -> None:
    lived.met("Jan Reimers, new", written="2018-06-02")
    assert len(lived.who("Anke Reimers")) == 1
    assert len(lived.who("Reimers")) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Ancke Reimers", "nobody here is called “Ancke Reimers”; did you mean Anke Reimers?"),
        ("Fontanele", "nobody here is called “Fontanele”; did you mean Odile Fontanelle?"),
        ("zzz", "nobody here is called “zzz”; `hallway people` lists those who are"),
        ("...", "nobody here is called “...”; `hallway people` lists those who are"),
    ],
)
def test_nobody(lived: Memory, name: str, message: str) -> None:
    assert problem(hallway("who", name, memory=lived.path)) == message


def test_json(lived: Memory) -> None:
    data = json.loads(hallway("who", "anke", "--json", memory=lived.path).stdout)
    assert data["query"] == "anke"
    [anke] = data["people"]
    assert [(m["kind"], m["event"], m["date"]) for m in anke["meetings"]] == [
        ("new", "Lantern Days 2014", "2014-10-02"),
        ("cemented", "Lantern Days 2016", "2016-05-26"),
        ("new", "Small Signals 2017", "2017-11-09"),
    ]
    assert anke["meetings"][2]["words"][0]["text"] == "Anke Reimers was there, brand new to me."


def test_json_of_nobody_is_an_empty_list_and_a_failure(lived: Memory) -> None:
    result = hallway("who", "zzz", "--json", memory=lived.path)
    assert (result.exit_code, json.loads(result.stdout)) == (1, {"query": "zzz", "people": []})


def test_narrow_terminals(lived: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: __import__("os").terminal_size((50, 24)))
    lines = hallway("who", "tomás", memory=lived.path).stdout.splitlines()
    assert max(map(len, lines)) <= 50


def test_every_line_fits(lived: Memory, path: Path) -> None:
    for command in (["who", "a"], ["event", "Lantern"], ["people"], ["events"], ["log"]):
        assert max(map(len, hallway(*command, memory=path).stdout.splitlines())) <= 80
