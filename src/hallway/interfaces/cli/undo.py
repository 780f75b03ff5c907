"""`hallway undo`: take back what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import shorten

if TYPE_CHECKING:
    from hallway.app import Memory


_TEXTS = frozenset({"met", "read"})
"""What was done with a text, which is kept verbatim whatever becomes of its facts."""


@click.command("undo")
@click.argument("number", type=int, required=False)
@json_option
@command(without="there is nothing to undo yet")
def cli(memory: Memory, number: int | None, as_json: bool) -> None:
    """Take back what was done: the last thing, or the one with this NUMBER in `hallway log`.

    Say it again to go further back. What was done later stays, as far as it does not rest on it.
    """
    with bar("taking back") as progress:
        undone = memory.undo(number, progress)
    if as_json:
        print_json({"undone": undone.as_dict() if undone else None})
    elif undone:
        text = "; its text stays in the memory" if undone.verb in _TEXTS else ""
        click.echo(f"Taken back: {undone.verb} {shorten(undone.summary, most=200)}{text}.")
    else:
        click.echo("Nothing to take back.")
