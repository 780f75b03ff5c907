"""`hallway import`: bring in what you have elsewhere: address books, programmes, calendars, archives."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json, somebody_there, warn
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import clean, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.app.files import Plan


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "known", metavar="FORMAT", help="Which format it is, where Hallway does not see that itself.")
@click.option("--yes", "-y", is_flag=True, help="Take it in without asking.")
@click.option("--dry-run", "-n", is_flag=True, help="Say what would come of it, and keep nothing.")
@json_option
@command(creates=True)
def cli(memory: Memory, files: tuple[str, ...], known: str | None, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Bring in what you have elsewhere: address books, programmes, calendars, archives.

    FILE may be a folder or a zip archive, too. What it is, is seen from what is in it. What was brought in before adds
    nothing, what changed replaces what it said before, and `hallway undo` takes an import back as a whole.
    """
    from hallway.interfaces.cli.show_import import plan_lines, report_lines

    try:
        plan = memory.files.plan(files, known)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as") from error
    if not as_json:
        show(plan_lines(plan))
    if plan.files and not (dry_run or yes or _agreed(plan, as_json)):
        sys.exit(1 if plan.problems else 0)
    with bar("importing") as progress:
        imported = memory.files.import_(plan, dry_run=dry_run, progress=progress, tell=lambda p: warn(clean(str(p))))
    if as_json:
        print_json(imported.as_dict() | {"kept": not dry_run})
    elif plan.files:
        show(report_lines(imported, dry_run))
    sys.exit(1 if imported.failures else 0)


def _agreed(plan: Plan, as_json: bool) -> bool:
    """Whether the person at the keyboard wants this; somebody who is not there does not."""
    if as_json or not somebody_there():
        warn("nothing was kept, as nobody is here to ask: add --yes to keep it, or --dry-run to only look")
        return False
    return click.confirm("Take this in?", default=True)
