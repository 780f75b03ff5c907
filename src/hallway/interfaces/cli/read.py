"""`hallway read`: read texts about conferences, show what is understood, and keep it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.inputs import Outcome, read_all
from hallway.interfaces.cli.options import command, date_option, json_option, print_json, somebody_there, warn
from hallway.interfaces.cli.render import show
from hallway.interfaces.cli.with_model import reader_with

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE... | -")
@click.option("--yes", "-y", is_flag=True, help="Keep everything without asking.")
@click.option("--dry-run", "-n", is_flag=True, help="Keep nothing and don't ask.")
@click.option(
    "--with",
    "model",
    metavar="MODEL",
    help="Let this model of the llm library read. The texts go to it, wherever it runs; you are asked before.",
)
@date_option
@json_option
@command(creates=True)
def cli(
    memory: Memory,
    files: tuple[str, ...],
    yes: bool,
    dry_run: bool,
    model: str | None,
    written: str | None,
    as_json: bool,
) -> None:
    """Read texts about conferences, show what is understood, and keep it.

    FILE is plain text, Markdown or HTML; - is standard input. What was kept before adds nothing.
    """
    reader = reader_with(model, files, yes) if model else None
    outcomes = _told(read_all(memory, files, written, reader), len(files))
    failed = (
        _as_json(memory, outcomes, yes and not dry_run, len(files)) if as_json else _ask(memory, outcomes, yes, dry_run)
    )
    if as_json and not (yes or dry_run):
        warn("nothing was kept: add --yes to keep it, or --dry-run to say that you only look")
    sys.exit(1 if failed else 0)


def _told(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes, with problems said at once, and progress when it takes longer than a second."""
    begun = time.monotonic()
    for number, outcome in enumerate(outcomes, 1):
        if total > 1 and time.monotonic() - begun > 1:
            click.echo(f"[{number}/{total}] {outcome.name}", err=True)
        if outcome.problem or outcome.note:
            warn(outcome.problem or outcome.note or "")
        yield outcome


def _as_json(memory: Memory, outcomes: Iterator[Outcome], keep: bool, total: int) -> int:
    """Print what was understood; returns how many files failed."""
    told: list[dict[str, object]] = []
    failed = 0
    for outcome in outcomes:
        if outcome.reading is None:
            failed += 1
            told.append({"source": outcome.name, "error": outcome.problem})
            continue
        kept = {"kept": memory.keep(outcome.reading)[0].as_dict()} if keep else {}
        told.append(outcome.reading.as_dict() | kept)
    print_json(told[0] if total == 1 else told)
    return failed


def _ask(memory: Memory, outcomes: Iterator[Outcome], yes: bool, dry_run: bool) -> int:
    """Show each text and keep it if told to; returns how many failed."""
    from hallway.interfaces.cli.ask_unsure import ask_unsure
    from hallway.interfaces.cli.show_reading import kept_line, reading_lines

    failed, unasked, shown = 0, 0, 0
    for outcome in outcomes:
        if outcome.reading is None:
            failed += 1
            continue
        if shown:
            click.echo()
        shown += 1
        show([*reading_lines(outcome.reading, memory.recognise(outcome.reading)), ""])
        if not outcome.reading.facts:
            continue
        if memory.is_kept(outcome.reading):
            click.echo("Kept already: nothing to add.")
        elif dry_run:
            continue
        elif not yes and not somebody_there():
            unasked += 1
        else:
            reading = outcome.reading if yes else ask_unsure(outcome.reading)
            answer = "y" if yes else _question()
            yes = yes or answer == "a"
            if answer == "n":
                click.echo("Not kept.")
            else:
                click.echo(kept_line(memory.keep(reading)[0], memory.path))
    if unasked:
        warn("nothing was kept, as nobody is here to ask: add --yes to keep it")
    return failed


def _question() -> str:
    """`y`, `n`, or `a` for this one and all that follow. Enter means yes."""
    while True:
        answer = click.prompt("Keep this? [Y/n, a: all]", "y", show_default=False, prompt_suffix=" ").strip().lower()
        if answer[:1] in ("y", "n", "a"):
            return str(answer[0])
