"""`hallway import --columns`: which column of any CSV is what, told once."""

from pathlib import Path

import pytest
from cli import hallway

from hallway import Memory

ODD = "Bearer,Box,Guild\nSana Okafor,sana@wharf.example,Printers\nPiet Vandersloot,piet@wharf.example,Typesetters\n"


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    file = tmp_path / "odd.csv"
    file.write_text(ODD, encoding="utf-8")
    return file


def test_columns_that_nobody_can_guess_are_asked_for(memory: Memory, odd: Path) -> None:
    result = hallway("import", "-y", "--as", "csv", odd, memory=memory.path)
    assert result.exit_code == 1
    assert 'say it with --columns "name=Full Name,email=Mail"' in result.stderr


def test_told_once_they_are_remembered(memory: Memory, odd: Path) -> None:
    told = "name=Bearer,email=Box,organization=Guild"
    assert hallway("import", "-y", odd, "--columns", told, memory=memory.path).exit_code == 0
    assert [(p.name, p.organization) for p in memory.people("none")] == [
        ("Piet Vandersloot", "Typesetters"),
        ("Sana Okafor", "Printers"),
    ]
    odd.write_text(ODD.partition("\n")[0] + "\nMira Quist,mira@wharf.example,Binders\n", encoding="utf-8")
    assert hallway("import", "-y", "--as", "csv", odd, memory=memory.path).exit_code == 0
    assert [p.organization for p in memory.people("none") if p.name == "Mira Quist"] == ["Binders"]


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("name=Nobody", "there is no column “Nobody”: there are Bearer, Box, Guild"),
        ("hat=Box", "“hat=Box” is not ROLE=COLUMN"),
    ],
)
def test_what_makes_no_sense_is_refused(memory: Memory, odd: Path, told: str, message: str) -> None:
    result = hallway("import", "-y", odd, "--columns", told, memory=memory.path)
    assert result.exit_code == 2
    assert " ".join(message.split()[:4]) in " ".join(result.stderr.split())


def test_usual_columns_need_no_telling(memory: Memory) -> None:
    sample = Path(__file__).parents[2] / "formats" / "samples" / "csv.csv"
    assert hallway("import", "-y", sample, memory=memory.path).exit_code == 0
    assert [(p.name, p.organization) for p in memory.people("none")] == [
        ("Piet Vandersloot", "Wharf Press"),
        ("Sana Okafor", "Wharf Press"),
    ]
