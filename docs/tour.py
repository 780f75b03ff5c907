"""Runs what the pages show, and writes down what really came out.

usage: python docs/tour.py [PAGE ...]          (default: docs/tour.md docs/python.md)

In a ```console block each line `$ hallway ...` is run, in a memory that starts empty with each page; what stands below
it is replaced by what the command says. `console 12` shows at most twelve lines of each. A ```python block is run after
those before it, and its output goes into the ```text block that follows.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stage import run, stage

DOCS = Path(__file__).resolve().parent
PAGES = (DOCS / "tour.md", DOCS / "python.md")
CUT = "..."
_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<most>\d+))?\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of code of a page; `most` is how many lines of output it wants to show."""

    kind: str
    body: str
    most: int | None = None

    def __str__(self) -> str:
        return f"```{self.kind}{f' {self.most}' if self.most else ''}\n{self.body}```"


def blocks(page: str) -> list[Block]:
    """The blocks of code of a page, in order."""
    return [_block(m) for m in _BLOCK.finditer(page)]


def regenerated(page: str) -> str:
    """The page with every output as it is today. Raises RuntimeError for a command that fails."""
    with stage() as folder, contextlib.chdir(folder):
        runner = _Runner(folder)
        return _BLOCK.sub(lambda m: str(runner.fresh(_block(m))), page)


def exchanges(block: Block) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines below it."""
    for part in re.split(r"^\$ ", block.body, flags=re.M)[1:]:
        command, *output = part.rstrip("\n").split("\n")
        yield command, output


def _block(match: re.Match[str]) -> Block:
    return Block(match["kind"], match["body"], int(match["most"]) if match["most"] else None)


class _Runner:
    """Runs the blocks of one page one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, object] = {}
        self._said: str | None = None

    def fresh(self, block: Block) -> Block:
        """The block with the output of today."""
        if block.kind == "console":
            parts = [f"$ {line}\n{_cut(run(line, self._folder), block.most)}\n" for line, _ in exchanges(block)]
            return Block(block.kind, "\n".join(parts), block.most)
        if block.kind == "python":
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                exec(compile(block.body, "the page", "exec"), self._names)
            self._said = said.getvalue().rstrip("\n")
        elif block.kind == "text" and self._said is not None:
            said_before, self._said = self._said, None
            return Block(block.kind, _cut(said_before, block.most) + "\n", block.most)
        return block


def _cut(output: str, most: int | None) -> str:
    lines = output.split("\n")
    if most is None or len(lines) <= most:
        return output
    return "\n".join([*lines[:most], CUT])


if __name__ == "__main__":
    for page in [Path(p).resolve() for p in sys.argv[1:]] or PAGES:
        page.write_text(regenerated(page.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"{page.name}: {len(blocks(page.read_text(encoding='utf-8')))} blocks")
