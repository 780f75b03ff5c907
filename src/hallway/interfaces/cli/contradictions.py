"""`hallway contradictions`: show what does not fit together in your memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("contradictions")
@json_option
@command(without="nothing can contradict itself yet")
def cli(memory: Memory, as_json: bool) -> None:
    """Show what does not fit together: told brand new but met before, two employers at once, an edition in two towns, each
    with both quotations.

    Both may be right; `hallway correct` says which is not.
    """
    from hallway.interfaces.cli.show_contradictions import all_lines

    found = memory.years.contradictions()
    if as_json:
        print_json([c.as_dict() for c in found])
    else:
        show(all_lines(found))
