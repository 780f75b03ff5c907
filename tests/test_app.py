"""The Python door is the same door."""

from datetime import date
from pathlib import Path

import life
import pytest
from build import Canned

import hallway
from hallway import Memory
from hallway.app import as_when, default_path
from hallway.model import When
from hallway.reading.protocol import UnreadableText


def test_the_readme_way(memory: Memory, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text(life.GHENT)
    reading = memory.read(tmp_path / "diary.txt")
    assert (reading.source.name, reading.as_dict()["people"]) == ("diary.txt", life.ghent().as_dict()["people"])
    [kept] = memory.keep(reading)
    assert (kept.people, kept.encounters, kept.already) == (6, 4, False)
    assert [s.person.name for s in memory.who("Farida")] == ["Farida Benali"]
    assert [g.event.title for g in memory.event("Ghent")] == ["Lantern Days 2014"]
    assert memory.recall("radio about ports", limit=1).people[0].name == "Anke Reimers"
    assert memory.undo() is not None
    assert memory.people() == []


def test_a_string_is_a_text_and_a_path_a_file(memory: Memory) -> None:
    assert memory.read(life.LEEDS, name="x").facts
    with pytest.raises(FileNotFoundError):
        memory.read(Path(life.LEEDS[:20]))
    with pytest.raises(UnreadableText):
        memory.read("\udcff")


@pytest.mark.parametrize("day", [When("2007-10"), "2007-10", date(2007, 10, 1), None])
def test_days_in_any_form(day: When | str | date | None) -> None:
    assert str(as_when(day))[:7] in ("2007-10", "None")


def test_several_readings_are_kept_and_undone_as_one(memory: Memory) -> None:
    memory.keep(life.ghent(), life.porto())
    memory.undo()
    assert memory.log()[0].undone_at
    assert memory.events() == []


def test_keeping_nothing_does_nothing(memory: Memory) -> None:
    assert memory.keep() == []
    assert memory.log() == []


def test_reading_touches_no_memory(path: Path) -> None:
    Memory(path, reader=Canned()).read("Dear diary")
    assert not path.exists()


def test_a_closed_memory_opens_again(lived: Memory) -> None:
    lived.close()
    assert len(lived.events()) == 3


def test_nothing_but_the_door_is_in_the_package() -> None:
    assert hallway.__all__ == ["Memory", "__version__"]
    with pytest.raises(AttributeError):
        hallway.memory  # noqa: B018


def test_the_default_place_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path().name == "people.db"
