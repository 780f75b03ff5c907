"""`hallway log`: the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show, table

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("log")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@json_option
@command()
def cli(memory: Memory, limit: int, as_json: bool) -> None:
    """Show what was done to the memory, latest first; times are UTC."""
    entries = memory.log(limit)
    if as_json:
        print_json([e.as_dict() for e in entries])
    elif not entries:
        click.echo("Nothing was done yet.")
    else:
        rows = ((e.at[:16].replace("T", " "), e.verb + (" undone" if e.undone_at else ""), e.summary) for e in entries)
        show(table(rows, (16, 11)))
