"""Copies of a memory, and whom they still hold."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallway.model.folding import fold
from hallway.store import copies
from hallway.store.store import Store

_MOST = 64 * 1024 * 1024
_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that holds what this memory held: `holds` is None where that could not be looked up."""

    path: str
    at: str | None
    holds: bool | None

    def as_dict(self) -> dict[str, object]:
        return {"path": self.path, "made": self.at, "holds": self.holds}


def holding(store: Store, memory: Path, names: Sequence[str]) -> list[Copy]:
    """The copies that Hallway made, and the memories and archives beside this one, that still name somebody."""
    made = {Path(r["path"]): str(r["at"]) for r in copies.made(store)}
    beside = [p for p in list(_files(memory.parent))[:_BESIDE] if p.resolve() != memory.resolve()]
    found = []
    for path in dict.fromkeys([*made, *beside]):
        holds = _holds(path, names) if path.exists() else False
        if holds or (holds is None and path in made):
            found.append(Copy(str(path), made.get(path), holds))
    return found


def _files(folder: Path) -> Iterator[Path]:
    beside = ("-wal", "-shm", "-journal")
    return (p for p in sorted(folder.iterdir()) if p.is_file() and not p.name.endswith(beside))


def _holds(path: Path, names: Sequence[str]) -> bool | None:
    try:
        if copies.is_memory(path):
            return copies.names_in(path, [fold(n) for n in names])
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return any(_mentions(archive.read(i), names) for i in archive.infolist() if i.file_size < _MOST)
        if path.stat().st_size < _MOST and path.suffix in _TEXTS:
            return _mentions(path.read_bytes(), names)
    except (OSError, zipfile.BadZipFile, RuntimeError):
        return None
    return False


_TEXTS = (".vcf", ".csv", ".ics", ".json", ".jsonl", ".opml", ".graphml", ".html", ".md")


def _mentions(data: bytes, names: Sequence[str]) -> bool:
    return any(name.encode() in data for name in names)
