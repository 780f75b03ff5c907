"""`hallway correct`: put right what a text was read to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, json_option, print_json

if TYPE_CHECKING:
    from hallway.app import Memory

_KINDS = click.Choice(["fleeting", "new", "renewed", "cemented", "none"])


@click.command("correct")
@click.argument("person")
@click.option("--name", metavar="NAME", help="What they are called.")
@click.option("--met", type=_KINDS, help="How you met; none: you did not.")
@click.option("--at", "event", metavar="EVENT", help="At which event, with --met.")
@click.option("--organization", metavar="NAME", help="Whom they work for.")
@click.option("--not-at", metavar="NAME", help="An organization that is not theirs.")
@click.option(
    "--not",
    "not_so",
    metavar="WORDS",
    help="A need, relation, role or outcome, as `hallway who` shows it, that is not so.",
)
@json_option
@command()
def cli(
    memory: Memory,
    person: str,
    name: str | None,
    met: str | None,
    event: str | None,
    organization: str | None,
    not_at: str | None,
    not_so: str | None,
    as_json: bool,
) -> None:
    """Put right what a text was read to say of a person. It holds against every text to come, too, until you undo it."""
    number = f"#{memory.person(person).id}"
    said: list[tuple[str, str | None, str | None]] = []
    if name:
        said.append(("name", name, None))
    if met:
        said.append(("met", met, None))
    if organization or not_at:
        said.append(("organization", organization, not_at))
    if not_so:
        said.append(("words", None, not_so))
    if not said:
        raise click.UsageError("say what to put right: --name, --met, --organization, --not-at or --not")
    actions = [memory.same.correct(number, field, new, old, event) for field, new, old in said]
    if as_json:
        print_json({"actions": actions, "person": memory.person(number).as_dict()})
    else:
        click.echo(f"Put right. `hallway undo {actions[-1]}` takes it back.")
