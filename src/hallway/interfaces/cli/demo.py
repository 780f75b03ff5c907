"""`hallway demo`: play with a fictional conference life."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import fail, failing_clearly, json_option, print_json
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import heading, show

if TYPE_CHECKING:
    from hallway.app import Memory

NEED = "who was it that made videos for internal comms?"
WHO = "Anke Reimers"
SERIES = "Lantern Days"
_SUFFIXES = (".md", ".txt", ".html")


@click.command("demo")
@click.option(
    "--into", type=click.Path(dir_okay=False, path_type=Path), help="Keep the demo's memory here, to play with."
)
@json_option
def cli(into: Path | None, as_json: bool) -> None:
    """Play with a fictional conference life: read ten years of diaries, recall somebody, tell a story.

    It all happens in a memory of its own, which is thrown away at the end.
    """
    if click.get_current_context().find_root().params.get("memory_file"):
        fail("the demo has a memory of its own; --into FILE keeps it, to play with")
    with (
        failing_clearly(),
        tempfile.TemporaryDirectory(prefix="hallway-demo-") as folder,
        _open(into, folder) as memory,
    ):
        _leave_alone(memory)
        texts = examples()
        _read(memory, texts)
        if as_json:
            print_json(_as_dict(memory))
        else:
            show(_lines(memory, len(texts)))
            show(_next(into))


def _open(into: Path | None, folder: str) -> Memory:
    from hallway.app import Memory

    return Memory(into or Path(folder) / "demo.db")


def _leave_alone(memory: Memory) -> None:
    """End here where the memory has something in it: invented people have no place among those whom you met."""
    if memory.exists and memory.log(1):
        fail(f"{memory.path} is a memory already, and the demo would put invented people into it: name a new file")


def examples() -> list[Path]:
    """The diaries of the fictional life, wherever this Hallway was installed from, oldest first."""
    package = Path(__file__).parents[2]
    folders = (package / "examples", package.parents[1] / "examples")
    found = next((f for f in folders if f.is_dir()), None)
    if found is None:
        fail("the examples are missing: install Hallway again")
        return []
    return sorted(f for f in found.iterdir() if f.suffix in _SUFFIXES and f.name != "README.md")


def _read(memory: Memory, texts: list[Path]) -> None:
    with bar("Reading ten years of diaries", patience=0) as progress:
        for done, text in enumerate(texts):
            progress(done, len(texts))
            memory.keep(memory.read(text))
    with bar("Working out what they mean  ", patience=0) as progress:
        memory.index(progress)


def _lines(memory: Memory, texts: int) -> Iterator[str]:
    from hallway.interfaces.cli.show_recalled import recalled_lines
    from hallway.interfaces.cli.show_story import story_lines
    from hallway.interfaces.cli.show_years import team_lines

    people, events = memory.people(), memory.events()
    yield f"Read {texts} diaries from ten invented years: {len(people)} people met at {len(events)} events."
    yield from ["", heading(f'$ hallway recall "{NEED}"')]
    yield from recalled_lines(memory.recall(NEED, 3))
    yield from ["", heading(f'$ hallway who "{WHO}"')]
    for story in memory.who(WHO)[:1]:
        yield from story_lines(story)
    yield from ["", heading(f"The team of {SERIES} over the years")]
    yield from team_lines(memory.team(SERIES))


def _next(into: Path | None) -> Iterator[str]:
    yield from ["", heading("Your turn")]
    if into:
        yield f"  hallway people --memory {into}"
    yield "  hallway read my-diary.txt     shows what it understands, and asks before it keeps"
    yield '  hallway met "..."             keeps one line about somebody you just met'
    yield '  hallway recall "..."          finds them again'


def _as_dict(memory: Memory) -> dict[str, object]:
    return {
        "people": [p.as_dict() for p in memory.people()],
        "events": [e.as_dict() for e in memory.events()],
        "recall": memory.recall(NEED, 3).as_dict(),
        "stories": [s.as_dict() for s in memory.who(WHO)],
        "team": [y.as_dict() for y in memory.team(SERIES)],
    }
