"""`hallway log`: show what was done to the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show, table

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.log import Entry


@click.command("log")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@json_option
@command(without="nothing was done yet")
def cli(memory: Memory, limit: int, as_json: bool) -> None:
    """Show what was done to the memory, latest first; times are UTC."""
    entries = memory.log(limit)
    if as_json:
        print_json([e.as_dict() for e in entries])
    elif not entries:
        click.echo("Nothing was done yet.")
    else:
        undone = any(e.undone_at for e in entries)
        show(table(map(_row, entries), (4, 16, 17 if undone else 9)))


def _row(entry: Entry) -> tuple[str, ...]:
    undone = ", undone" if entry.undone_at else ""
    return str(entry.id), _minute(entry.at), f"{entry.verb}{undone}", entry.summary


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")
