"""`hallway who`: the story so far, in words."""

import json
from pathlib import Path

import pytest
from build import Draft
from cli import hallway, problem

from hallway import Memory
from hallway.model import MembershipFact, RoleFact, TeamFact, When

ANKE = """\
Anke Reimers
  my podcasting partner
  Hafenfunk (as of 30 May 2016)
  A strong tie.
  First met Lantern Days 2014, Ghent, 2–4 October 2014; 3 encounters.

Lantern Days 2014, Ghent, 2–4 October 2014: met for the first time
  “On the boat I sat next to Anke Reimers, who makes radio features about
   ports.”

Lantern Days 2016, Porto, 26–28 May 2016: cemented
  “More evenings with Anke Reimers, my podcasting partner, who is at Hafenfunk
   now.”

Small Signals 2017, Leeds, 9–11 November 2017: brand new, say its words
  “Anke Reimers was there, brand new to me.”

Does not fit together
  told brand new, but you had met before
    brand new: Small Signals 2017, 9 November 2017
    met before: Lantern Days 2014, 2 October 2014
"""

TOMAS = """\
Tomás Arruda
  A strong tie.

Lantern Days 2014, Ghent, 2–4 October 2014: met for the first time
  “She put together our workshop team: Ruth Adeyemi leads, Tomás Arruda draws,
   and me.”

Not there
  Lantern Days 2016
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
  An acquaintance.
  You knew them from afar: listened to for years

Small Signals 2017, Leeds, 9–11 November 2017: met for the first time
  “I had listened to Owen Prydderch for years before we finally met.”
"""

URSINA = """\
Ursina Caflisch
  An acquaintance.

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


def test_a_guess_is_told_as_one(path: Path) -> None:
    hallway("met", "Anke Reimers", memory=path)
    [heading] = [line for line in hallway("who", "Anke", memory=path).stdout.splitlines() if ": met" in line]
    assert heading.endswith(": met (for the first time?)")
    hallway("met", "--date", "2047-10-04", "Anke Reimers, coffee", memory=path)
    assert "4 October 2047: met again" in hallway("who", "Anke", memory=path).stdout


def test_a_meeting_without_a_date_has_that_of_its_diary(memory: Memory) -> None:
    draft = Draft("Dinner with Petra Malinová.\nDinner with Petra Malinová again.\n", written="2014-10-07")
    draft.met(draft.person("Petra Malinová"), "new")
    memory.keep(draft.reading())
    assert hallway("who", "Petra", memory=memory.path).stdout.splitlines()[3] == (
        "Written 7 October 2014: met for the first time"
    )
    assert hallway("people", memory=memory.path).stdout == "Petra Malinová                ~Oct 2014\n"
    assert json.loads(hallway("people", "--json", memory=memory.path).stdout)[0]["dated"] is False


def test_missed_is_said_once_and_not_as_being_there(memory: Memory) -> None:
    draft = Draft("Lantern Days in Ghent.\nAlas, I missed Esperanza Lindo.\n", written="2014-10-07")
    esperanza, days = draft.person("Esperanza Lindo"), draft.event("Lantern Days")
    draft.add(RoleFact(esperanza, days, None, "missed", draft.sentence("missed")))
    memory.keep(draft.reading())
    assert hallway("who", "Esperanza", memory=memory.path).stdout.splitlines()[3:6] == [
        "Not there",
        "  Lantern Days 2014 (missed)",
        "    “Alas, I missed Esperanza Lindo.”",
    ]
    shown = hallway("event", "Lantern", memory=memory.path).stdout
    assert "\nNot there (1)\n  Esperanza Lindo · missed\n" in shown


def test_markup_is_never_shown_and_always_kept(memory: Memory) -> None:
    draft = Draft(
        'A long talk with <b>Marta Ferr&aacute;ndiz</b>, who **fixes** <a href="x">rooms</a>.', written="2015"
    )
    marta = draft.person("Marta Ferrándiz", "Marta Ferr&aacute;ndiz")
    draft.met(marta, "new")
    memory.keep(draft.reading())
    shown = hallway("who", "Marta", memory=memory.path).stdout
    assert "“A long talk with Marta Ferrándiz, who fixes rooms.”" in shown
    assert "also called" not in shown
    [person] = json.loads(hallway("who", "Marta", "--json", memory=memory.path).stdout)["people"]
    assert (person["names"], person["meetings"][0]["words"][0]["text"]) == ([], draft.text)


def test_years_of_a_team_known_only_roughly(memory: Memory) -> None:
    draft = Draft("Lantern Days.\nMilja Rantanen joined us this year.\n", written="2022-06-15")
    milja, days = draft.person("Milja Rantanen"), draft.event("Lantern Days")
    draft.add(TeamFact("t0", "workshop team", days))
    since = When("2022-01-01/2022-06-15")
    draft.add(MembershipFact("t0", milja, None, since, None, "joined", draft.sentence("joined")))
    memory.keep(draft.reading())
    shown = hallway("who", "Milja", memory=memory.path).stdout
    assert "joined workshop team, since some time between 1 January and 15 June 2022," in shown


def test_what_two_texts_say_of_one_encounter_stands_together(lived: Memory) -> None:
    lived.met("Ursina Caflisch, fleeting, at Small Signals; via Chidi Ashworth", written="2017-11-11")
    lines = hallway("who", "Ursina", memory=lived.path).stdout.splitlines()
    assert lines[3:7] == [
        "Small Signals 2017, Leeds, 9–11 November 2017: met fleetingly, through Chidi",
        "  Ashworth",
        "  “Ursina Caflisch, fleeting, at Small Signals; via Chidi Ashworth”",
        "  “Two minutes in the cloakroom with Ursina Caflisch.”",
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
