"""`hallway contradictions`, and where they are shown beside."""

import json

from cli import hallway

from hallway import Memory

SIDES = [
    "brand new: Small Signals 2017, 9 November 2017",
    "  “Anke Reimers was there, brand new to me.”",
    "met before: Lantern Days 2014, 2 October 2014",
    "  “On the boat I sat next to Anke Reimers, who makes radio features about",
    "   ports.”",
]


def test_both_sides_in_their_words(lived: Memory) -> None:
    assert hallway("contradictions", memory=lived.path).stdout.splitlines() == [
        "1 thing does not fit together; both sides may be right.",
        "",
        "Anke Reimers: told brand new, but you had met before",
        *(f"  {line}" for line in SIDES),
    ]


def test_in_the_story_of_the_person(lived: Memory) -> None:
    lines = hallway("who", "Anke Reimers", memory=lived.path).stdout.splitlines()
    at = lines.index("Does not fit together")
    assert lines[at + 1 :] == [
        "  told brand new, but you had met before",
        "    brand new: Small Signals 2017, 9 November 2017",
        "    met before: Lantern Days 2014, 2 October 2014",
    ]


def test_json(lived: Memory) -> None:
    [one] = json.loads(hallway("contradictions", "--json", memory=lived.path).stdout)
    assert (one["kind"], one["about"], one["that"]["date"]) == ("new", "Anke Reimers", "2014-10-02")


def test_none(memory: Memory) -> None:
    memory.met("Petra Malinová, new, at Small Signals", written="2017-11-10")
    assert hallway("contradictions", memory=memory.path).stdout == "Nothing here contradicts itself.\n"
