"""`hallway recall`: find the person behind a need or half a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("recall")
@click.argument("need", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="How many people at most.")
@json_option
@command(without="there is nobody to recall yet")
def cli(memory: Memory, need: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the person behind a need or half a memory, in plain words.

    "the Dutch guy from the dinner in Oslo last spring", "somebody who trains people in podcasting".
    """
    from hallway.interfaces.cli.show_recalled import recalled_lines

    with bar("Thinking over what is new") as progress:
        recalled = memory.recall(" ".join(need), limit, progress=progress)
    if as_json:
        print_json(recalled.as_dict())
    else:
        show(recalled_lines(recalled))
