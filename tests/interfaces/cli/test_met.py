"""`hallway met`: a line in, a line back."""

import json
from pathlib import Path

from cli import hallway

from hallway import Memory


def test_a_line_is_kept_at_once_and_said_back(path: Path) -> None:
    result = hallway("met", "Petra Malinová, new, at Small Signals; via Marta Szulc", memory=path)
    assert (result.exit_code, result.stderr) == (0, "")
    [line] = result.stdout.splitlines()
    assert line.startswith("Petra Malinová: new, at Small Signals")
    assert line.endswith(f"[kept in {path}]")
    with Memory(path) as memory:
        [story] = memory.who("Petra")
        [meeting] = story.meetings
        assert (meeting.kind, meeting.via) == ("new", "Marta Szulc")


def test_words_need_no_quotes(path: Path) -> None:
    hallway("met", "Petra", "Malinová,", "new", memory=path)
    assert hallway("people", memory=path).stdout.startswith("Petra Malinová")


def test_a_guess_ends_in_a_question_mark_alone(path: Path) -> None:
    assert hallway("met", "Anke Reimers", memory=path).stdout == f"Anke Reimers: new?  [kept in {path}]\n"


def test_one_occasion_is_one_meeting(path: Path) -> None:
    hallway("met", "Ana Silva, walk on the mole, at Lantern Days", memory=path)
    with Memory(path) as memory:
        [story] = memory.who("Ana")
        assert [m.event.name for m in story.meetings if m.event] == ["Lantern Days"]
        assert (len(story.meetings), story.person.times) == (1, 1)


def test_the_same_line_on_the_same_day_is_one_note_and_on_another_day_another(path: Path) -> None:
    said = [
        hallway("met", "--date", day, "coffee with Petra Malinová", memory=path).stdout
        for day in ("2017-11-09", "2017-11-09", "2017-11-10")
    ]
    assert ["[kept already in" in line for line in said] == [False, True, False]
    with Memory(path) as memory:
        [story] = memory.who("Petra")
        assert [m.day for m in story.meetings] == ["2017-11-09", "2017-11-10"]


def test_a_note_a_line_from_standard_input(path: Path) -> None:
    result = hallway("met", "-", memory=path, stdin="Petra Malinová, new\n\n!!!\nIlmar Tamm, new\n")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert len(result.stderr.splitlines()) == 2
    assert result.stderr.splitlines()[1] == "hallway: 1 of 3 notes not kept"
    assert hallway("people", memory=path).stdout.count("\n") == 2


def test_json(path: Path) -> None:
    data = json.loads(hallway("met", "--json", "Petra Malinová, new", memory=path).stdout)
    assert list(data) == ["note", "understood", "reading", "kept", "followed"]
    assert (data["kept"]["people"], data["reading"]["people"][0]["name"]) == (1, "Petra Malinová")
