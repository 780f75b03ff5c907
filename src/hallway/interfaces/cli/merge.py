"""`hallway merge`: say that two people are one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("merge")
@click.argument("one")
@click.argument("other")
@json_option
@command()
def cli(memory: Memory, one: str, other: str, as_json: bool) -> None:
    """Say that two people are one and the same.

    Nothing is rewritten: `hallway split` and `hallway undo` bring back what was. Name people by a name, a part of one, or by
    number, such as #12.
    """
    action = memory.same.merge(one, other)
    if as_json:
        print_json({"action": action, "person": memory.person(one).as_dict()})
    else:
        click.echo(f"One person now: {memory.person(one).name}. `hallway undo {action}` takes it back.")
