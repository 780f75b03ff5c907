"""`hallway follow`: follow somebody's feed or page, from before you met or from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, day, fail, json_option, print_json, somebody_there, warn
from hallway.interfaces.cli.render import listed, show

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.queries.people import PersonLine


@click.command("follow")
@click.argument("person")
@click.argument("url")
@click.argument("words", nargs=-1)
@click.option(
    "--since",
    callback=day,
    metavar="DATE",
    help="Since when you have read them, as vague as it is: 2005, 2005-10, 200X.",
)
@click.option("--new", "stranger", is_flag=True, help="Somebody new, although the memory has people of that name.")
@click.option("--offline", is_flag=True, help="Only keep it; `hallway feeds refresh` looks at the address later.")
@click.option("--allow-local", is_flag=True, help="The address may be in your own network.")
@json_option
@command(creates=True)
def cli(
    memory: Memory,
    person: str,
    url: str,
    words: tuple[str, ...],
    since: str | None,
    stranger: bool,
    offline: bool,
    allow_local: bool,
    as_json: bool,
) -> None:
    """Follow somebody's feed or page: hallway follow "Lena Ortiz" https://lena.example --since 2005 "I read her blog".

    URL is a feed (RSS, Atom, JSON Feed), or a page that names one. It is fetched once now, and again by `hallway feeds
    refresh`, and never otherwise. PERSON may be a number such as #12. Posts appear in the person's story, and recall finds them.
    """
    who = None if stranger else _chosen(memory, person, url)
    name = who.name if who else person.strip()
    kept = memory.feeds.follow(name, url, " ".join(words), since=since, person=who.id if who else None)
    if not as_json:
        new = "" if who else ", who is new here,"
        click.echo(f"You follow {name} at {url} already." if kept.already else f"Following {name}{new} at {url}.")
    ours = [] if offline or kept.already else memory.feeds.at(url)
    found = memory.feeds.refresh(ours, allow_local=allow_local, action=kept.action)
    if as_json:
        print_json({"person": name, "url": url, "kept": kept.as_dict(), "feeds": [f.as_dict() for f in found]})
        return
    from hallway.interfaces.cli.show_feeds import refreshed_lines

    show(refreshed_lines(found))
    for one in found:
        if one.problem:
            warn(f"it is kept, and `hallway feeds refresh` tries again: {one.url}: {one.problem}")


def _chosen(memory: Memory, name: str, url: str) -> PersonLine | None:
    """Whom the name means; None for somebody new. Ends the program where several can be meant and nobody can be asked."""
    if not name.strip():
        fail('whom? Give a name: hallway follow "Lena Ortiz" https://lena.example')
    found = memory.feeds.candidates(name, url) if memory.exists else []
    if len(found) < 2:
        return found[0] if found else None
    each = [f"#{p.id} {p.name}{''.join(f', {k}' for k in _known(p) if k)}" for p in found]
    if not somebody_there():
        fail(f"“{name}” can be {listed(each, 'or')}; say which by number, such as #{found[0].id}, or add --new")
    show([f"“{name}” can be:", *(f"  {n}: {line}" for n, line in enumerate(each, 1)), "  0: somebody new"])
    chosen = int(click.prompt("Which?", type=click.IntRange(0, len(found))))
    return found[chosen - 1] if chosen else None


def _known(line: PersonLine) -> tuple[str | None, str | None]:
    return line.organization, line.event.title if line.event else None
