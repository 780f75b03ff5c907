"""`hallway recall`: people with reasons, or plainly nobody."""

import json

import pytest
from cli import hallway

from hallway import Memory
from hallway.interfaces.cli.show_recalled import recalled_lines
from hallway.queries.recall import Because, Match, Recalled

BECAUSE = Because("Anke makes radio features about ports.", "ghent.txt", 0, 38, "2014-10-02", "Lantern Days")


def shown(*people: Match) -> list[str]:
    return list(recalled_lines(Recalled("radio", [], list(people))))


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.style", lambda text, **_: text)


def test_a_person_with_the_reason() -> None:
    assert shown(Match(1, "Anke Reimers", 0.9, True, [BECAUSE])) == [
        "Anke Reimers",
        "  “Anke makes radio features about ports.”",
        "    Lantern Days 2014, 2 October 2014, ghent.txt",
    ]


def test_not_sure_says_so() -> None:
    lines = shown(Match(1, "Anke Reimers", 0.2, False, [BECAUSE]))
    assert lines[:2] == ["Nobody here fits for certain. Nearest:", "Anke Reimers"]


def test_the_sure_come_before_the_rest() -> None:
    lines = shown(Match(1, "Anke", 0.9, True), Match(2, "Wim", 0.2, False))
    assert lines == ["Anke", "", "Perhaps also:", "Wim"]


def test_one_sentence_for_several_people_is_shown_once() -> None:
    other = Because("Wim carries the bench.", "ghent.txt", 40, 62, "2014-10-02/2014-10-04", "Lantern Days")
    lines = shown(Match(1, "Anke", 0.9, True, [BECAUSE]), Match(2, "Wim", 0.8, True, [BECAUSE, other]))
    assert lines == [
        "Anke and Wim",
        "  “Anke makes radio features about ports.”",
        "    Lantern Days 2014, 2 October 2014, ghent.txt",
        "Wim",
        "  “Wim carries the bench.”",
        "    Lantern Days 2014, some time from 2 to 4 October 2014, ghent.txt",
    ]


def test_at_most_two_come_nearest() -> None:
    lines = shown(*(Match(i, name, 0.2, False) for i, name in enumerate(["Anke", "Wim", "Petra"])))
    assert lines == ["Nobody here fits for certain. Nearest:", "Anke", "Wim"]


def test_an_answer_is_its_people() -> None:
    answer = Recalled("radio", [], [Match(7, "Anke", 0.9, True, [BECAUSE])])
    assert [(who.person.id, who.person.name, who.because) for who in answer] == [(7, "Anke", [BECAUSE])]


def test_nobody() -> None:
    assert shown() == ["Nobody here fits."]


def test_the_whole_way(lived: Memory) -> None:
    data = json.loads(
        hallway("recall", "who", "makes", "radio", "about", "ports", "--json", "--limit", "2", memory=lived.path).stdout
    )
    assert list(data) == ["query", "understood", "people"]
    assert data["query"] == "who makes radio about ports"
    assert len(data["people"]) <= 2
    assert data["people"][0]["name"] == "Anke Reimers"
    [because, *_] = data["people"][0]["because"]
    assert list(because) == ["text", "source", "start", "end", "date", "event"]


def test_a_memory_without_anybody(memory: Memory) -> None:
    memory.store  # noqa: B018
    assert hallway("recall", "anybody", memory=memory.path).stdout == "Nobody here fits.\n"
