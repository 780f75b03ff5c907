"""`hallway export`: what it writes, says and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli import hallway, problem

from hallway import Memory


@pytest.fixture
def made(lived: Memory) -> Path:
    lived.close()
    return lived.path


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("all.vcf", "vCard 4.0"),
        ("ALL.CSV", "CSV"),
        ("all.ics", "iCalendar"),
        ("all.opml", "OPML"),
        ("all.graphml", "GraphML"),
        ("all.html", "web page"),
        ("notes", "Markdown vault"),
        ("notes.md.zip", "Markdown vault"),
    ],
)
def test_the_ending_says_the_format(name: str, title: str, made: Path, tmp_path: Path) -> None:
    done = hallway("export", tmp_path / name, memory=made)
    assert done.stdout == f"{tmp_path / name}: {title}: 13 people, 3 events.\n"
    assert (tmp_path / name).exists()


def test_a_selection_says_whom(made: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.hallway"
    done = hallway("export", file, "--event", "Porto", memory=made)
    assert done.stdout.startswith(f"{file}: Lantern Days 2016, in ")
    told = hallway("export", tmp_path / "a.csv", "--since", "2016-06", "--json", memory=made)
    assert json.loads(told.stdout) == {
        "file": str(tmp_path / "a.csv"), "format": "csv", "selected": "since 2016-06", "people": 4, "events": 1,
    }  # fmt: skip


def test_what_it_refuses(made: Path, tmp_path: Path) -> None:
    before = hallway("people", "--json", memory=made).stdout
    assert "say one with --as: archive, csv, graphml, " in problem(hallway("export", tmp_path / "a.xyz", memory=made))
    assert "there is no format “tsv”" in problem(hallway("export", tmp_path / "a", "--as", "tsv", memory=made))
    assert problem(hallway("export", made, "--as", "csv", memory=made)).endswith(
        "is the memory itself: name another file; nothing was written"
    )
    assert problem(hallway("export", tmp_path / "a.csv", "--event", "Nowhere", memory=made)).startswith("no event here")
    assert problem(hallway("export", tmp_path / "no" / "a.csv", memory=made)).endswith("No such file or directory")
    assert hallway("people", "--json", memory=made).stdout == before
    assert [p.name for p in tmp_path.iterdir()] == [made.name]


def test_a_folder_with_notes_is_never_written_over(made: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert hallway("export", tmp_path / "notes", memory=made).exit_code == 0
    (tmp_path / "notes" / "Hallway.md").write_text("mine", encoding="utf-8")
    assert problem(hallway("export", tmp_path / "notes", memory=made)).endswith("is there already: name a new folder")
    assert (tmp_path / "notes" / "Hallway.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "notes").stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "notes").rglob("*.md")} == {0o600}


def test_what_was_written_is_named_when_somebody_is_forgotten(made: Path, tmp_path: Path) -> None:
    hallway("export", tmp_path / "all.vcf", memory=made)
    hallway("export", tmp_path / "ida.csv", "--about", "Owen Prydderch", memory=made)
    gone = hallway("forget", "Ursina Caflisch", "--yes", memory=made)
    assert [line for line in gone.stdout.splitlines() if line.startswith("Still in")] == [
        line for line in gone.stdout.splitlines() if str(tmp_path / "all.vcf") in line
    ]
    assert len([line for line in gone.stdout.splitlines() if line.startswith("Still in")]) == 1


@pytest.mark.parametrize("name", ["all.vcf", "all.csv", "all.html", "notes", "notes.md.zip", "all.hallway"])
def test_the_python_way_hears_how_far_it_is(name: str, lived: Memory, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    lived.files.export(tmp_path / name, progress=lambda done, total: heard.append((done, total)))
    assert heard and all(0 <= done <= total for done, total in heard)
