"""`hallway events`: where I was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show, table

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.events import EventLine


@click.command("events")
@json_option
@command()
def cli(memory: Memory, as_json: bool) -> None:
    """List the events that the memory knows of, latest first, with how many people you met at each."""
    found = memory.events()
    if as_json:
        print_json([e.as_dict() for e in found])
    elif not found:
        click.echo("No event yet.")
    else:
        show(table((_row(e) for e in found), (4, 44, 6)))


def _row(line: EventLine) -> tuple[str, ...]:
    return line.year or "", line.name, f"{line.people} met" if line.people else "", line.place or ""
