"""Bytes to text, whatever a file turns out to be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hallway.model.phrase import Phrase
from hallway.reading.protocol import UnreadableText

MOST_BYTES = 20_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCUMENTS = {
    b"%PDF": Phrase("a PDF"),
    b"PK\x03\x04": Phrase("a zipped document (Word, OpenOffice, e-book)"),
    b"{\\rtf": Phrase("an RTF document"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it is in its file, its lines ending in a newline alone; `note` is what its owner should know about it."""

    text: str
    note: str | None = None


def read_file(path: Path) -> Decoded:
    """The text of a file. Raises UnreadableText for what is no text, and OSError for what cannot be opened."""
    with path.open("rb") as stream:
        return read_stream(stream, str(path))


def read_stream(stream: BinaryIO, name: str) -> Decoded:
    """The text of an open file or of standard input; never takes more than the most that can be read, and a byte."""
    return decode(stream.read(MOST_BYTES + 1), name)


def decode(data: bytes, name: str) -> Decoded:
    """The text that bytes stand for. Raises UnreadableText where they are empty, too many, or no text at all."""
    if len(data) > MOST_BYTES:
        raise UnreadableText(
            Phrase(
                "{name} is larger than {n} MB: a diary is not; split it, or take out what is no text",
                name=name,
                n=str(MOST_BYTES // 1_000_000),
            )
        )
    for opening, what in _DOCUMENTS.items():
        if data.startswith(opening):
            raise UnreadableText(
                Phrase("{name} is {what}: save it as plain text, Markdown or HTML and read that", name=name, what=what)
            )
    text, note = _text(data, name)
    if not text.strip():
        raise UnreadableText(Phrase("{name} is empty: there is nothing to read", name=name))
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise UnreadableText(Phrase("{name} is not a text: give a plain text, Markdown or HTML file", name=name))
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), note)


def _text(data: bytes, name: str) -> tuple[str, str | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), None
            except UnicodeDecodeError as error:
                raise UnreadableText(f"{name} begins as {encoding} but is not: save it as UTF-8") from error
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), _guess(name, encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), _guess(name, "latin-1")


def _guess(name: str, encoding: str) -> str | None:
    if encoding == "utf-8":
        return None
    called = {"cp1252": "Windows-1252", "latin-1": "Latin-1"}[encoding]
    return f"{name} is not UTF-8 and was read as {called}: check its accents, or save it as UTF-8"
