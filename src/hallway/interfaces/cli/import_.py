"""`hallway import`: bring in what you have elsewhere: address books, programmes, calendars, archives."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json, somebody_there, warn
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import clean, counted, listed, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.app.files import Plan


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "known", metavar="FORMAT", help="Which format it is, where Hallway does not see that itself.")
@click.option("--columns", metavar="ROLE=COLUMN,...", help="Of a CSV: name=Full Name,email=Mail; remembered.")
@click.option("--yes", "-y", is_flag=True, help="Take it in without asking.")
@click.option("--dry-run", "-n", is_flag=True, help="Say what would come of it, and keep nothing.")
@json_option
@command(creates=True)
def cli(
    memory: Memory,
    files: tuple[str, ...],
    known: str | None,
    columns: str | None,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in what you have elsewhere: address books, programmes, calendars, archives.

    FILE may be a folder or a zip archive, too. What it is, is seen from what is in it. What was brought in before adds
    nothing, what changed replaces what it said before, and `hallway undo` takes an import back as a whole.
    """
    from hallway.interfaces.cli.show_import import plan_lines, report_lines

    archives = [f for f in files if known is None and memory.files.is_archive(f)]
    if archives:
        _restore(memory, archives, yes, dry_run, as_json)
        files = tuple(f for f in files if f not in archives)
        if not files:
            return
    try:
        plan = memory.files.plan(files, known or ("csv" if columns else None))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as") from error
    _columns(memory, plan, columns, not (yes or as_json or dry_run) and somebody_there())
    if not as_json:
        show(plan_lines(plan))
    if plan.files and not (dry_run or yes or _agreed(as_json)):
        sys.exit(1 if plan.problems else 0)
    with bar("importing") as progress:
        imported = memory.files.import_(plan, dry_run=dry_run, progress=progress, tell=lambda p: warn(clean(str(p))))
    if as_json:
        print_json(imported.as_dict() | {"kept": not dry_run})
    elif plan.files:
        show(report_lines(imported, dry_run))
    sys.exit(1 if imported.failures else 0)


def _columns(memory: Memory, plan: Plan, told: str | None, ask: bool) -> None:
    """Which column of each CSV is what: as it was told now, or as somebody here says when asked."""
    for file in plan.files:
        known = memory.files.columns(file)
        if known is None:
            continue
        if told:
            try:
                memory.files.tell_columns(known.header, told)
            except ValueError as error:
                raise click.BadParameter(f"{file.found.name}: {error}", param_hint="--columns") from error
        elif ask and not known.told:
            click.echo(
                f"{clean(file.found.name)}: which column is what? (name, email, organization, ...; Enter takes what stands there)"
            )
            roles = {c: click.prompt(f"  {clean(c)}", default=known.roles.get(c, "detail")) for c in known.header if c}
            try:
                memory.files.tell_columns(known.header, {c: r for c, r in roles.items() if r != "detail"})
            except ValueError as error:
                warn(f"{error}; the columns are taken as they are called")


def _restore(memory: Memory, archives: list[str], yes: bool, dry_run: bool, as_json: bool) -> None:
    """Archives of Hallway's own, which hold more than facts: the journal, decisions, corrections."""
    if dry_run:
        if not as_json:
            click.echo(f"{listed(archives)}: a memory in Hallway's own archive; nothing was kept.")
        return
    if not (yes or _agreed(as_json)):
        sys.exit(0)
    for path in archives:
        with bar("restoring") as progress:
            done = memory.files.restore(path, progress)
        if as_json:
            print_json(done.as_dict())
        elif done.whole:
            click.echo(
                f"{path}: the memory is as it was, with {counted(done.texts, 'text')} and {counted(done.facts, 'fact')}."
            )
        else:
            back = f" `hallway undo {done.action}` takes it back." if done.action else ""
            click.echo(f"{path}: {counted(done.texts, 'text')} and {counted(done.facts, 'fact')} were new.{back}")


def _agreed(as_json: bool) -> bool:
    """Whether the person at the keyboard wants this; somebody who is not there does not."""
    if as_json or not somebody_there():
        warn("nothing was kept, as nobody is here to ask: add --yes to keep it, or --dry-run to only look")
        return False
    return click.confirm("Take this in?", default=True)
