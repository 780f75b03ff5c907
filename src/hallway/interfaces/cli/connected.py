"""`hallway connected`: suggest whom you met where, from the days on which you connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json
from hallway.interfaces.cli.render import counted, entry, heading, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.connected import Suggestion


@click.command("connected")
@click.option("--accept", metavar="N,N", help="These you met there: keep them. 3,5-9 takes ranges.")
@click.option("--accept-all", is_flag=True, help="All of them.")
@click.option("--dismiss", metavar="N,N", help="These are not so, and are never asked again.")
@json_option
@command(without="bring in your connections first: `hallway import Connections.csv`")
def cli(memory: Memory, accept: str | None, accept_all: bool, dismiss: str | None, as_json: bool) -> None:
    """Suggest whom you met where: people with whom you connected while an event was on that you were at, or in the week after.

    The numbers are those of the list. What you accept is kept as an encounter with its reason; `hallway undo` takes it back.
    """
    found = memory.programmes.connected()
    chosen = list(found) if accept_all else _chosen(found, accept, "--accept")
    unwanted = _chosen(found, dismiss, "--dismiss")
    chosen = [s for s in chosen if s not in unwanted]
    memory.programmes.dismiss(unwanted) if unwanted else None
    kept = memory.programmes.accept(chosen)
    if as_json:
        numbered = [{"number": i, **s.as_dict()} for i, s in enumerate(found, 1)]
        print_json({"suggestions": numbered, "accepted": [k.as_dict() for k in kept], "dismissed": len(unwanted)})
    elif accept or accept_all or dismiss:
        _told(kept[0].action if kept else None, len(chosen), len(unwanted))
    elif not found:
        click.echo("No connection began at an event that you were at, or in the week after.")
    else:
        show(_lines(found))
        click.echo("\nKeep them with --accept-all or --accept 1,3-5; --dismiss 2 never asks again.")


def _chosen(found: list[Suggestion], numbers: str | None, option: str) -> list[Suggestion]:
    chosen: list[Suggestion] = []
    for part in (numbers or "").split(",") if numbers else ():
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise click.BadParameter(f"“{part.strip()}” is no number of the list", param_hint=option)
        wanted = range(int(first), int(last or first) + 1)
        if wanted.start < 1 or wanted.stop - 1 > len(found):
            raise click.BadParameter(f"the list has {counted(len(found), 'suggestion')}", param_hint=option)
        chosen += (found[i - 1] for i in wanted)
    return list(dict.fromkeys(chosen))


def _told(action: int | None, accepted: int, dismissed: int) -> None:
    parts = [f"{counted(accepted, 'encounter')} kept"] if accepted else []
    parts += [f"{dismissed} dismissed for good"] if dismissed else []
    back = f" `hallway undo {action}` takes it back." if action else ""
    click.echo(f"{', '.join(parts) or 'Nothing chosen'}.{back}")


def _lines(found: list[Suggestion]) -> list[str]:
    lines: list[str] = []
    above = None
    for number, one in enumerate(found, 1):
        if above != one.event:
            lines += [*([""] if above else []), heading(one.title)]
        above = one.event
        lines += entry(f"{number} {one.name}", [one.reason, "met before" if one.again else None])
    return lines
