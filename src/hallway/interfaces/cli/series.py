"""`hallway series`: tell the story of a series of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.missing import no_event
from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import lines_between, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("series")
@click.argument("name", nargs=-1, required=True)
@json_option
@command(without="there is no event yet")
def cli(memory: Memory, name: tuple[str, ...], as_json: bool) -> None:
    """Tell the story of a series: its editions, who organized them, who came back, whom you met there first, and what came
    of it.

    NAME may be any form of its name, or that of an edition: DNPR, the 7th DNPR, DNPR '07.
    """
    from hallway.interfaces.cli.show_series import series_lines

    called = " ".join(name)
    found = memory.years.series(called)
    if as_json:
        print_json({"query": called, "series": [s.as_dict() for s in found]})
    if not found:
        no_event(memory, called)
    if not as_json:
        show(lines_between(map(series_lines, found)))
