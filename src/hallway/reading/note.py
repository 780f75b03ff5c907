"""The quick-note reader: one line as people type it on a phone → facts."""

from __future__ import annotations

import re

from hallway.model import Reading, Source, When
from hallway.model.phrase import Phrase
from hallway.reading.dates import Dated, find_dates
from hallway.reading.notes.claims import Claim, Scanner
from hallway.reading.notes.cues import Sort
from hallway.reading.notes.days import more_dates
from hallway.reading.notes.facts import Facts
from hallway.reading.notes.known import Known as Known
from hallway.reading.notes.known import find_known
from hallway.reading.notes.naming import Namer
from hallway.reading.notes.parts import parts
from hallway.reading.notes.people import chosen, grouped
from hallway.reading.notes.places import Places
from hallway.reading.notes.said import said_back as said_back
from hallway.reading.protocol import UnreadableText

_LONGEST = 1000
_WHO = 'who was it? Start with a name: hallway met "Eleri Vaughan, new, at the Lantern event"'


class NoteReader:
    """Reads one line. A pure function of its arguments; the memory's names help where they are given."""

    def read(self, text: str, known: Known = Known(), written: When | None = None) -> Reading:  # noqa: B008 (frozen)
        """Facts with evidence. Raises `UnreadableText` where nobody is named or the text is no note."""
        if not text.strip():
            raise UnreadableText(Phrase(f"the note is empty: {_WHO}"))
        if len(text) > _LONGEST:
            raise UnreadableText(
                Phrase("this is longer than a note ({n} characters): hallway read takes whole texts", n=str(len(text)))
            )
        source = Source("note", text, "note", written=written)
        claims = _claims(text, known, written)
        groups = grouped(claims, text)
        if not groups:
            raise UnreadableText(Phrase(f"no name found in this note: {_WHO}"))
        return Reading(source, Facts(source, _dates(text, written)).all(groups))


def _dates(text: str, written: When | None) -> list[Dated]:
    return more_dates(text, find_dates(text, written), written)


def _claims(text: str, known: Known, written: When | None) -> list[Claim]:
    """The claims of a note, its names chosen; written small if that is the only way to find anybody."""
    people = find_known(text, known.people)
    events, organizations = find_known(text, known.events), find_known(text, known.organizations)
    cased = _cased(text)
    dates = _dates(text, written)
    whole = [(s.start, s.end) for s in (*people, *events, *organizations)] + [(d.start, d.end) for d in dates]
    cut = parts(text, whole)
    heads = frozenset(n.split()[0].casefold() for n in known.people if n.strip())
    namer = Namer(text, tuple(people), heads, cased)
    places = Places(text, tuple(events), tuple(organizations), tuple(known.events), cased)
    claims: list[Claim] = []
    for small, loose in ((False, False), (False, True), (True, False), (True, True)):
        claims = chosen(Scanner(text, namer, places, dates, small, loose).scan(cut), text)
        if _anybody(claims):
            break
    return claims


def _anybody(claims: list[Claim]) -> bool:
    return any(c.sort is Sort.PEOPLE or (c.sort is Sort.UNMET and c.names) for c in claims)


def _cased(text: str) -> bool:
    """Whether capitals tell anything: some word is capitalised, and not everything is."""
    letters = re.sub(r"\S*[@/]\S*|\b[A-Z0-9]{2,}\b", "", text)
    return any(c.isupper() for c in letters) and any(c.islower() for c in letters)
