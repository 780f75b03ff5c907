"""`hallway event`: found by anything it is known by; shown with its people."""

import json

import pytest
from cli import hallway, problem

from hallway import Memory

LEEDS = """\
Small Signals 2017
  the 2nd Small Signals · Leeds · 9–11 November 2017
  organized by Chidi Ashworth
  “Small Signals in Leeds, organized by Chidi Ashworth.”

Brand new (2)
  Owen Prydderch
      “I had listened to Owen Prydderch for years before we finally met.”
  Anke Reimers
      “Anke Reimers was there, brand new to me.”

Fleeting (1)
  Ursina Caflisch
      “Two minutes in the cloakroom with Ursina Caflisch.”

What came of it (1)
  Ursina Caflisch: became a client · about 6 months from first meeting
"""


@pytest.mark.parametrize(
    "words", ["Small Signals", "signals", "SS", "the Chidi event", "Ashworth", "Leeds", "2017", "signals 2017"]
)
def test_an_event_is_found_by_anything_it_is_known_by(lived: Memory, words: str) -> None:
    result = hallway("event", words, memory=lived.path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, LEEDS, "")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Lantern Days", ["2014", "2016"]),
        ("lantern", ["2014", "2016"]),
        ("LD", ["2014", "2016"]),
        ("Lantern Days 2016", ["2016"]),
        ("Lantern Days Ghent", ["2014"]),
        ("the Lys event", ["2014"]),
        ("Lantern Days 5", ["2016"]),
    ],
)
def test_editions(lived: Memory, words: str, years: list[str]) -> None:
    assert [g.event.year for g in lived.event(words)] == years


def test_several_editions_are_listed_by_year_and_shown(lived: Memory) -> None:
    lines = hallway("event", "Lantern Days", memory=lived.path).stdout.splitlines()
    assert lines[:3] == [
        "Lantern Days 2014 · Ghent · 2–4 October 2014 · 4 met",
        "Lantern Days 2016 · Porto · 26–28 May 2016 · 4 met",
        "",
    ]
    assert [line for line in lines[3:] if line.startswith("Lantern")] == ["Lantern Days 2014", "Lantern Days 2016"]
    team = lines.index("  workshop team: joined: Yusuf Karaca (since 2016); left: Tomás Arruda (until")
    assert lines[team + 1] == "    2016)"
    assert "  you: speaker" in lines
    assert "  Farida Benali · through Tomás Arruda" in lines


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Lantern Daze", "no event here is known as “Lantern Daze”; did you mean Lantern Days?"),
        ("Zürich", "no event here is known as “Zürich”; `hallway events` lists those that are"),
    ],
)
def test_no_event(lived: Memory, words: str, message: str) -> None:
    assert problem(hallway("event", words, memory=lived.path)) == message


def test_one_event_is_one_meeting_whatever_two_texts_say(lived: Memory) -> None:
    lived.met("Ursina Caflisch, at Small Signals; via Chidi Ashworth", written="2017-11-11")
    lines = hallway("event", "Small Signals", memory=lived.path).stdout.splitlines()
    fleeting = lines.index("Fleeting (1)") + 1
    assert lines[fleeting : fleeting + 3] == [
        "  Ursina Caflisch · through Chidi Ashworth",
        "      “Two minutes in the cloakroom with Ursina Caflisch.”",
        "      “Ursina Caflisch, at Small Signals; via Chidi Ashworth”",
    ]
    [story] = lived.who("Ursina")
    assert [(m.kind, m.via) for m in story.meetings] == [("fleeting", "Chidi Ashworth")]
    assert (story.person.times, len(story.meetings)) == (1, 1)


def test_json(lived: Memory) -> None:
    data = json.loads(hallway("event", "Porto", "--json", memory=lived.path).stdout)
    [event] = data["events"]
    assert (event["series"], event["edition"], event["year"], event["place"]) == ("Lantern Days", 5, 2016, "Porto")
    assert event["team"]["members"] == [
        {"person": "Yusuf Karaca", "role": None, "since": "2016", "until": None, "change": "joined"},
        {"person": "Tomás Arruda", "role": None, "since": None, "until": "2016", "change": "left"},
    ]
    assert [(p["name"], p["connection"], p["status"]) for p in event["people"]][-1] == (
        "Tomás Arruda",
        "none",
        "absent",
    )
