"""`hallway feeds`: show the feeds that you follow, and fetch what is new in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json, warn
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import show

if TYPE_CHECKING:
    from hallway.actions.refresh import Refreshed
    from hallway.app import Memory


@click.command("feeds")
@click.argument(
    "what", type=click.Choice(["list", "refresh", "export"]), default="list", metavar="[list|refresh|export]"
)
@click.argument("target", required=False, metavar="[PERSON | URL | FILE.opml]")
@click.option("--all", "every", is_flag=True, help="Also feeds whose servers want to be left alone for a while.")
@click.option("--allow-local", is_flag=True, help="Feeds may be in your own network.")
@json_option
@command(without="nobody is followed yet")
def cli(memory: Memory, what: str, target: str | None, every: bool, allow_local: bool, as_json: bool) -> None:
    """Show the feeds that you follow: whose they are, the last post, when they were looked at, and what went wrong.

    `hallway feeds refresh` fetches what is new in all of them, or in one person's; `hallway feeds export FILE.opml` writes
    the list for other feed readers (- is standard output). Times are UTC.
    """
    if what == "refresh":
        _refresh(memory, target, every, allow_local, as_json)
    elif what == "export":
        _export(memory, target)
    else:
        _list(memory, target, as_json)


def _list(memory: Memory, target: str | None, as_json: bool) -> None:
    from hallway.interfaces.cli.show_feeds import feed_lines

    lines = memory.feeds.of(target) if target else memory.feeds.all()
    if as_json:
        print_json([line.as_dict() for line in lines])
    elif not lines:
        click.echo('Nobody is followed yet: hallway follow "Lena Ortiz" https://lena.example')
    else:
        show(feed_lines(lines))


def _refresh(memory: Memory, target: str | None, every: bool, allow_local: bool, as_json: bool) -> None:
    from hallway.interfaces.cli.show_feeds import refreshed_lines

    only = [line.url for line in memory.feeds.of(target)] if target else None
    with bar("Looking at feeds") as progress:
        found = memory.feeds.refresh(only, every=every, allow_local=allow_local, progress=progress)
    if as_json:
        print_json([one.as_dict() for one in found])
    else:
        show(refreshed_lines(found))
    for one in found:
        if one.problem and not as_json:
            warn(f"{one.url}: {one.problem}")
    sys.exit(1 if _failed(found) else 0)


def _failed(found: list[Refreshed]) -> bool:
    return any(one.status == "failed" for one in found)


def _export(memory: Memory, target: str | None) -> None:
    if not target:
        fail("where to? hallway feeds export FILE.opml, or - for standard output")
        return
    data = memory.feeds.opml()
    if target == "-":
        click.echo(data.decode(), nl=False)
        return
    file = Path(target)
    with file.open("xb") as out:
        out.write(data)
    count = len(memory.feeds.all())
    click.echo(f"Wrote {count} feed{'' if count == 1 else 's'} to {file}.")
