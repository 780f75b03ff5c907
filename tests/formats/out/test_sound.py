"""Names of files: never a path, never a device, never two alike."""

import unicodedata
from pathlib import Path

import awkward
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.formats.out.sound import file_name, file_names, sound

TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)


@given(names=st.lists(TEXTS | st.sampled_from(awkward.NAMES), max_size=12))
def test_file_names(names: list[str]) -> None:
    made = file_names(names)
    assert len({unicodedata.normalize("NFKC", m).casefold() for m in made}) == len(names)
    assert [m for m in made if not m or m[0] == "." or m[-1] in ". " or set(m) & set('/\\<>:"|?*#^[]\0\n')] == []
    assert [m for m in made if len(m.encode()) > 140] == []


@pytest.mark.parametrize("name", awkward.NAMES)
def test_a_file_of_each_can_be_made(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{file_name(name)}.md").write_bytes(b"")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(("name", "file"), [("CON", "CON_"), ("nul.md", "nul.md_"), ("..", "somebody"), ("a/b", "a b")])
def test_some(name: str, file: str) -> None:
    assert file_name(name) == file


@given(text=TEXTS)
def test_sound_text_is_utf_8_and_stays_as_it_is(text: str) -> None:
    assert sound(sound(text)).encode().decode() == sound(text)
    assert len(sound(text)) == len(text)
