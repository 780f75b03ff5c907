"""Everything that is held on somebody, and nothing of others but what the sentences about them say."""

from __future__ import annotations

from pathlib import Path

import life
import pytest
from cli import hallway, problem

from hallway import Memory

CARD = "BEGIN:VCARD\nVERSION:4.0\nUID:anke-1\nFN:Anke Reimers\nEMAIL:anke@hafenfunk.example\nBDAY:19800502\nNOTE:{}\nEND:VCARD\n"


@pytest.fixture
def busy(lived: Memory, tmp_path: Path) -> Memory:
    """Anke came with a card that changed since, and that I said is hers."""
    for note in ("likes ports", "likes lighthouses"):
        (tmp_path / "anke.vcf").write_text(CARD.format(note), encoding="utf-8")
        lived.files.import_([tmp_path / "anke.vcf"])
    others = [s.person.id for s in lived.who("Anke Reimers")]
    lived.same.merge(*(f"#{n}" for n in sorted(others)))
    return lived


def held(memory: Memory, name: str) -> dict[str, list[str]]:
    report = memory.files.held(name)
    return {s.id: [e.text for e in s.entries] for s in report.sections}


def test_all_of_it(lived: Memory) -> None:
    lived.same.correct("Anke Reimers", "organization", "Radio Lys")
    lived.same.differ("Anke Reimers", "Ruth Adeyemi")
    told = held(lived, "Anke Reimers")
    assert told["meetings"] == [
        "Lantern Days 2014, in Ghent, 2–4 October 2014, met for the first time",
        "Lantern Days 2016, in Porto, 26–28 May 2016, a tie made closer",
        "Small Signals 2017, in Leeds, 9–11 November 2017, met for the first time",
    ]
    assert told["relations"] == ["my podcasting partner"]
    assert told["organizations"] == ["Radio Lys"]
    assert [t.partition(" (")[0] for t in told["corrected"]] == ["organization: “Radio Lys”"]
    assert [t.partition(" (")[0] for t in told["decided"]] == [
        "you and somebody else who looked alike: not the same person"
    ]
    assert [t.partition(": ")[2].partition(" (")[0] for t in told["actions"]] == [
        "read",
        "read",
        "read",
        "correct",
        "different",
    ]
    assert [t.partition(":")[0] for t in told["sources"]][:3] == ["ghent.txt", "porto.txt", "leeds.txt"]


def test_keys_details_and_what_was_set_aside(busy: Memory) -> None:
    told = held(busy, "Anke Reimers")
    everything = " ".join(t for some in told.values() for t in some)
    assert "email: anke@hafenfunk.example (anke.vcf)" in told["addresses"]
    assert [t for t in told["details"] if t.startswith("birthday: ")] == ["birthday: 19800502 (anke.vcf)"]
    assert "likes lighthouses" in everything
    assert "need: likes ports" not in told["needs"]
    assert [t for t in told["aside"] if "likes ports" in t] != []


@pytest.mark.parametrize("name", ["Ursina Caflisch", "Wilhelmina Oduya", "Odile Fontanelle"])
def test_nobody_else_is_in_it(lived: Memory, name: str) -> None:
    lived.same.differ(name, "Ilmar Tamm")
    report = lived.files.held(name)
    words = {q.text for s in report.sections for e in s.entries for q in e.quotes}
    lines = [
        line for text in (life.GHENT, life.PORTO, life.LEEDS) for line in text.splitlines() if name.split()[0] in line
    ]
    assert words <= set(lines)
    entries = " ".join(e.text for s in report.sections for e in s.entries)
    assert [n for n in ("Ilmar", "Ruth", "Owen", "Kwame") if n in entries] == []


def test_in_the_terminal_as_json_and_in_files(lived: Memory, tmp_path: Path) -> None:
    lived.close()
    shown = hallway("export", "--about", "Farida Benali", memory=lived.path)
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "  need: help with recording in a room full of machines, Lantern Days 2014" not in shown.stdout
    assert "  need: help with recording in a room full of machines" in shown.stdout.splitlines()
    assert "through Tomás Arruda" in " ".join(shown.stdout.split())
    for ending in ("txt", "md", "html"):
        file = tmp_path / f"farida.{ending}"
        done = hallway("export", file, "--about", "Farida Benali", memory=lived.path)
        assert done.stdout == f"{file}: everything that is held on Farida Benali.\n"
        assert "help with recording" in file.read_text(encoding="utf-8")
        assert file.stat().st_mode & 0o777 == 0o600
    told = hallway("export", "--about", "Farida Benali", "--json", memory=lived.path)
    assert '"meetings": [' in told.stdout
    assert problem(hallway("export", memory=lived.path)).startswith("which FILE? Its ending says the format")
    assert problem(hallway("export", "--about", "Nobody Known", memory=lived.path)).startswith("nobody here is called")
