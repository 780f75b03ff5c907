"""`hallway series`."""

import json

from cli import hallway, problem

from hallway import Memory


def test_the_story_of_a_series(lived: Memory) -> None:
    lived.years.outcome("Kwame Asante-Boadi", "we publish together", when="2021")
    assert hallway("series", "the 5th Lantern Days", memory=lived.path).stdout.splitlines() == [
        "Lantern Days",
        "  2 editions known, 2014 to 2016; you met 7 there, 7 of them for the first time",
        "",
        "Editions",
        "  Lantern Days 2014 · the 3rd · Ghent · 2–4 October 2014 · 4 met · you: speaker",
        "  Lantern Days 2016 · the 5th · Porto · 26–28 May 2016 · 4 met",
        "    “Lantern Days, the third edition, was held in a gas works.”",
        "    “Lantern Days came to Porto.”",
        "",
        "Organized by",
        "  Marieke Van Hecke · 2014",
        "  Lys Institute · 2014",
        "",
        "workshop team",
        "  original: you, Ruth Adeyemi and Tomás Arruda",
        "  2016: you, Ruth Adeyemi and Yusuf Karaca",
        "",
        "Who came back (1)",
        "  Anke Reimers · 2014 met for the first time, 2016 cemented",
        "",
        "Whom you met there first",
        "  2014: Ruth Adeyemi, Tomás Arruda, Anke Reimers and Farida Benali",
        "  2016: Kwame Asante-Boadi, Ilmar Tamm and Odile Fontanelle",
        "",
        "What came of it (1)",
        "  Kwame Asante-Boadi: we publish together · 2021 · about 5 years from first",
        "      meeting",
    ]


def test_json(lived: Memory) -> None:
    [series] = json.loads(hallway("series", "LD", "--json", memory=lived.path).stdout)["series"]
    assert (series["name"], [e["year"] for e in series["editions"]]) == ("Lantern Days", [2014, 2016])
    assert series["came_back"][0]["editions"][1] == {"event": "Lantern Days 2016", "connection": "cemented"}


def test_no_series(lived: Memory) -> None:
    message = "no event here is known as “Lantern Daze”; did you mean Lantern Days?"
    assert problem(hallway("series", "Lantern Daze", memory=lived.path)) == message
