"""`hallway talks`: by speaker, event, track or words; and what stories and events tell of programmes."""

import json
from pathlib import Path

import pytest
from cli import hallway, problem

from hallway import Memory

PROGRAMME = Path(__file__).parents[2] / "formats" / "samples" / "frab.xml"

ALL = """\
Lantern Days 2016 · 26 May 2016
  Harbour features · Anke Reimers and Kwame Asante-Boadi · 10:30 · 45 min · Sala
      Azul · Radio

Lantern Days 2016 · 27 May 2016
  Night walk · 00:15 · 90 min · Deck
  Lamps from scrap · Kwame Asante-Boadi · 09:00 · 20 min · Sala Azul
"""


@pytest.fixture
def held(memory: Memory) -> Memory:
    memory.files.import_([PROGRAMME])
    return memory


@pytest.mark.parametrize("words", ["", "Lantern Days", "lantern 2016"])
def test_talks_of_an_event_in_their_order(held: Memory, words: str) -> None:
    assert hallway("talks", *words.split(), memory=held.path).stdout == ALL


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("Kwame", ["Harbour features", "Lamps from scrap"]),
        ("asante boadi", ["Harbour features", "Lamps from scrap"]),
        ("radio", ["Harbour features"]),
        ("Deck", ["Night walk"]),
        ("lamps azul", ["Lamps from scrap"]),
        ("soldering", ["Lamps from scrap"]),
        ("foghorns", ["Harbour features"]),
    ],
)
def test_talks_by_anything_they_are_known_by(held: Memory, words: str, titles: list[str]) -> None:
    assert [t.title for t in held.programmes.talks(words)] == titles


def test_json_and_limit(held: Memory) -> None:
    data = json.loads(hallway("talks", "--json", "--limit", "1", memory=held.path).stdout)
    assert (data["found"], len(data["talks"])) == (3, 1)
    assert data["talks"][0]["people"] == ["Anke Reimers", "Kwame Asante-Boadi"]
    assert hallway("talks", "--limit", "1", memory=held.path).stdout.splitlines()[-1] == (
        "2 more: say more words, or --limit 3."
    )


def test_none(held: Memory) -> None:
    said = "no talk here has “zither”; `hallway recall` finds what is said in other words"
    assert problem(hallway("talks", "zither", memory=held.path)) == said


def test_a_story_has_talks_and_no_meeting(held: Memory) -> None:
    lines = hallway("who", "Kwame", memory=held.path).stdout.splitlines()
    assert lines == [
        "Kwame Asante-Boadi",
        "  You have not met.",
        "",
        "Talks",
        "  Harbour features · Lantern Days 2016, 26 May 2016 · with Anke Reimers",
        "  Lamps from scrap · Lantern Days 2016, 27 May 2016",
    ]


def test_an_event_counts_its_programme_and_lists_whom_one_met(held: Memory) -> None:
    held.met("Anke Reimers, new, at Lantern Days 2016", written="2016-05-26")
    lines = hallway("event", "Lantern Days", memory=held.path).stdout.splitlines()
    assert "  3 talks by 2 people: hallway talks Lantern Days 2016" in lines
    assert [line for line in lines if line.startswith(("Brand new", "There too"))] == ["Brand new (1)"]
    [story] = held.who("Anke")
    assert (len(story.meetings), len(story.talks)) == (1, 1)


def test_who_speaks_about_it_is_recalled(held: Memory) -> None:
    found = held.recall("somebody who knows how to record foghorns in ports")
    assert found.people[0].person.name in ("Anke Reimers", "Kwame Asante-Boadi")
