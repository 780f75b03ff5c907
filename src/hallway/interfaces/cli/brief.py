"""`hallway brief`: before an event, say whom to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("brief")
@click.argument("event", nargs=-1, required=True)
@json_option
@command(without="bring in its programme first: `hallway import schedule.xml`")
def cli(memory: Memory, event: tuple[str, ...], as_json: bool) -> None:
    """Say whom to look for at an event, and why.

    Who is on its programme and whom you met before, or follow; whom you met at earlier editions; what these people need or
    offer, and what somebody elsewhere needs that one of the talks there fits.
    """
    from hallway.interfaces.cli.show_brief import brief_lines

    asked = " ".join(event)
    found = memory.programmes.brief(asked)
    if as_json:
        print_json([one.as_dict() for one in found])
    if not found:
        fail(f"no event here is known as “{asked}”; `hallway events` lists those that are")
    for one in found if not as_json else ():
        show(brief_lines(one))
