"""The command `hallway`. Each command is a file beside this one, loaded only when it is called."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from pathlib import Path

import click

import hallway

COMMANDS = {
    "read": "Read texts about conferences, show what is understood, and keep it.",
    "met": "Keep one line about somebody whom you just met.",
    "recall": "Find the person behind a need or half a memory.",
    "who": "Tell the story of a person so far.",
    "event": "Show an event: who made it, and whom you met there.",
    "people": "List the people whom you met, latest first.",
    "events": "List the events, latest first.",
    "log": "Show what was done to the memory.",
    "undo": "Take back the last thing that was done.",
    "demo": "Play with a fictional conference life.",
}


class Lazy(click.Group):
    """A group that knows what its commands are for without loading them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"hallway.interfaces.cli.{cmd_name}").cli
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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
