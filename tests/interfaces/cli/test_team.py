"""`hallway team`, in the terminal and as a picture."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from cli import hallway, problem

from hallway import Memory
from hallway.interfaces.team_svg import team_svg
from hallway.queries.team import Team, Years


def test_a_team_over_the_years(lived: Memory) -> None:
    assert hallway("team", "Lantern Days", memory=lived.path).stdout.splitlines() == [
        "workshop team",
        "",
        "                      2014  2015  2016",
        "you                   ██████",
        "Ruth Adeyemi          ██████",
        "Tomás Arruda          ██████░░░░░░××××××",
        "Yusuf Karaca                      ██████",
        "                      █ a text says so   ░ in between   × left",
        "",
        "The original team (3)",
        "  you · last told of in 2014",
        "  Ruth Adeyemi · lead · last told of in 2014",
        "  Tomás Arruda · until 2016",
        "",
        "The team of 2016 (3)",
        "  you · last told of in 2014",
        "  Ruth Adeyemi · lead · last told of in 2014",
        "  Yusuf Karaca · since 2016",
        "    “Yusuf Karaca joined the workshop team earlier this year, as Tomás Arruda",
        "     has other priorities.”",
        "",
        "Joined",
        "  Yusuf Karaca · since 2016",
        "    “Yusuf Karaca joined the workshop team earlier this year, as Tomás Arruda",
        "     has other priorities.”",
        "",
        "Left",
        "  Tomás Arruda · until 2016",
        "    “Yusuf Karaca joined the workshop team earlier this year, as Tomás Arruda",
        "     has other priorities.”",
    ]


def test_the_original_team_and_that_of_a_day(lived: Memory) -> None:
    original = hallway("team", "the original Lantern Days team", memory=lived.path).stdout.splitlines()
    assert original[0] == "workshop team: the original team"
    assert [line.split(" · ")[0].strip() for line in original[1:]] == ["you", "Ruth Adeyemi", "Tomás Arruda"]
    shown = hallway("team", "Lantern Days", "--at", "2016-02", memory=lived.path).stdout.splitlines()
    assert shown == [
        "workshop team: February 2016",
        "  you",
        "  Ruth Adeyemi · lead",
        "  perhaps also Tomás Arruda, Yusuf Karaca: the texts leave the day open",
    ]
    nobody = hallway("team", "Lantern Days", "--year", "1999", "--json", memory=lived.path)
    assert json.loads(nobody.stdout)["teams"][0]["chosen"] == []


def test_json(lived: Memory) -> None:
    [team] = json.loads(hallway("team", "Lantern Days", "--json", memory=lived.path).stdout)["teams"]
    assert (team["name"], team["years"]) == ("workshop team", [2014, 2016])
    assert team["original"] == [None, "Ruth Adeyemi", "Tomás Arruda"]
    assert team["latest"] == [None, "Ruth Adeyemi", "Yusuf Karaca"]


def test_no_team(lived: Memory) -> None:
    message = "no team here is known as “Small Signals”; `hallway events` lists what may have one"
    assert problem(hallway("team", "Small Signals", memory=lived.path)) == message


def test_a_picture_for_everybody(lived: Memory, tmp_path: Path) -> None:
    file = tmp_path / "team.svg"
    assert hallway("team", "Lantern Days", "--svg", file, memory=lived.path).exit_code == 0
    root = ElementTree.parse(file).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert [e.text for e in root.iter(f"{space}title")] == [
        "workshop team over the years",
        "you, 2014",
        "Ruth Adeyemi, lead, 2014",
        "Tomás Arruda, 2014, left 2016",
        "Yusuf Karaca, 2016, joined 2016",
    ]
    assert (len(list(root.iter(f"{space}rect"))), len(list(root.iter(f"{space}path")))) == (6, 1)
    assert "prefers-color-scheme: dark" in file.read_text(encoding="utf-8")
    assert "http" not in file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")


def test_names_in_a_picture_are_only_text() -> None:
    evil = Years("<script>alert(1)</script>\x00\x1b", {2014}, role="a & b")
    picture = team_svg(Team("<&>", None, (2014,), (evil,)))
    root = ElementTree.fromstring(picture)
    assert [e.tag.rpartition("}")[2] for e in root.iter() if "script" in e.tag] == []
    assert "<script>" not in picture


def test_the_original_team_of_a_memory_needs_no_name(lived: Memory) -> None:
    for words in ("the original team", "this year's team"):
        named = hallway("team", words.replace("team", "Lantern Days team"), memory=lived.path).stdout
        assert hallway("team", words, memory=lived.path).stdout == named
