"""`hallway outcome`: note what came of meeting somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.missing import nobody
from hallway.interfaces.cli.options import command, day, fail, json_option, print_json
from hallway.interfaces.cli.render import listed, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("outcome")
@click.argument("person")
@click.argument("words", nargs=-1, required=True)
@click.option("--date", "when", callback=day, metavar="DATE", help="When it happened: 2008-05-14, 2008-05 or 2008.")
@click.option("--lag", metavar="WORDS", help="How long it took, where you know that better: “six months”.")
@json_option
@command(without="there is nobody of whom anything could come yet")
def cli(memory: Memory, person: str, words: tuple[str, ...], when: str | None, lag: str | None, as_json: bool) -> None:
    """Note what came of meeting somebody: hallway outcome "Ursina Caflisch" "became a client" --date 2018-05

    It hangs on all encounters with them before. `hallway outcomes` shows what came of what; `hallway undo` takes it back.
    """
    from hallway.interfaces.cli.show_outcomes import came_lines

    what = " ".join(words).strip()
    if not what:
        raise click.UsageError('say what came of it, such as "became a client"')
    try:
        kept = memory.years.outcome(person, what, when=when, lag=lag)
    except LookupError as error:
        names = error.args[0]
        if not names:
            nobody(memory, person)
        fail(f"“{person}” may be {listed(names[:5], 'or')}: name one of them in full; nothing was kept")
        return
    found = memory.years.outcomes(person)
    came = [c for c in found.came if c.what == what] if found else []
    if as_json:
        print_json({"kept": kept.as_dict(), "outcomes": [c.as_dict() for c in came]})
        return
    click.echo("This was noted today already." if kept.already else "Noted; `hallway undo` takes it back.")
    for one in came[-1:]:
        show(["", *came_lines(one)])
