"""`hallway brief`: before an event, say whom to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import counted, entry, heading, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("brief")
@click.argument("event", nargs=-1, required=True)
@json_option
@command(without="bring in its programme first: `hallway import schedule.xml`")
def cli(memory: Memory, event: tuple[str, ...], as_json: bool) -> None:
    """Say whom to look for at an event: who is on its programme and whom you met before, or follow."""
    asked = " ".join(event)
    found = memory.programmes.brief(asked)
    if as_json:
        print_json([{"event": e.title, "people": [p.as_dict() for p in people]} for e, people in found])
    if not found:
        fail(f"no event here is known as “{asked}”; `hallway events` lists those that are")
    for line, people in found if not as_json else ():
        click.echo(heading(line.title))
        for p in people:
            met = f"met {counted(p.times, 'time')}" if p.times else None
            last = f"last at {p.last_event}" if p.last_event else None
            show(entry(p.name, [met, last, p.following, *(t.title for t in p.talks)]))
        if not people:
            click.echo("  Nobody on its programme whom you met before or follow.")
