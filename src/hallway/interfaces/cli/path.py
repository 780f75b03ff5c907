"""`hallway path`: show through whom you could reach somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.missing import nobody
from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import lines_between, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("path")
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="How many ways at most.")
@json_option
@command(without="there is nobody to reach yet")
def cli(memory: Memory, name: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Show through whom you could reach NAME: the best ways over one or two others, and why each step should work.

    Two people are taken to know each other who were introduced, are in one team, organized one event, were met together, or
    worked in one place at the same time.
    """
    from hallway.interfaces.cli.show_ties import way_lines

    called = " ".join(name)
    found = memory.years.path(called, limit)
    if as_json:
        print_json({"query": called, "people": [w.as_dict() for w in found]})
    if not found:
        nobody(memory, called)
    if not as_json:
        show(lines_between(map(way_lines, found)))
