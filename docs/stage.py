"""A throwaway place to run Hallway in: a folder with the examples and nothing else, and a memory of its own.

What the pages and the picture show is made here, so that nobody's own memory is touched.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
HALLWAY = Path(sys.executable).with_name("hallway.exe" if os.name == "nt" else "hallway")
MEMORY = "tour.db"


@contextmanager
def stage() -> Iterator[Path]:
    """A temporary folder with a copy of the examples; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="hallway-docs-", ignore_cleanup_errors=True) as folder:
        shutil.copytree(EXAMPLES, Path(folder) / "examples")
        yield Path(folder)


def environment() -> dict[str, str]:
    """80 columns, UTF-8, and the stage's own memory."""
    settings = {"HALLWAY_MEMORY": MEMORY, "COLUMNS": "80", "PYTHONUTF8": "1"}
    return {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | settings


def argv(line: str, folder: Path) -> list[str]:
    """The words of `hallway ...` as a shell would pass them on: comments gone, `*` filled in."""
    first, *words = shlex.split(line, comments=True)
    if first != "hallway":
        raise ValueError(f"only hallway can be run here, not {first!r}")
    found: list[str] = []
    for word in words:
        paths = sorted(folder.glob(word)) if "*" in word and " " not in word else []
        found += [p.relative_to(folder).as_posix() for p in paths] or [word]
    return [str(HALLWAY), *found]


def run(line: str, folder: Path) -> str:
    """What one command says, line by line, without colours. Raises RuntimeError when it fails."""
    done = subprocess.run(
        argv(line, folder),
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"{line!r} ended with {done.returncode}: {done.stderr.strip()}")
    return "\n".join(text.rstrip() for text in done.stdout.strip("\n").splitlines())
