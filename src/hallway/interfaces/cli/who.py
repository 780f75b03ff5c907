"""`hallway who`: tell the story of a person so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import listed, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("who")
@click.argument("name", nargs=-1, required=True)
@json_option
@command(without="there is nobody to tell of yet")
def cli(memory: Memory, name: tuple[str, ...], as_json: bool) -> None:
    """Tell the story of a person so far: where, how, through whom, and in which words.

    NAME may be a part of a name. Where several people go by it, each story is told, those met last first.
    """
    from hallway.interfaces.cli.show_story import story_lines, which

    called = " ".join(name)
    stories = memory.who(called)
    if as_json:
        print_json({"query": called, "people": [s.as_dict() for s in stories]})
    if not stories:
        near = memory.similar(called)
        also = f"; did you mean {listed(near, 'or')}?" if near else "; `hallway people` lists those who are"
        fail(f"nobody here is called “{called}”{also}")
    if as_json:
        return
    show(which(called, stories))
    for number, story in enumerate(stories):
        show(["", *story_lines(story)] if number else story_lines(story))
