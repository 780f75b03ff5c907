"""The command `hallway`. Each command is a file beside this one, loaded only when it is called."""

from __future__ import annotations

import contextlib
import importlib
import keyword
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

import hallway

SECTIONS = {
    "Keep": ("met", "read", "import", "messages", "outcome", "follow", "unfollow", "feeds"),
    "Ask": ("recall", "who", "event", "series", "team", "ties", "path", "outcomes", "brief"),
    "Look through": ("people", "events", "talks", "connected", "log", "demo"),
    "Put right": ("same", "merge", "split", "correct", "contradictions", "undo", "forget"),
    "Take along": ("export", "serve"),
}
"""The order in which commands are shown. A command is a file beside this one; what stands in no section comes last."""

_FOLDER = Path(__file__).parent
_TOLD = re.compile(r'"""`hallway ([\w-]+)`: (.+?)(?:"""|\n)')


def commands() -> dict[str, dict[str, str]]:
    """Section → command → what it does, in the words in which its file begins; nothing is imported for it."""
    found = dict(_files())
    listed = {name for names in SECTIONS.values() for name in names}
    sections = {title: {n: found[n] for n in names if n in found} for title, names in SECTIONS.items()}
    return sections | {"More": {n: t for n, t in sorted(found.items()) if n not in listed}}


def _files() -> Iterator[tuple[str, str]]:
    for file in _FOLDER.glob("*.py"):
        with file.open(encoding="utf-8") as lines:
            told = _TOLD.match(lines.read(200))
        if told:
            yield told[1], told[2][0].upper() + told[2][1:]


class Lazy(click.Group):
    """A group that knows what its commands are for without loading them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for section in commands().values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        file = cmd_name.replace("-", "_")
        if cmd_name not in dict(_files()):
            return None
        module = importlib.import_module(f"hallway.interfaces.cli.{_module(file)}")
        found: click.Command = module.cli
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in commands().items():
            if section:
                with formatter.section(title):
                    formatter.write_dl(list(section.items()))


def _module(name: str) -> str:
    """`import` is a word of Python's own, so its file is `import_.py`."""
    return f"{name}_" if keyword.iskeyword(name) else name


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(hallway.__version__, prog_name="hallway")
@click.option(
    "--memory",
    "memory_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Which memory; may stand after the command, too.",
)
@click.pass_context
def main(ctx: click.Context, memory_file: Path | None) -> None:
    """The memory of the people you meet at conferences.

    Try `hallway demo`, then `hallway read diary.txt`.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
