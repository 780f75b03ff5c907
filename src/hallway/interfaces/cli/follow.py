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
@click.option("--which", type=click.IntRange(min=0), metavar="N", help="Whom of several of that name; 0: somebody new.")
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
    which: int | None,
    offline: bool,
    allow_local: bool,
    as_json: bool,
) -> None:
    """Follow somebody's feed or page: hallway follow "Lena Ortiz" https://lena.example --since 2005 "I read her blog".

    URL is a feed (RSS, Atom, JSON Feed), or a page that names one. It is fetched once now, and again by `hallway feeds
    refresh`, and never otherwise. Posts appear in the person's story, and recall finds them.
    """
    who = _chosen(memory, person, which)
    name = who.name if who else person.strip()
    kept = memory.feeds.follow(name, url, " ".join(words), since=since, person=who.id if who else None)
    if not as_json:
        click.echo(
            f"{'You follow' if kept.already else 'Following'} {name} at {url}{' already' if kept.already else ''}."
        )
    ours = [line.url for line in memory.feeds.of(name) if line.checked_at is None] if not offline else []
    found = memory.feeds.refresh(ours, allow_local=allow_local, action=kept.action)
    if as_json:
        print_json({"person": name, "url": url, "kept": kept.as_dict(), "feeds": [f.as_dict() for f in found]})
        return
    from hallway.interfaces.cli.show_feeds import refreshed_lines

    show(refreshed_lines(found))
    for one in found:
        if one.problem:
            warn(f"it is kept, and `hallway feeds refresh` tries again: {one.url}: {one.problem}")


def _chosen(memory: Memory, name: str, which: int | None) -> PersonLine | None:
    """Whom the name means; None for somebody new. Ends the program where several can be meant and nobody can be asked."""
    if not name.strip():
        fail('whom? Give a name: hallway follow "Lena Ortiz" https://lena.example')
    found = memory.feeds.candidates(name) if memory.exists else []
    if which is not None and which > len(found):
        fail(f"there are only {len(found)} people called “{name}”; --which 0 makes somebody new")
    if which is None and len(found) > 1:
        which = _asked(name, found)
    if which is None:
        which = len(found)
    return found[which - 1] if which else None


def _asked(name: str, found: list[PersonLine]) -> int:
    called = [f"{n}: {_told(line)}" for n, line in enumerate(found, 1)]
    if not somebody_there():
        fail(
            f"“{name}” can be {listed(called, 'or')}; say the full name, or add --which with a number (0: somebody new)"
        )
    show([f"“{name}” can be:", *(f"  {line}" for line in called), "  0: somebody new"])
    return int(click.prompt("Which?", type=click.IntRange(0, len(found))))


def _told(line: PersonLine) -> str:
    known = [line.organization, line.event.title if line.event else None]
    return f"{line.name}{''.join(f', {k}' for k in known if k)}"
