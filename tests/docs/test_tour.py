"""What the tour and the Python page show still happens: every command runs, and begins as the page says."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pages import DOCS, Block, blocks, exchanges, read, regenerated

TOUR, PYTHON = DOCS / "tour.md", DOCS / "python.md"


@cache
def fresh(page: Path) -> list[Block]:
    """The page's blocks as they come out today; every command ends well, or this raises."""
    return blocks(regenerated(read(page)))


def masked(line: str) -> str:
    """A line without what may differ from day to day and from one training of the reader to the next: its numbers."""
    return re.sub(r"\d+", "0", line)


def pairs(page: Path, kind: str) -> Iterator[tuple[Block, Block]]:
    """The blocks of a kind, as shown and as they are today."""
    both = zip(blocks(read(page)), fresh(page), strict=True)
    return ((shown, today) for shown, today in both if shown.kind == kind)


def test_every_command_of_the_tour_begins_as_shown() -> None:
    seen = 0
    for shown, today in pairs(TOUR, "console"):
        for (command, before), (_, now) in zip(exchanges(shown), exchanges(today), strict=True):
            assert masked(now[0]) in map(masked, before), f"{command}\nrun: python docs/tour.py"
            seen += 1
    assert seen > 15


@pytest.mark.parametrize("page", [TOUR, PYTHON], ids=lambda p: p.name)
def test_python_prints_as_much_as_shown(page: Path) -> None:
    for shown, today in pairs(page, "text"):
        assert masked(today.body).split("\n")[0] == masked(shown.body).split("\n")[0], "run: python docs/tour.py"


def test_the_tour_visits_every_command_but_the_demo() -> None:
    visited = {command.split()[1] for b in blocks(read(TOUR)) if b.kind == "console" for command, _ in exchanges(b)}
    assert visited == {"read", "met", "recall", "who", "event", "people", "events", "log", "undo"}


def test_no_output_is_wider_than_a_terminal() -> None:
    """But for data, and for what is said back in one line on purpose."""
    shown = [e for b in blocks(read(TOUR)) if b.kind == "console" for e in exchanges(b)]
    wrapped = [(c, out) for c, out in shown if "--json" not in c and c.split()[1] not in ("met", "undo")]
    assert [line for _, out in wrapped for line in out if len(line) > 80] == []
