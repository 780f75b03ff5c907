"""`hallway undo`: one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import shorten

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("undo")
@json_option
@command(without="there is nothing to undo yet")
def cli(memory: Memory, as_json: bool) -> None:
    """Take back the last thing that was done. Say it again to go further back."""
    undone = memory.undo()
    if as_json:
        print_json({"undone": undone.as_dict() if undone else None})
    elif undone:
        click.echo(f"Taken back: {undone.verb} {shorten(undone.summary, most=200)}; its text stays in the memory.")
    else:
        click.echo("Nothing to take back.")
