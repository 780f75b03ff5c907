"""`hallway serve`: serve the web app, on this machine or for the phone beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.options import command, fail, json_option, print_json, somebody_there, warn

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.interfaces.web.server import Where

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8420, show_default=True, help="Where to listen.")
@click.option("--lan", is_flag=True, help="Let the phone beside this machine in, too; asks for a pass-phrase.")
@click.option("--cert", "certificate", type=_FILE, metavar="FILE", help="A certificate (PEM), for HTTPS.")
@click.option("--key", type=_FILE, metavar="FILE", help="Its private key (PEM).")
@click.option(
    "--name", "names", multiple=True, metavar="NAME", help="Another name by which browsers may call this machine."
)
@json_option
@command(creates=True)
def cli(
    memory: Memory,
    port: int,
    lan: bool,
    certificate: Path | None,
    key: Path | None,
    names: tuple[str, ...],
    as_json: bool,
) -> None:
    """Serve the web app to the browser on this machine.

    It prints a link that signs one browser in, once. With --lan the phone beside it can come in, too: by the QR code, or
    with a pass-phrase that you choose.
    """
    from hallway.interfaces.web.server import Where, serve

    if bool(certificate) != bool(key):
        raise click.UsageError("--cert and --key go together")
    where = Where(port, lan, certificate, key, tuple(n.lower() for n in names))
    if lan:
        _ask_phrase(memory)
    serve(memory, where, lambda: _greet(memory, where, as_json))


def _ask_phrase(memory: Memory) -> None:
    """A pass-phrase, chosen once; from then on it is what lets other devices in."""
    if memory.access.has_phrase:
        return
    if not somebody_there():
        fail("--lan needs a pass-phrase, and nobody is here to choose one: run it once at a terminal")
    while True:
        phrase = click.prompt("Choose a pass-phrase for other devices", hide_input=True, confirmation_prompt=True)
        try:
            memory.access.set_phrase(phrase)
            return
        except ValueError as error:
            warn(str(error))


def _greet(memory: Memory, where: Where, as_json: bool) -> None:
    link = where.url(memory.access.link())
    if as_json:
        print_json({"link": link, "lan": where.lan})
        return
    click.echo(f"Hallway is at {link}")
    click.echo("The link signs one browser in, once. Ctrl-C ends it.")
    if not where.lan:
        return
    import segno

    segno.make(link, error="m").terminal(compact=True)
    click.echo("For the phone: scan this, or open the address and give the pass-phrase.")
    if where.scheme == "http":
        warn(
            "this is plain HTTP: whoever shares the network can read along, and phones keep nothing offline;"
            " --cert and --key make it HTTPS"
        )
