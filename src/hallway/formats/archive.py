"""Hallway's own archive: everything that a memory holds, in a zip file that a person can look into.

`hallway.json` says what it is; `memory.jsonl` has a line of JSON for each row, `["table", {column: value}]`, parents before
what points at them; `texts/` has the texts that I wrote or was sent, each as it was given, the rows saying `"text_in"` instead
of `"text"`; `clips/` has the photos and recordings, the rows saying `"bytes_in"`. Other bytes are written as base64 under the name of the column and `_base64`. The same memory gives the same bytes: names
and times in the zip are fixed, keys are sorted. docs/archive.md describes it for others; VERSION grows when a table changes
in a way that an older Hallway could not read.
"""

from __future__ import annotations

import base64
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from hallway.model.evidence import OWN_WORDS

VERSION = 1
HEADER = "hallway.json"
ROWS = "memory.jsonl"
_TIME = (1980, 1, 1, 0, 0, 0)
_ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "audio/webm": "weba", "audio/ogg": "ogg", "audio/mp4": "m4a",
    "audio/mpeg": "mp3", "audio/wav": "wav", "video/mp4": "mp4", "video/webm": "webm",
}  # fmt: skip
MOST_LINE = 256 * 1024 * 1024

Value = str | int | float | bytes | None
Line = tuple[str, dict[str, Value]]


class BadArchive(ValueError):
    """A file that is no archive of Hallway's, or one that cannot be read: the message says why and what to do."""


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of Hallway's, by what is in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return HEADER in archive.namelist() and ROWS in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def write(file: IO[bytes], lines: Iterable[Line]) -> int:
    """Write rows, in the order in which they come, as an archive; returns how many there were."""
    texts: list[tuple[str, str]] = []
    clips: list[tuple[str, int]] = []
    count = 0
    with (
        tempfile.TemporaryFile() as aside,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        archive.writestr(_entry(HEADER), json.dumps({"hallway": "archive", "version": VERSION}, indent=1) + "\n")
        with (
            archive.open(_entry(ROWS), "w", force_zip64=True) as out,
            io.TextIOWrapper(out, "utf-8", newline="") as rows,
        ):
            for table, row in lines:
                row = _apart(table, row, aside, clips)
                rows.write(json.dumps([table, _plain(table, row, texts)], ensure_ascii=False, sort_keys=True) + "\n")
                count += 1
        for name, text in texts:
            archive.writestr(_entry(name), text.encode("utf-8", "surrogatepass"))
        aside.seek(0)
        for name, size in clips:
            archive.writestr(_entry(name), aside.read(size), zipfile.ZIP_STORED)
    return count


def _apart(table: str, row: dict[str, Value], aside: IO[bytes], clips: list[tuple[str, int]]) -> dict[str, Value]:
    """The row of a clip without its bytes, which wait aside until all rows are written; they may be more than memory holds."""
    data = row.get("bytes")
    if table != "clip_file" or not isinstance(data, bytes):
        return row
    name = f"clips/{str(row['fact_id']).zfill(6)}.{_ENDINGS.get(str(row['type']), 'bin')}"
    aside.write(data)
    clips.append((name, len(data)))
    return {c: v for c, v in row.items() if c != "bytes"} | {"bytes_in": name}


def read(path: Path) -> Iterator[Line]:
    """The rows of an archive in order. Raises BadArchive for one that is damaged or comes from a newer Hallway."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(json.loads(archive.read(HEADER)), path)
            with archive.open(ROWS) as rows:
                for number, line in enumerate(iter(lambda: rows.readline(MOST_LINE), b""), 1):
                    yield _line(archive, line, f"{path}: {ROWS}:{number}")
    except (zipfile.BadZipFile, KeyError, EOFError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BadArchive(f"{path} is damaged ({error}): take another copy; nothing was changed") from error


def _check(header: object, path: Path) -> None:
    version = header.get("version") if isinstance(header, dict) else None
    if not isinstance(version, int):
        raise BadArchive(f"{path} does not say its version: it is no archive of Hallway's; nothing was changed")
    if version > VERSION:
        raise BadArchive(
            f"{path} was written by a newer Hallway (archive {version}): update Hallway; nothing was changed"
        )


def _line(archive: zipfile.ZipFile, line: bytes, where: str) -> Line:
    parts = json.loads(line)
    if not (isinstance(parts, list) and len(parts) == 2 and isinstance(parts[0], str) and isinstance(parts[1], dict)):
        raise BadArchive(f"{where} is no row: take another copy of the archive; nothing was changed")
    table, row = parts
    for column in [c for c in row if c.endswith("_base64")]:
        row[column.removesuffix("_base64")] = base64.b64decode(row.pop(column))
    if "bytes_in" in row:
        row["bytes"] = archive.read(row.pop("bytes_in"))
    if "text_in" in row:
        row["text"] = archive.read(row.pop("text_in")).decode("utf-8", "surrogatepass")
    return table, row


def _plain(table: str, row: dict[str, Value], texts: list[tuple[str, str]]) -> dict[str, Value]:
    plain: dict[str, Value] = {c: v for c, v in row.items() if not isinstance(v, bytes)}
    plain |= {f"{c}_base64": base64.b64encode(v).decode("ascii") for c, v in row.items() if isinstance(v, bytes)}
    if table == "source" and row.get("kind") in OWN_WORDS and isinstance(plain.get("text"), str):
        name = f"texts/{str(row['id']).zfill(6)}.txt"
        texts.append((name, str(plain.pop("text"))))
        plain["text_in"] = name
    return plain


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
