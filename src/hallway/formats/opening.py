"""The files in what was named: a file, a folder with all that is in it, or a zip archive.

Nothing of an archive is ever written to disk, so a path in it is only a name; how much it may hold is limited, as a few
kilobytes of zip can claim to be terabytes (David Fifield, "A better zip bomb", 2019).
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hallway.formats.protocol import HEAD, Problem, Stream

MOST_FILES = 20_000
"""How many files a folder or an archive may have."""

MOST_BYTES = 8_000_000_000
"""How much an archive may hold when unpacked."""

MOST_RATIO = 400
"""How many times larger than packed a file of more than 10 MB may be; text of people packs ten- to thirtyfold."""

_ZIP = b"PK\x03\x04"
_SKIPPED = frozenset({"__MACOSX", "node_modules", ".git"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to look at: what to call it, its size in bytes, and how to open it, as often as one likes.

    `named`: it was named itself, so that somebody waits to hear of it.
    """

    name: str
    size: int
    open: Callable[[], Stream]
    named: bool = True

    def head(self) -> bytes:
        """Its first bytes. Raises OSError, or what a damaged archive raises."""
        with self.open() as stream:
            return stream.read(HEAD)


def files_in(path: Path) -> Iterator[Found | Problem]:
    """What is to be read in a path, in the order of the names; a Problem for what cannot be."""
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            yield from _folder(path)
        elif not stat.S_ISREG(kind.st_mode):
            yield Problem(str(path), None, None, "is no file", "name a file, a folder or a zip archive")
        else:
            yield from _file(path, kind.st_size)
    except OSError as error:
        yield Problem(str(path), None, None, error.strerror or str(error), "check the path and its permissions")


def _file(path: Path, size: int, called: str = "") -> Iterator[Found | Problem]:
    with path.open("rb") as stream:
        packed = stream.read(4) == _ZIP
    if packed:
        yield from _archive(path, called or path.name)
    else:
        yield Found(called or path.name, size, lambda: path.open("rb"), not called)


def _folder(path: Path) -> Iterator[Found | Problem]:
    seen = 0
    for at, folders, names in os.walk(path):
        folders[:] = sorted(f for f in folders if f not in _SKIPPED and not f.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".")):
            file = Path(at) / name
            if file.is_symlink() or not file.is_file():
                continue
            seen += 1
            if seen > MOST_FILES:
                yield Problem(str(path), None, None, f"has more than {MOST_FILES} files", "name the folders in it")
                return
            try:
                yield from _file(file, file.stat().st_size, file.relative_to(path).as_posix())
            except OSError as error:
                yield Problem(str(file), None, None, error.strerror or str(error), "check its permissions")


def _archive(path: Path, called: str) -> Iterator[Found | Problem]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        yield Problem(called, None, None, f"is a damaged zip archive ({error})", "download or copy it again")
        return
    if len(members) > MOST_FILES or sum(m.file_size for m in members) > MOST_BYTES:
        what = f"is an archive of more than {MOST_FILES} files or {MOST_BYTES // 10**9} GB"
        yield Problem(called, None, None, what, "unpack it and name the files in it that are wanted")
        return
    for member in sorted(members, key=lambda m: m.filename):
        yield from _member(path, member, called)


def _member(path: Path, member: zipfile.ZipInfo, archive: str) -> Iterator[Found | Problem]:
    name = re.sub(r"[\x00-\x1f\x7f]", "?", member.filename)
    parts = name.split("/")
    if _SKIPPED & set(parts) or parts[-1].startswith("."):
        return
    called = f"{archive}/{name}"
    if member.flag_bits & 1:
        yield Problem(called, None, None, "is encrypted", "unpack it with its password and import what comes out")
    elif member.file_size > 10_000_000 and member.file_size > MOST_RATIO * max(member.compress_size, 1):
        yield Problem(
            called, None, None, "unpacks to suspiciously much", "unpack it yourself and import what comes out"
        )
    else:
        yield Found(called, member.file_size, lambda: _open_member(path, member), False)


def _open_member(path: Path, member: zipfile.ZipInfo) -> Stream:
    """The bytes of a file in an archive, no more than it says it has (zipfile stops there)."""
    with zipfile.ZipFile(path) as archive:
        return archive.open(member)  # the file stays open for as long as a member of it does
