"""Asks about those of whom the reader is not sure, with its best guess first."""

from __future__ import annotations

import click

from hallway.interfaces.cli.render import entry, quote, show
from hallway.interfaces.cli.show_event import GROUPS
from hallway.model import Connection, EncounterFact, PersonFact, Reading

_KEYS = {
    "n": Connection.NEW,
    "r": Connection.RENEWED,
    "c": Connection.CEMENTED,
    "f": Connection.FLEETING,
    "m": Connection.NONE,
}
_HELP = "n: new, r: met again, c: an old tie, f: fleeting, m: only mentioned, x: nobody, s: stop asking"


def ask_unsure(reading: Reading) -> Reading:
    """The reading as its author mends it; as it is, where nothing is unsure."""
    from hallway.reading.asking import answered

    unsure = reading.unsure()
    if not unsure:
        return reading
    click.echo(
        f"Not sure of {len(unsure)} {'person' if len(unsure) == 1 else 'people'}. Enter keeps the guess; {_HELP}."
    )
    for guess in unsure:
        person = next(p for p in reading.all(PersonFact) if p.ref == guess.person)
        met = next(reading.of(EncounterFact, guess.person), None)
        words = (met.evidence if met else person.evidence)[:1]
        show(
            [
                "",
                *entry(person.name, [_named(guess.kinds[0])]),
                *(line for w in words for line in quote(w.text, person.name)),
            ]
        )
        key = _answer()
        if key == "s":
            break
        kind = guess.kinds[0] if key == "" else _KEYS.get(key)
        reading = answered(reading, guess.person, kind)
    click.echo()
    return reading


def _named(kind: Connection) -> str:
    return f"{GROUPS.get(kind, 'mentioned, not met').lower()}?"


def _answer() -> str:
    """One of the keys, `x`, `s`, or nothing for Enter."""
    while True:
        said = click.prompt("  [Enter nrcfmxs]", "", show_default=False, prompt_suffix=" ").strip().lower()
        if said == "" or said in _KEYS or said in ("x", "s"):
            return str(said)
        click.echo(f"  {_HELP}")
