"""What a format to write is: one file in this folder with `OUT`, a tuple of them, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO

from hallway.formats.out.data import Outgoing

Files = Callable[[Outgoing], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class OutFormat:
    """How one format is written.

    `name` is what `--as` calls it, `title` what people call it, `endings` the ends of names of its files. `write(outgoing,
    file)` writes valid bytes whatever the texts are. A format of many files has `files` instead, which gives their paths
    inside a folder (`/` between its parts, safe on every system, no two alike in any case) and their bytes; it is a folder
    or a zip archive. `holds` says in a few words what is in it (for the docs, as Markdown).
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Outgoing, IO[bytes]], None]
    holds: str
    files: Files | None = None


@cache
def out_formats() -> dict[str, OutFormat]:
    """Every format by its name, in the order of the names."""
    import hallway.formats.out as folder

    modules = (importlib.import_module(f"{folder.__name__}.{m.name}") for m in pkgutil.iter_modules(folder.__path__))
    found = [f for module in modules for f in getattr(module, "OUT", ())]
    return {f.name: f for f in sorted(found, key=lambda f: f.name)}


def for_name(name: str) -> OutFormat | None:
    """The format that a file of this name is, by its ending; the first by name where several have it."""
    return next((f for f in out_formats().values() if name.lower().endswith(f.endings or "\0")), None)
