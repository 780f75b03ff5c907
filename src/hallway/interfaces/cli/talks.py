"""`hallway talks`: list the talks of a person, of an event, or about something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("talks")
@click.argument("words", nargs=-1)
@click.option("--limit", default=100, show_default=True, metavar="N", help="List at most so many.")
@json_option
@command(without="there is no programme yet: `hallway import schedule.xml`")
def cli(memory: Memory, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List talks by their speaker, their event, their track, or words of their titles, in the order in which they were held.

    WORDS may mix these: "FOSDEM 2014 security". Where no title has them, abstracts are searched.
    """
    from hallway.interfaces.cli.show_talks import talk_lines

    asked = " ".join(words)
    found = memory.programmes.talks(asked)
    if as_json:
        print_json({"query": asked or None, "found": len(found), "talks": [t.as_dict() for t in found[:limit]]})
    if not found:
        fail(
            f"no talk here has “{asked}”; `hallway recall` finds what is said in other words"
            if asked
            else "there are no talks"
        )
    if not as_json:
        show(talk_lines(found, limit))
