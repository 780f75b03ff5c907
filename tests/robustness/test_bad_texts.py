"""Texts that are none, or odd ones: a clear line for each, and the others are read all the same."""

from pathlib import Path

import life
import pytest
from build import Canned
from cli import hallway, problem

from hallway.model import Reading, When
from hallway.reading import local
from hallway.reading.decoding import MOST_BYTES, decode


@pytest.fixture(autouse=True)
def canned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network is tested elsewhere: here texts are known by heart."""
    reader = Canned(life.ghent(), life.porto(), life.leeds())
    monkeypatch.setattr(local, "LocalReader", lambda progress=None: reader)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "{} is empty: there is nothing to read"),
        (b" \n\t\r\n", "{} is empty: there is nothing to read"),
        (b"\xef\xbb\xbf", "{} is empty: there is nothing to read"),
        (bytes(range(256)) * 20, "{} is not a text: give a plain text, Markdown or HTML file"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 500, "{} is not a text: give a plain text, Markdown or HTML file"),
        (b"%PDF-1.7\n", "{} is a PDF: save it as plain text, Markdown or HTML and read that"),
        (
            b"PK\x03\x04\x14\x00",
            "{} is a zipped document (Word, OpenOffice, e-book): save it as plain text, Markdown or HTML and read that",
        ),
        (b"\xff\xfe\x00", "{} begins as utf-16-le but is not: save it as UTF-8"),
    ],
)
def test_what_is_no_text(tmp_path: Path, path: Path, content: bytes, message: str) -> None:
    text = tmp_path / "x.txt"
    text.write_bytes(content)
    assert problem(hallway("read", "--dry-run", text, memory=path)) == message.format(text)
    assert not path.exists()


def test_fifty_megabytes(tmp_path: Path, path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_bytes(b"Anke was there. " * (50_000_000 // 16))
    assert problem(hallway("read", "--yes", text, memory=path)) == (
        f"{text} is larger than 20 MB: a diary is not; split it, or take out what is no text"
    )


def test_the_most_that_can_be_read_can_be_read() -> None:
    assert len(decode(b"x" * MOST_BYTES, "x").text) == MOST_BYTES


def test_missing_files_and_folders(tmp_path: Path, path: Path) -> None:
    assert problem(hallway("read", tmp_path / "no.txt", memory=path)) == f"{tmp_path}/no.txt: No such file or directory"
    message = f"{tmp_path} is a folder: name the files in it, such as {tmp_path / '*.txt'}"
    assert problem(hallway("read", tmp_path, memory=path)) == message


@pytest.mark.parametrize(
    ("encoding", "mark", "note"),
    [
        ("utf-8", b"", None),
        ("utf-8-sig", b"", None),
        ("utf-16", b"", None),
        ("utf-32", b"", None),
        ("utf-16-be", b"\xfe\xff", None),
        ("cp1252", b"", "x.txt is not UTF-8 and was read as Windows-1252: check its accents, or save it as UTF-8"),
    ],
)
def test_encodings(encoding: str, mark: bytes, note: str | None) -> None:
    decoded = decode(mark + life.GHENT.encode(encoding), "x.txt")
    assert (decoded.text, decoded.note) == (life.GHENT, note)


def test_what_not_even_windows_writes_is_latin_1() -> None:
    decoded = decode(b"Tom\xe1s \x81", "x.txt")
    assert (decoded.text, decoded.note) == (
        "Tomás \x81",
        "x.txt is not UTF-8 and was read as Latin-1: check its accents, or save it as UTF-8",
    )


def test_lines_end_the_same_everywhere() -> None:
    assert decode(b"a\r\nb\rc\n", "x").text == "a\nb\nc\n"


def test_a_guess_is_said_and_does_not_fail(tmp_path: Path, path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_bytes(life.GHENT.encode("cp1252"))
    result = hallway("read", "--yes", text, memory=path)
    assert result.exit_code == 0
    assert (
        result.stderr
        == f"hallway: {text} is not UTF-8 and was read as Windows-1252: check its accents, or save it as UTF-8\n"
    )
    assert "Tomás Arruda" in hallway("people", memory=path).stdout


def test_a_bad_file_does_not_block_the_others(tmp_path: Path, path: Path) -> None:
    (tmp_path / "a.txt").write_text(life.GHENT)
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "d.txt").write_text(life.LEEDS)
    files = [tmp_path / f"{name}.txt" for name in "abcd"]
    result = hallway("read", "--yes", *files, memory=path)
    assert result.exit_code == 1
    assert [line.split(" ")[1].rstrip(":") for line in result.stderr.splitlines()] == [str(files[1]), str(files[2])]
    assert hallway("log", memory=path).stdout.count("read") == 2


def test_a_text_that_breaks_the_reader_does_not_block_the_others(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stumbling(Canned):
        def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
            if name == "a.txt":
                raise KeyError("p7")
            return super().read(text, name, written)

    monkeypatch.setattr(local, "LocalReader", lambda progress=None: Stumbling(life.leeds()))
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(life.LEEDS)
    result = hallway("read", "--yes", tmp_path / "a.txt", tmp_path / "b.txt", memory=path)
    assert result.exit_code == 1
    assert result.stderr == f"hallway: {tmp_path}/a.txt made Hallway stumble (KeyError: 'p7'): please report it\n"
    assert "Kept: 4 new people" in result.stdout


def test_a_text_without_people(tmp_path: Path, path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_text("The weather was fine.")
    result = hallway("read", "--yes", text, memory=path)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "  Nobody and no event is named here: nothing to keep."
    assert not path.exists()


def test_a_text_cannot_play_tricks_with_the_terminal(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from build import Draft

    draft = Draft("\x1b[2J\x1b]0;gone\x07 Petra \u202eMalinová was there" + " and danced" * 80)
    draft.met(draft.person("Petra \u202eMalinová"), "new")
    monkeypatch.setattr(local, "LocalReader", lambda progress=None: Canned(draft.reading()))
    text = tmp_path / "x.txt"
    text.write_text(draft.text)
    result = hallway("read", "--yes", text, memory=path)
    assert "Petra Malinová" in result.stdout
    assert not any(c in result.stdout for c in "\x1b\x07\u202e")


@pytest.mark.parametrize("line", ["", "   ", "and then it rained", "x" * 3000, "\udcff Petra Malinová"])
def test_notes_that_say_nothing(path: Path, line: str) -> None:
    message = problem(hallway("met", line, memory=path))
    assert message
    assert not path.exists() or hallway("people", memory=path).stdout == "Nobody yet.\n"
