"""`hallway read`: shows, asks, keeps once."""

import json
from dataclasses import replace
from pathlib import Path

import life
import pytest
from build import Canned
from cli import hallway

from hallway.model import Connection, Guess
from hallway.reading import local


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    reader = Canned(life.ghent(), life.porto(), life.leeds())
    monkeypatch.setattr(local, "LocalReader", lambda progress=None: reader)
    for name, text in (("ghent", life.GHENT), ("porto", life.PORTO), ("leeds", life.LEEDS)):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path / "ghent.txt"


SHOWN = """\
ghent.txt, by Ida Holm, written 7 October 2014

Events
  Lantern Days 2014
    the 3rd Lantern Days · Ghent · 2–4 October 2014
    organized by Marieke Van Hecke and Lys Institute
    you: speaker
    workshop team: Ruth Adeyemi (lead), Tomás Arruda and you

Brand new (4)
  Ruth Adeyemi, Tomás Arruda
      “She put together our workshop team: Ruth Adeyemi leads, Tomás Arruda
       draws, and me.”
  Anke Reimers
      “On the boat I sat next to Anke Reimers, who makes radio features about
       ports.”
  Farida Benali · through Tomás Arruda · needs: help with recording in a room
      full of machines
      “Tomás introduced me to Farida Benali. She wants help with recording in a
       room full of machines.”

Mentioned, not met (2)
  Marieke Van Hecke (organizer), Wilhelmina Oduya

"""


def test_what_is_shown(diary: Path, path: Path) -> None:
    result = hallway("read", "--dry-run", diary, memory=path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, SHOWN, "")
    assert not path.exists()


def test_nobody_to_ask_keeps_nothing(diary: Path, path: Path) -> None:
    result = hallway("read", diary, memory=path)
    assert (result.exit_code, result.stdout) == (0, SHOWN)
    assert result.stderr == "hallway: nothing was kept, as nobody is here to ask: add --yes to keep it\n"
    assert not path.exists()


def test_yes_keeps_and_twice_adds_nothing(diary: Path, path: Path) -> None:
    first = hallway("read", "--yes", diary, memory=path)
    assert first.stdout == f"{SHOWN}Kept: 6 new people, 4 encounters. In {path}; `hallway undo` takes it back.\n"
    again = hallway("read", "--yes", diary, memory=path)
    assert again.stdout.splitlines()[-1] == "Kept already: nothing to add."
    assert hallway("log", memory=path).stdout.count("read") == 1


@pytest.mark.parametrize(
    ("answers", "kept"),
    [("\n\n\n", 3), ("n\ny\nn\n", 1), ("a\n", 3), ("n\na\n", 2), ("what?\ny\nn\nno\n", 1), ("n\nn\nn\n", 0)],
)
def test_asking(diary: Path, path: Path, monkeypatch: pytest.MonkeyPatch, answers: str, kept: int) -> None:
    monkeypatch.setattr("hallway.interfaces.cli.read.somebody_there", lambda: True)
    files = [diary.with_name(f"{n}.txt") for n in ("ghent", "porto", "leeds")]
    result = hallway("read", *files, memory=path, stdin=answers)
    assert result.exit_code == 0
    assert result.stdout.count("Kept: ") == kept


@pytest.mark.parametrize(
    ("answers", "people", "encounters"),
    [("\n\n", 6, 4), ("c\n\n", 6, 4), ("m\n\n", 6, 3), ("x\n\n", 5, 3), ("why\nr\n\n", 6, 4), ("s\n\n", 6, 4)],
)
def test_the_unsure_ones_are_asked_about(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, answers: str, people: int, encounters: int
) -> None:
    reading = life.ghent()
    ref = next(ref for ref, name in reading.names().items() if name == "Farida Benali")
    guess = Guess(ref, 0.4, (Connection.NEW, Connection.CEMENTED))
    monkeypatch.setattr(local, "LocalReader", lambda progress=None: Canned(replace(reading, guesses=(guess,))))
    monkeypatch.setattr("hallway.interfaces.cli.read.somebody_there", lambda: True)
    (tmp_path / "ghent.txt").write_text(life.GHENT)
    result = hallway("read", tmp_path / "ghent.txt", memory=path, stdin=answers)
    assert "Not sure of 1 person." in result.stdout
    assert "  Farida Benali · brand new?\n" in result.stdout
    assert f"Kept: {people} new people, {encounters} encounters." in result.stdout


