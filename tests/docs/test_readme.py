"""The README keeps its promises: its commands run on the examples, its links lead somewhere."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from pages import DOCS, PAGES, ROOT, blocks, environment, read, run, stage

from hallway.interfaces.cli.main import main

README = read(ROOT / "README.md")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with stage() as folder:
        yield folder


def test_it_begins_with_two_commands() -> None:
    lines = [shlex.split(line, comments=True) for line in blocks(README)[0].body.splitlines()]
    assert lines == [["python3", "start.py"], ["python3", "start.py", "test"]]


def test_it_says_what_hallway_is_on_one_screen() -> None:
    before_details = README.partition("\n## ")[0]
    assert len(before_details.splitlines()) <= 60


def test_its_five_commands_run_on_the_examples(folder: Path) -> None:
    shown = [line for b in blocks(README) for line in b.body.splitlines() if line.startswith("hallway ")]
    assert [line.split()[1] for line in shown] == ["read", "who", "event", "recall", "met"]
    for line in shown:
        assert run(line, folder), line


def test_its_python_runs_on_the_examples(folder: Path) -> None:
    [block] = [b for b in blocks(README) if b.kind == "python"]
    assert len([line for line in block.body.splitlines() if line.strip()]) == 6
    done = subprocess.run(
        [sys.executable, "-c", block.body], cwd=folder, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    assert done.stdout.startswith("Anke Reimers because ")


def shown_commands() -> list[str]:
    """Every `hallway COMMAND ...` in a block of code of any page."""
    shell = [b.body for page in PAGES for b in blocks(read(page)) if b.kind in ("sh", "console")]
    return [m[1] for body in shell for m in re.finditer(r"^(?:\$ )?(?:\S*/)?hallway (.+)$", body, re.M)]


@pytest.mark.parametrize("line", shown_commands())
def test_every_command_on_every_page_exists(line: str) -> None:
    name, *words = shlex.split(line, comments=True)
    assert name in main.list_commands(click.Context(main))
    context = click.Context(main, info_name="hallway")
    command = main.get_command(context, name)
    assert command is not None
    command.make_context(name, words, parent=context)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made on the web."""
    headings = re.findall(r"^#+ (.+)$", read(page), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", read(page), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = page.parent / path if path else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


def test_the_picture_shows_real_commands() -> None:
    """Well-formed, and each of the commands that it shows exists. `python docs/picture.py` draws it again."""
    svg = ElementTree.parse(DOCS / "picture.svg").getroot()
    texts = [t.text or "" for t in svg.iter("{http://www.w3.org/2000/svg}text")]
    commands = [t for t in texts if t.startswith("hallway ")]
    assert [c.split()[1] for c in commands] == ["recall", "who"]
    assert all(shlex.split(c)[1] in main.list_commands(click.Context(main)) for c in commands)
    assert len(texts) > 10
