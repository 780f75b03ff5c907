"""`hallway forget`: remove a person for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json, somebody_there
from hallway.interfaces.cli.render import counted

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("forget")
@click.argument("person")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@command()
def cli(memory: Memory, person: str, yes: bool, as_json: bool) -> None:
    """Remove a person for good: from facts, texts, journal and index. This cannot be undone.

    Sentences that tell of nobody else are blocked out, elsewhere the name is. What copies still hold them is said.
    """
    who = memory.person(person)
    if not yes:
        if not somebody_there():
            fail(f"{who.name} would be forgotten for good: say --yes if you mean it; nothing was changed")
        click.confirm(f"Forget {who.name} (#{who.id}) for good? This cannot be undone", abort=True)
    gone, copies = memory.same.forget(f"#{who.id}")
    if as_json:
        print_json({**gone.as_dict(), "copies": [c.as_dict() for c in copies]})
        return
    click.echo(f"Forgotten: {counted(gone.facts, 'fact')}, and their words in {counted(gone.texts, 'text')}.")
    for copy in copies:
        made = f" (made {copy.at[:10]})" if copy.at else ""
        click.echo(
            f"Still in {copy.path}{made}." if copy.holds else f"Perhaps still in {copy.path}{made}: it cannot be read."
        )
