"""`hallway outcome` and `hallway outcomes`."""

import json

import pytest
from cli import hallway, problem

from hallway import Memory
from hallway.interfaces.cli.show_outcomes import lag
from hallway.model.lag import Lag


def test_noted_shown_and_undone(lived: Memory) -> None:
    result = hallway("outcome", "Owen Prydderch", "became", "a client", "--date", "2018-05", memory=lived.path)
    assert result.stdout.splitlines() == [
        "Noted; `hallway undo` takes it back.",
        "",
        "Owen Prydderch: became a client, May 2018",
        "  about 6 months from the encounter",
        "    met for the first time: Small Signals 2017, 9–11 November 2017",
        "      “I had listened to Owen Prydderch for years before we finally met.”",
    ]
    again = hallway("outcome", "Owen", "became a client", "--date", "2018-05", memory=lived.path)
    assert again.stdout.startswith("This was noted today already.")
    hallway("undo", memory=lived.path)
    assert hallway("outcomes", "Owen", memory=lived.path).stdout == (
        "Nothing is known to have come of Owen yet. You never know.\n"
    )


def test_what_came_of_an_event(lived: Memory) -> None:
    assert hallway("outcomes", "Small", "Signals", memory=lived.path).stdout.splitlines() == [
        "Ursina Caflisch: became a client",
        "  about 6 months from the encounter; the text says “six months”",
        "    “Ursina became a client six months later.”",
        "    met fleetingly: Small Signals 2017, 9–11 November 2017",
        "      “Two minutes in the cloakroom with Ursina Caflisch.”",
        "",
        "How long it took, by kind of encounter",
        "  met fleetingly                              1×  about 6 months",
        "",
        "How long it took, by event",
        "  Small Signals 2017                          1×  about 6 months",
    ]


def test_json(lived: Memory) -> None:
    data = json.loads(hallway("outcomes", "--json", memory=lived.path).stdout)
    [one] = data["outcomes"]
    assert (one["person"], one["lag_said"], one["lag_from_first"]) == (
        "Ursina Caflisch",
        "six months",
        {"least_days": 167, "most_days": 198},
    )
    assert data["medians"]["kind"] == [
        {"of": "fleeting", "outcomes": 1, "median": {"least_days": 167, "most_days": 198}}
    ]
    data = json.loads(hallway("outcome", "Ursina", "sent cheese", "--json", memory=lived.path).stdout)
    assert data["kept"]["facts"] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["outcome", "Raimers", "hired me"], "nobody here is called “Raimers”; did you mean Anke Reimers?"),
        (
            ["outcome", "a", "hired me"],
            "“a” may be Anke Reimers, Kwame Asante-Boadi, Ruth Adeyemi, Tomás Arruda or Chidi Ashworth: name one of them in full;"
            " nothing was kept",
        ),
        (
            ["outcomes", "Zürich"],
            "nobody here and no event is called “Zürich”; `hallway people` and `hallway events` list those that are",
        ),
    ],
)
def test_nobody_or_too_many(lived: Memory, arguments: list[str], message: str) -> None:
    assert problem(hallway(*arguments, memory=lived.path)) == message


@pytest.mark.parametrize(
    ("took", "words"),
    [
        (Lag(0, 0), "the same day"),
        (Lag(0, 20), "within 3 weeks"),
        (Lag(180, 200), "about 6 months"),
        (Lag(70, 150), "2 to 5 months"),
        (Lag(30, 900), "4 weeks to 2 years"),
        (Lag(400, None), "at least 13 months"),
        (Lag(0, None), "nobody knows how long"),
        (Lag(1, 1), "about 1 day"),
    ],
)
def test_a_lag_in_words(took: Lag, words: str) -> None:
    assert lag(took) == words
