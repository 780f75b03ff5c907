"""Bytes to text, whatever a file turns out to be. Files are tested in tests/robustness."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.reading.decoding import MOST_BYTES, decode, read_file, read_stream
from hallway.reading.protocol import UnreadableText


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_any_text_survives_any_unicode_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    if not text.strip() or text.startswith(("%PDF", "\ufeff", "PK\x03", "{\\rtf")):
        return
    assert decode(data, "x").text == text


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_their_name(data: bytes) -> None:
    try:
        found = decode(data, "x.txt")
    except UnreadableText as error:
        assert str(error).startswith("x.txt ")
    else:
        assert found.text.strip()
        assert "\r" not in found.text


def test_files_and_streams(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(b"Ute kam.\r\n")
    assert read_file(path).text == "Ute kam.\n"
    assert read_stream(io.BytesIO(b"Ute"), "-").text == "Ute"


def test_no_more_is_taken_than_can_be_read() -> None:
    stream = io.BytesIO(b"x" * (MOST_BYTES + 1000))
    with pytest.raises(UnreadableText, match="larger than 20 MB"):
        read_stream(stream, "-")
    assert stream.tell() == MOST_BYTES + 1