def test_what_the_memory_knows_and_what_it_contradicts(diary: Path, path: Path) -> None:
    files = [diary.with_name(f"{n}.txt") for n in ("ghent", "porto", "leeds")]
    shown = hallway("read", "--yes", *files, memory=path).stdout
    assert "      you know them: Lantern Days 2014 and Lantern Days 2016\n" in shown
    assert "      the text calls this brand new, but you met before: Lantern Days 2014\n" in shown
    assert "  Owen Prydderch · you knew them from afar: listened to for years\n" in shown
    assert "  Yusuf Karaca\n\nNot there (1)\n  Tomás Arruda (you know them)\n" in shown


def test_a_kept_text_is_no_news_to_itself(diary: Path, path: Path) -> None:
    files = [diary, diary.with_name("leeds.txt")]
    hallway("read", "--yes", *files, memory=path)
    again = hallway("read", diary, memory=path)
    assert "you met before" not in again.stdout
    assert "you know them: Small Signals 2017" in again.stdout
    assert "Lantern Days 2014\n    the 3rd" in again.stdout
    assert again.stdout.count("you know them") == 1
    assert (again.stdout.splitlines()[-1], again.stderr) == ("Kept already: nothing to add.", "")


def test_a_folder(diary: Path, path: Path) -> None:
    result = hallway("read", diary.parent, memory=path)
    named = diary.parent / "*.txt"
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"hallway: {diary.parent} is a folder: name the files in it, such as {named}\n"


def test_dry_run_wins_over_yes(diary: Path, path: Path) -> None:
    hallway("read", "--yes", "--dry-run", diary, memory=path)
    hallway("read", "--yes", "--dry-run", "--json", diary, memory=path)
    assert not path.exists()


def test_json_is_nothing_but_the_reading(diary: Path, path: Path) -> None:
    result = hallway("read", "--dry-run", "--json", diary, memory=path)
    assert (json.loads(result.stdout), result.stderr) == (life.ghent().as_dict(), "")
    assert not path.exists()


def test_json_of_several_is_a_list_with_the_failures_in_place(diary: Path, path: Path) -> None:
    missing = diary.with_name("missing.txt")
    result = hallway("read", "--dry-run", "--json", diary, missing, diary.with_name("leeds.txt"), memory=path)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        life.ghent().as_dict(),
        {"source": str(missing), "error": f"{missing}: No such file or directory"},
        life.leeds().as_dict(),
    ]


def test_json_with_yes_says_what_was_kept(diary: Path, path: Path) -> None:
    result = hallway("read", "--yes", "--json", diary, memory=path)
    assert json.loads(result.stdout)["kept"] == {
        "source": "ghent.txt", "already": False, "people": 6, "recognised": 0, "encounters": 4, "facts": 18,
    }  # fmt: skip


def test_standard_input_and_a_date(diary: Path, path: Path) -> None:
    result = hallway("read", "--dry-run", "--json", "--date", "2019-21", "-", memory=path, stdin="Nothing known.")
    data = json.loads(result.stdout)
    assert (data["source"], data["written"]) == ("standard input", "2019-21")


def test_a_date_that_is_none(diary: Path, path: Path) -> None:
    result = hallway("read", "--date", "last spring", diary, memory=path)
    assert result.exit_code == 2
    assert "'last spring' is not an EDTF date (such as 2007, 2007-10, 2007-10-04, 2007-21)" in result.stderr
