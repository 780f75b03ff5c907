"""`hallway people`: list the people whom you met, latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import short
from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import KINDS, show, table

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.people import PersonLine


@click.command("people")
@click.option("--kind", type=click.Choice(list(KINDS)), help="Only those whom you ever met so; none: only heard of.")
@click.option("--event", metavar="NAME", help="Only those whom you met at this event or series, as you met them there.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="How many at most.")
@json_option
@command(without="there is nobody yet")
def cli(memory: Memory, kind: str | None, event: str | None, limit: int, as_json: bool) -> None:
    """List the people whom you met, latest first. A date with ~ is only that of the diary."""
    found = memory.people(kind, event, limit)
    if as_json:
        print_json([p.as_dict() for p in found])
    elif not found:
        click.echo("Nobody yet." if not (kind or event) else "Nobody fits.")
    else:
        show(table((_row(p) for p in found), (28, 14)))


def _row(line: PersonLine) -> tuple[str, ...]:
    place = " · ".join(p for p in (line.event.title if line.event else "", line.organization) if p)
    return line.name, _last(line), place


def _last(line: PersonLine) -> str:
    """When I last met them, in short; for somebody met at an event the days of the event."""
    event = line.event
    day = short(event.start, event.end) if event and event.start == line.last else ""
    return day or short(line.last, dated=line.dated) or KINDS[line.kind]
