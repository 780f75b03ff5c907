"""`hallway export`: write what the memory holds to a file, for yourself or another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, day, fail, json_option, print_json
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import counted, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.app.exporting import Exported


@click.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--as", "format", metavar="FORMAT", help="The format, where the ending of FILE does not say it.")
@click.option("--about", metavar="PERSON", help="Only what is held on one person.")
@click.option("--event", metavar="EVENT", help="Only who had to do with an event, or with all events of a series.")
@click.option("--since", callback=day, metavar="DATE", help="Only whom you met, or wrote of, since a day: 2025-06.")
@json_option
@command()
def cli(
    memory: Memory,
    file: Path,
    format: str | None,
    about: str | None,
    event: str | None,
    since: str | None,
    as_json: bool,
) -> None:
    """Write what the memory holds to FILE, whose ending says the format.

    .hallway or .zip is an archive, of which `hallway import` makes the same memory again; .vcf, .csv, .ics, .opml, .graphml
    and .html are for other programs and people; a name without an ending is a folder of Markdown notes.

    `--about PERSON` alone shows everything that is held on one person, in a form that they can read; with a FILE that ends
    in .txt, .md or .html it is written there.
    """
    if file is None:
        _show_held(memory, about, as_json, bool(format or event or since))
        return
    with bar("exporting") as progress:
        done = memory.files.export(file, format, about=about, event=event, since=since, progress=progress)
    if as_json:
        print_json(done.as_dict())
    else:
        show(_lines(done))


def _show_held(memory: Memory, about: str | None, as_json: bool, more: bool) -> None:
    from hallway.interfaces.cli.show_held import held_lines

    if about is None or more:
        fail("which FILE? Its ending says the format, such as everything.hallway; `--about PERSON` alone needs none")
    report = memory.files.held(about or "")
    if as_json:
        print_json(report.as_dict())
    else:
        show(held_lines(report))


def _lines(done: Exported) -> list[str]:
    if done.format == "archive":
        what = done.selected or "everything"
        return [
            f"{done.path}: {what}, in {counted(done.rows or 0, 'row')}. `hallway import {done.path}` brings it back."
        ]
    if done.format == "report":
        return [f"{done.path}: everything that is held on {done.selected}."]
    of = f", {done.selected}" if done.selected else ""
    people = "1 person" if done.people == 1 else f"{done.people:,} people"
    return [f"{done.path}: {done.title}{of}: {people}, {counted(done.events, 'event')}."]
