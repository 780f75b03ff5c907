"""`hallway ties`: show how strong your ties are, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.missing import nobody
from hallway.interfaces.cli.options import command, day, json_option, print_json
from hallway.interfaces.cli.render import lines_between, show

if TYPE_CHECKING:
    from hallway.app import Memory

STATES = ("strong", "acquaintance", "fleeting", "dormant", "not met")


@click.command("ties")
@click.argument("name", nargs=-1)
@click.option("--state", "states", type=click.Choice(STATES), multiple=True, help="Only ties in this state.")
@click.option("--at", callback=day, metavar="DATE", help="As of this day; else the last that the memory tells of.")
@click.option("--half-life", type=float, metavar="DAYS", help="After how many days an encounter counts half.")
@click.option("--set", "numbers", multiple=True, metavar="NAME=NUMBER", help="Another number of the formula.")
@click.option("--remember", is_flag=True, help="Use these numbers from now on.")
@click.option("--reset", is_flag=True, help="Go back to Hallway's own numbers for good.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="How many at most.")
@json_option
@command(without="there is no tie yet")
def cli(
    memory: Memory, name: tuple[str, ...], states: tuple[str, ...], at: str | None, half_life: float | None,
    numbers: tuple[str, ...], remember: bool, reset: bool, limit: int, as_json: bool,
) -> None:  # fmt: skip
    """List your ties, the strongest first, or take the tie to one person apart.

    What counts how much can be set: --set cemented=3 --set strong=4. docs/ties.md has the formula, the names of its numbers,
    and where it comes from.
    """
    from hallway.interfaces.cli.show_ties import explained_lines, tie_lines

    weights = _weights(numbers, half_life)
    called = " ".join(name)
    try:
        if reset or remember:
            memory.years.weigh(None if reset else weights)
        one = memory.years.tie(called, at=at, weights=weights) if called else []
        every = None if called else memory.years.ties(states, at=at, weights=weights)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        print_json(every.as_dict(limit) if every else {"query": called, "ties": [t.as_dict() for t in one]})
    if called and not one:
        nobody(memory, called)
    if not as_json:
        show(tie_lines(every, limit) if every else lines_between(map(explained_lines, one)))


def _weights(numbers: tuple[str, ...], half_life: float | None) -> dict[str, float]:
    found: dict[str, float] = {} if half_life is None else {"half_life": half_life}
    for told in numbers:
        name, _, number = told.partition("=")
        try:
            found[name.strip().replace("-", "_")] = float(number)
        except ValueError as error:
            raise click.UsageError(f"--set takes NAME=NUMBER, such as cemented=3, not {told!r}") from error
    return found
