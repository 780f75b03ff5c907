"""HTML: one page with everything in it, that asks for nothing elsewhere and runs nothing; for reading, printing, keeping."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hallway.formats.out.data import Encounter, Outgoing, Person, once
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound
from hallway.model.dates import ENGLISH, Dates

if TYPE_CHECKING:
    from jinja2 import Environment

_DATES = Dates(ENGLISH)
HOW = {"new": "met for the first time", "renewed": "met again", "cemented": "cemented", "fleeting": "met fleetingly"}
TOLD = {
    "relation": "What you call it",
    "following": "You follow them",
    "need": "Needs",
    "offer": "Offers",
    "note": "Notes",
    "outcome": "What came of it",
    "post": "What they wrote",
}
"""What is told of a person, by kind, in the order in which it is shown."""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"when": _DATES.when, "held": _DATES.held, "period": _DATES.period, "link": link}
    made.globals |= {"HOW": HOW, "TOLD": TOLD}
    return made


def rendered(template: str, **values: object) -> bytes:
    """A template with these values, as UTF-8."""
    return sound(_environment().get_template(template).render(values)).encode()


def link(kind: str, value: str) -> str:
    """Where an address leads; empty for what is no page, mail address or number, such as a script."""
    if kind == "email":
        return f"mailto:{value}" if re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+", value) else ""
    if kind == "phone":
        digits = re.sub(r"[^\d+]", "", value.removeprefix("tel:"))
        return f"tel:{digits}" if len(digits) > 4 else ""
    if kind in ("url", "feed"):
        address = value if "://" in value else f"https://{value}"
        return address if re.fullmatch(r"https?://[^\s<>\"]+", address) else ""
    return ""


def day(met: Encounter) -> str:
    """When we met, in words; for a meeting without a date, when it was written down."""
    said = _DATES.held(met.met.when)
    return said if met.dated or not said else f"written {said}"


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    people = sorted(outgoing.people, key=_by_name)
    letters = once(initial(p) for p in people)
    file.write(rendered("everybody.html", out=outgoing, people=people, letters=letters, initial=initial, day=day))


def _by_name(person: Person) -> tuple[str, str]:
    return re.sub(r"^\W+", "", person.name).casefold(), person.uid


def initial(person: Person) -> str:
    """The letter under which somebody stands in the index."""
    return next((c.upper() for c in person.name if c.isalnum()), "#")


OUT = (
    OutFormat(
        "html",
        "web page",
        (".html", ".htm"),
        _write,
        "one page for reading and printing: events with whom you met there, people with everything that is told of them;"
        " it needs no network and asks for nothing",
    ),
)
