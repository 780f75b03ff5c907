"""`hallway outcomes`: show what came of it, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.app import Memory

MET = ("fleeting", "new", "renewed", "cemented")


@click.command("outcomes")
@click.argument("name", nargs=-1)
@click.option("--kind", type=click.Choice(MET), help="Only what such an encounter stood before.")
@json_option
@command(without="nothing can have come of anything yet")
def cli(memory: Memory, name: tuple[str, ...], kind: str | None, as_json: bool) -> None:
    """Show what came of it: of meeting NAME, of an event, of a series; or all of it, with how long it took.

    How long does it take from a fleeting encounter to something? `hallway outcomes --kind fleeting`. Each outcome comes with all the encounters before it, as nobody knows which of them it was.
    """
    from hallway.interfaces.cli.show_outcomes import outcomes_lines

    called = " ".join(name)
    found = memory.years.outcomes(called, kind)
    if as_json:
        print_json({"query": called or None, **(found.as_dict() if found else {"outcomes": [], "medians": {}})})
    if found is None:
        fail(
            f"nobody here and no event is called “{called}”; `hallway people` and `hallway events` list those that are"
        )
    elif not as_json:
        show(outcomes_lines(found, called))
