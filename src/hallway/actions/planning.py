"""What an import will do, before it does it: which files there are, what they are, and how many records they have."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from hallway.actions.import_ import Planned
from hallway.formats.opening import Found, files_in
from hallway.formats.protocol import Context, Format, Problem, formats, recognise
from hallway.model import Reading

UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What opening and reading a file may raise; the latter ones come from damaged archives."""


def plan(paths: Sequence[Path], called: str | None = None) -> Iterator[Planned | Problem]:
    """Each file that is in these paths, recognised or with the reason why it is not; `called` names the format of all.

    A file that nobody knows inside a folder or an archive is passed over. Raises ValueError for a format that there is not.
    """
    if called is not None and called not in formats():
        raise ValueError(f"there is no format {called}: there are {', '.join(formats())}")
    for path in paths:
        for item in files_in(path):
            if isinstance(item, Problem):
                yield item
            else:
                yield from _look(item, formats()[called] if called else None)


def _look(found: Found, chosen: Format | None) -> Iterator[Planned | Problem]:
    try:
        head = found.head()
        known = chosen or recognise(head, found.name)
        if known is not None:
            yield Planned(found, known, count(found, known))
        elif found.named:
            yield _unknown(found, head)
    except UNREADABLE as error:
        what = getattr(error, "strerror", None) or str(error)
        yield Problem(found.name, None, None, f"cannot be read ({what})", "check it, or copy it again")


def _unknown(found: Found, head: bytes) -> Problem:
    if not head:
        return Problem(found.name, None, None, "is empty", "export it again")
    do = f"say with --as which it is ({', '.join(formats())}); a diary is for `hallway read`"
    return Problem(found.name, None, None, "is of no format that Hallway knows", do)


def count(found: Found, known: Format) -> int:
    """About how many records a file has."""
    with found.open() as stream:
        if known.count:
            return known.count(stream)
        return sum(isinstance(item, Reading) for item in known.read(stream, Context(found.name)))
