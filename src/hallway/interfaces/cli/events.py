"""`hallway events`: list the events, latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import short
from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show, table

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.events import EventLine


@click.command("events")
@json_option
@command(without="there is no event yet")
def cli(memory: Memory, as_json: bool) -> None:
    """List the events that the memory knows of, latest first, with how many people you met at each."""
    found = memory.events()
    if as_json:
        print_json([e.as_dict() for e in found])
    elif not found:
        click.echo("No event yet.")
    else:
        show(table((_row(e) for e in found), (36, 14, 6)))


def _row(line: EventLine) -> tuple[str, ...]:
    met = f"{line.people} met" if line.people else ""
    return line.title, short(line.start, line.end) or line.year or "", met, line.place or ""
