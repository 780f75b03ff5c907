"""What a format is: one file in this folder, found by being there.

A module with a `FORMAT` is a format; one without is a helper. `reading` hands out the facts of one record at a time, so
that a file of any size is read in little memory, and one bad record costs nothing but itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import IO

from hallway.model import Reading

HEAD = 65536
"""How many bytes of a file `sniff` gets to see."""

SURE_ENOUGH = 0.5
"""The least that `sniff` must say for a file to be taken for a format."""


Stream = IO[bytes]
"""An open file, or a file of an archive; it may be readable only from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be used, or could in part: where it stands (`line` from 1, `field` as the file calls it),
    `what` was wrong, and what to `do`."""

    file: str
    line: int | None
    field: str | None
    what: str
    do: str = "put it right in the file and import that again"

    def __str__(self) -> str:
        spot = f"{self.file}:{self.line}" if self.line else self.file
        return f"{spot}: {f'{self.field}: ' if self.field else ''}{self.what}; {self.do}"

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {"file": self.file, "line": self.line, "field": self.field, "what": self.what, "do": self.do}


@dataclass(frozen=True, slots=True)
class Context:
    """What a format may want to know beside the bytes: what the file is called, and what this memory was told before,
    such as which column of a CSV is what (`settings`, by name)."""

    name: str
    settings: Mapping[str, str] = field(default_factory=dict)

    def problem(self, line: int | None, field: str | None, what: str, do: str = "") -> Problem:
        """A problem in this very file."""
        return Problem(self.name, line, field, what, do) if do else Problem(self.name, line, field, what)


Item = Reading | Problem


@dataclass(frozen=True, slots=True)
class Format:
    """How one format is recognised and read.

    `name` is what `--as` calls it; `title` what people call it; `kind` the kind of source that its records are. `where`
    tells where the other product has its export, `fields` what becomes of what (both are for the docs, as Markdown).
    `sniff(head, name)` says from 0 to 1 how sure it is that a file beginning with these bytes is one; what the bytes say
    goes before what the name says. `read(stream, context)` yields each record as one Reading whose source quotes the
    record (`place="line 17"`, `record` where the file gives it a lasting name), or a Problem; it raises nothing for what
    is wrong with the bytes, and never holds more than a record. `count(stream)` tells roughly how many records there are,
    quickly; without it they are read to be counted.
    """

    name: str
    title: str
    kind: str
    sniff: Callable[[bytes, str], float]
    read: Callable[[Stream, Context], Iterator[Item]]
    where: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    count: Callable[[Stream], int] | None = None


@cache
def formats() -> dict[str, Format]:
    """Every format by its name, in the order of the names."""
    import hallway.formats as folder

    modules = (importlib.import_module(f"{folder.__name__}.{m.name}") for m in pkgutil.iter_modules(folder.__path__))
    found = (module.FORMAT for module in modules if isinstance(getattr(module, "FORMAT", None), Format))
    return {f.name: f for f in sorted(found, key=lambda f: f.name)}


def recognise(head: bytes, name: str) -> Format | None:
    """The format that is surest of a file, or None where none is sure enough."""
    told = [(f.sniff(head, name), f) for f in formats().values()]
    sure, best = max(told, key=lambda t: t[0], default=(0.0, None))
    return best if sure >= SURE_ENOUGH else None
