"""`hallway event`: show an event: who made it, and whom you met there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import listed, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("event")
@click.argument("name", nargs=-1, required=True)
@json_option
@command(without="there is no event yet")
def cli(memory: Memory, name: tuple[str, ...], as_json: bool) -> None:
    """Show an event: series, edition, organizers, team, whom you met there and how.

    NAME may be anything it is known by: a part of its name or series, its initials, who organized it, where, which year.
    """
    from hallway.interfaces.cli.show_event import event_lines, years

    called = " ".join(name)
    found = memory.event(called)
    if as_json:
        print_json({"query": called, "events": [g.as_dict() for g in found]})
    if not found:
        near = memory.similar_events(called)
        also = f"; did you mean {listed(near, 'or')}?" if near else "; `hallway events` lists those that are"
        fail(f"no event here is known as “{called}”{also}")
    if as_json:
        return
    show(years([g.event for g in found]))
    for number, one in enumerate(found):
        show(["", *event_lines(one)] if number else event_lines(one))
