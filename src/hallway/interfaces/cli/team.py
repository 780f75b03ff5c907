"""`hallway team`: show who was in a team, from when to when, and why they left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, day, fail, json_option, print_json
from hallway.interfaces.cli.render import lines_between, show

if TYPE_CHECKING:
    from hallway.app import Memory


@click.command("team")
@click.argument("name", nargs=-1, required=True)
@click.option("--original", is_flag=True, help="Only those with whom it began.")
@click.option("--year", type=click.IntRange(1000, 9999), help="Only who was in it at the end of this year.")
@click.option("--at", callback=day, metavar="DATE", help="Only who was in it on this day.")
@click.option("--latest", is_flag=True, help="Only the team of the last year that is told of.")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw its years into this file.")
@json_option
@command(without="there is no team yet")
def cli(
    memory: Memory, name: tuple[str, ...], original: bool, year: int | None, at: str | None, latest: bool,
    svg: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Show a team over the years: members, roles, who joined, who left, in the words of the texts.

    NAME is a series in any form, an event, or what the team is called: hallway team "the original Lantern Days team"
    """
    from hallway.interfaces.cli.show_team import chosen_lines, team_story

    called = " ".join(name)
    original = original or bool(re.search(r"\b(?:original|founding)\b", called, re.I))
    latest = latest or bool(re.search(r"\b(?:this year['’]s|current|today['’]s)(?!\w)", called, re.I))
    found = memory.years.teams(called)
    when = at or (str(year) if year else None)
    if as_json:
        print_json({"query": called, "at": when, "teams": [t.as_dict() | t.chosen(original, when) for t in found]})
    if not found:
        fail(f"no team here is known as “{called}”; `hallway events` lists what may have one")
    if svg:
        from hallway.interfaces.team_svg import team_svg

        svg.write_text(team_svg(found[0]), encoding="utf-8")
        click.echo(f"Drawn: {svg}", err=True)
    if as_json:
        return
    if original or when or latest:
        show(lines_between(chosen_lines(t, original, when) for t in found))
    else:
        show(lines_between(team_story(t) for t in found))
