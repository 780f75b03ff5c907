"""`hallway unfollow`: stop fetching somebody's feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import listed

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("unfollow")
@click.argument("person", nargs=-1, required=True, metavar="PERSON | URL")
@json_option
@command(without="nobody is followed yet")
def cli(memory: Memory, person: tuple[str, ...], as_json: bool) -> None:
    """Stop fetching somebody's feed. What you read stays, and so does since when; `hallway undo` takes it back."""
    lines = memory.feeds.unfollow(" ".join(person))
    if as_json:
        print_json([line.as_dict() for line in lines])
        return
    for line in lines:
        click.echo(f"No longer following {listed(line.people)} at {line.url}.")
