"""`hallway messages`: read your own mails and chats for whom you met."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json, somebody_there, warn
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import counted, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.app.messages import Telling


@click.command("messages")
@click.option("--since", metavar="DAY", help="Only conversations that went on to this day or later (2019, 2019-05-01).")
@click.option("--yes", "-y", is_flag=True, help="Keep what is sure without asking.")
@click.option("--dry-run", "-n", is_flag=True, help="Keep nothing and don't ask.")
@json_option
@command(without="bring in mails or chats first: `hallway import mail.mbox`")
def cli(memory: Memory, since: str | None, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Read what you wrote yourself in imported mails and chats, and find whom you met.

    Only messages that look like telling of a meeting are read: "met Jane at the bar of ...", "great to see you at ...". What
    others wrote is never looked at. What was kept before is not asked again.
    """
    asking = not (yes or dry_run or as_json)
    if asking and not somebody_there():
        warn("nothing was kept, as nobody is here to ask: add --yes to keep what is sure, or --dry-run to only look")
        asking, dry_run = False, True
    with bar("looking through your messages") as progress:
        found = memory.messages.tellings(since, progress)
        if asking:
            _ask(memory, found)
            return
        every = list(found)
    sure = [t for one in every if (t := memory.messages.sure_of(one))] if yes and not dry_run else []
    kept = memory.messages.keep(sure) if sure else []
    if as_json:
        print_json([t.reading.as_dict() | {"with": t.said_in} for t in every])
        return
    for one in every:
        _show(memory, one)
    click.echo(
        f"{counted(len(every), 'message')} told of a meeting"
        + (f"; {len(kept)} kept, as far as they were sure." if yes else ".")
    )


def _show(memory: Memory, telling: Telling) -> None:
    from hallway.interfaces.cli.show_reading import reading_lines

    show([*reading_lines(telling.reading, memory.recognise(telling.reading)), ""])


def _ask(memory: Memory, found: Iterator[Telling]) -> None:
    """Show each and keep it if told to."""
    from dataclasses import replace

    from hallway.interfaces.cli.ask_unsure import ask_unsure
    from hallway.interfaces.cli.show_reading import kept_line

    asked = 0
    for one in found:
        asked += 1
        _show(memory, one)
        answer = (
            click.prompt("Keep this? [Y/n, q: stop]", "y", show_default=False, prompt_suffix=" ").strip().lower()[:1]
        )
        if answer == "q":
            sys.exit(0)
        if answer == "n":
            click.echo("Not kept.\n")
            continue
        reading = ask_unsure(one.reading)
        known = {ref: person for ref, person in one.known.items() if ref in reading.names()}
        mended = replace(one, reading=reading, known=known)
        click.echo(kept_line(memory.messages.keep([mended])[0], memory.path) + "\n")
    if not asked:
        click.echo("None of your messages tells of a meeting that is not kept yet.")
