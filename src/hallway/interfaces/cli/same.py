"""`hallway same`: show who is perhaps the same person, and let you decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json, somebody_there
from hallway.interfaces.cli.progress import bar
from hallway.interfaces.cli.render import clean, counted, heading, paragraph, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.same import Suggestion


@click.command("same")
@click.argument("pair", nargs=-1, metavar="[ONE OTHER]")
@click.option("--no", "differ", is_flag=True, help="ONE and OTHER are not the same person; never asked again.")
@click.option("--later", is_flag=True, help="ONE and OTHER: this can wait.")
@click.option("--merge-certain", is_flag=True, help="Merge all that is almost certainly the same, as one step.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.25, show_default=True, help="How probable at least.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many at most.")
@json_option
@command()
def cli(
    memory: Memory,
    pair: tuple[str, ...],
    differ: bool,
    later: bool,
    merge_certain: bool,
    least: float,
    limit: int,
    as_json: bool,
) -> None:
    """Show who is perhaps the same person, the likeliest first, with the reasons, and let you decide.

    On a terminal it asks about each. With ONE and OTHER it is about these two. Merging links, and can be split again.
    """
    if pair or differ or later:
        _decide(memory, pair, differ, later, as_json)
        return
    if merge_certain:
        with bar("comparing") as progress:
            sure, action = memory.same.merge_certain(progress)
        if as_json:
            print_json({"action": action, "merged": [s.as_dict() for s in sure]})
        else:
            back = f" `hallway undo {action}` takes it back." if action else ""
            click.echo(f"Merged: {counted(len(sure), 'pair')}.{back}")
        return
    with bar("comparing") as progress:
        found = memory.same.suggestions(limit, least, progress)
    if as_json:
        print_json([s.as_dict() for s in found])
    elif not found:
        click.echo("Nobody looks like the same person as somebody else.")
    elif somebody_there():
        _ask(memory, found)
    else:
        for suggestion in found:
            show(suggestion_lines(suggestion))


def suggestion_lines(suggestion: Suggestion) -> Iterator[str]:
    """Two people and why they are perhaps one, in 80 columns."""
    sure = "almost certainly" if suggestion.certain else f"{100 * suggestion.probability:.0f} %"
    waiting = ", you said later" if suggestion.later else ""
    yield heading(f"{clean(suggestion.one.name)} = {clean(suggestion.other.name)}?") + f"  {sure}{waiting}"
    for person in (suggestion.one, suggestion.other):
        met = f"met {person.times}×" if person.times else "not met"
        event = person.event.title if person.event else None
        yield from paragraph(f"#{person.id} " + ", ".join(filter(None, [person.organization, met, event])), 4, 6)
    yield from paragraph("; ".join(suggestion.reasons), 4, 6)
    yield ""


def _decide(memory: Memory, pair: tuple[str, ...], differ: bool, later: bool, as_json: bool) -> None:
    if len(pair) != 2:
        raise click.UsageError("name two people, by name or by number such as #12")
    if not (differ or later):
        raise click.UsageError("say --no or --later; `hallway merge` makes one person of two")
    action = memory.same.differ(*pair, later=later and not differ)
    if as_json:
        print_json({"action": action})
    else:
        click.echo(
            f"{'Later, then' if later and not differ else 'Two people, for good'}. `hallway undo {action}` takes it back."
        )


def _ask(memory: Memory, found: list[Suggestion]) -> None:
    for number, suggestion in enumerate(found, 1):
        show(suggestion_lines(suggestion))
        ids = (f"#{suggestion.one.id}", f"#{suggestion.other.id}")
        if len({memory.person(i).id for i in ids}) < 2:
            continue
        answer = click.prompt(
            f"  {number} of {len(found)}: [s]ame, [n]ot the same, [l]ater, [q]uit",
            type=click.Choice(["s", "n", "l", "q"]),
            show_choices=False,
        )
        if answer == "q":
            return
        if answer == "s":
            memory.same.merge(*ids)
        else:
            memory.same.differ(*ids, later=answer == "l")
