"""`hallway split`: take apart what was merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import show, table

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("split")
@click.argument("person")
@click.argument("record", type=int, required=False)
@click.option("--list", "only_list", is_flag=True, help="Only show which records the person is made of.")
@json_option
@command()
def cli(memory: Memory, person: str, record: int | None, only_list: bool, as_json: bool) -> None:
    """Take apart what was merged: a RECORD of a person becomes what it was before, with all that came to it since.

    Without RECORD, a person made of two records is split into them. They are not suggested as the same again.
    """
    if only_list:
        records = memory.same.records(person)
        if as_json:
            print_json([r.as_dict() for r in records])
        else:
            show(table([(f"#{r.id}", ", ".join(r.names), ", ".join(r.sources)) for r in records], (7, 30)))
        return
    action = memory.same.split(person, record)
    if as_json:
        print_json({"action": action})
    else:
        click.echo(f"Two people again. `hallway undo {action}` takes it back.")
