"""Templates, and what they can call."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from hallway.interfaces.cli.render import said
from hallway.interfaces.web.tongue import Tongue, tongues

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_HERE / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(static=static, tongues=tongues, marked=marked)
    return made


@cache
def stamp() -> str:
    """What our files are, in ten letters: it stands in their addresses, so browsers may keep them for ever."""
    told = hashlib.sha256()
    for name in (*files(), *later()):
        told.update(place(name).read_bytes())
    return told.hexdigest()[:10]


@cache
def files() -> tuple[str, ...]:
    """The names of our files that every page may need; the service worker fetches them at once."""
    return tuple(sorted(f.name for f in STATIC.iterdir() if f.is_file()))


@cache
def later() -> tuple[str, ...]:
    """The names of those that only some pages need, and that are fetched there."""
    return tuple(sorted(f.name for f in (STATIC / "later").iterdir() if f.is_file()))


def place(name: str) -> Path:
    """Where one of our files lies."""
    return STATIC / "later" / name if name in later() else STATIC / name


def static(name: str) -> str:
    """The address of one of our files."""
    return f"/static/{stamp()}/{name}"


def page(template: str, language: Tongue, **values: object) -> str:
    """A template, filled, in one language."""
    words = {
        "_": language.say,
        "n_": language.count,
        "tongue": language,
        "dates": language.dates,
        "w_": language.phrase,
    }
    return _environment().get_template(template).render(**words, **values)


def marked(text: str, names: Iterable[str]) -> Markup:
    """Foreign text as its author saw it, safe to show, in which the first of `names` that it holds is marked."""
    text = said(text)
    for name in names:
        at = text.casefold().find(name.casefold()) if name else -1
        if at >= 0 and text[at : at + len(name)].casefold() == name.casefold():
            return Markup("{}<mark>{}</mark>{}").format(text[:at], text[at : at + len(name)], text[at + len(name) :])
    return escape(text)
