"""`hallway met`: keep one line about somebody whom you just met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.inputs import lines_of_stdin
from hallway.interfaces.cli.options import command, date_option, explain, fail, json_option, print_json, warn

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("met", context_settings={"ignore_unknown_options": True})
@click.argument("note", nargs=-1, required=True, metavar="NOTE... | -")
@date_option
@json_option
@command(creates=True)
def cli(memory: Memory, note: tuple[str, ...], written: str | None, as_json: bool) -> None:
    """Keep one line about somebody whom you just met, as you would type it on a phone.

    "Petra Malinová, new, at Small Signals; looks for a coach; via Marta Szulc", in any order. With - each line of
    standard input is a note.
    """
    lines = lines_of_stdin() if note == ("-",) else [" ".join(note)]
    told: list[dict[str, object]] = []
    failed = 0
    for line in lines:
        try:
            told.append(_keep(memory, line, written, as_json))
        except Exception as error:
            problem = explain(error)
            if problem is None:
                raise
            failed += 1
            told.append({"note": line, "error": problem})
            warn(problem)
    if as_json:
        print_json(told if note == ("-",) else told[0])
    if failed:
        fail(f"{failed} of {len(lines)} notes not kept") if len(lines) > 1 else click.get_current_context().exit(1)


def _keep(memory: Memory, line: str, written: str | None, quiet: bool) -> dict[str, object]:
    from hallway.reading.note import said_back

    reading, kept = memory.met(line, written=written)
    understood = said_back(reading).replace("?.", "?")
    followed = memory.feeds.before(reading)
    if not quiet:
        click.echo(f"{understood}  [{'kept already' if kept.already else 'kept'} in {memory.path}]")
        for name, told in followed.items():
            click.echo(f"{name}: {told}.")
    return {
        "note": line,
        "understood": understood,
        "reading": reading.as_dict(),
        "kept": kept.as_dict(),
        "followed": followed,
    }
