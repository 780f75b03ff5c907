"""`hallway export`: write what the memory holds to a file, for yourself or another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import counted

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@command()
def cli(memory: Memory, file: Path, as_json: bool) -> None:
    """Write all that the memory holds to FILE: an archive that `hallway import` makes the same memory of."""
    rows = memory.files.archive(file)
    if as_json:
        print_json({"file": str(file), "rows": rows})
    else:
        click.echo(f"{file}: everything, in {counted(rows, 'row')}. `hallway import {file}` brings it back.")
