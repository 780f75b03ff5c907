"""Was somebody met, and how: what the claims about a group of people amount to."""

from __future__ import annotations

import re

from hallway.model import Connection
from hallway.reading.notes.claims import Claim
from hallway.reading.notes.cues import Sort
from hallway.reading.notes.people import Group

_LATER = re.compile(r"(?:and )?(?:then|later|afterwards?)\b", re.I)


def connection(group: Group, claims: list[Claim], known: bool) -> tuple[Connection | None, bool]:
    """How they were met, and whether the note says so; None where it says they were not."""
    unmet = [c for c in claims if c.sort is Sort.UNMET]
    later = any(c.sort is Sort.CONTACT and _LATER.match(c.value or "") for c in claims)
    if any(c.value == "missed" for c in unmet) or (not group.met and not later):
        return None, True
    said = [
        c for c in claims if c.sort is Sort.KIND and not any(u.part == c.part and u.start <= c.start for u in unmet)
    ]
    met = [c for c in claims if c.sort is Sort.CONTACT and not any(u.part == c.part for u in unmet)]
    if unmet and not said and not met and not later:
        return None, True
    kinds = {Connection.NEW if c.value == "finally" else Connection(c.value) for c in said if c.value}
    for kind in (Connection.FLEETING, Connection.NEW, Connection.RENEWED, Connection.CEMENTED):
        if kind in kinds:
            return kind, True
    return _implied(claims, known)


def _implied(claims: list[Claim], known: bool) -> tuple[Connection, bool]:
    for c in claims:
        if c.sort is Sort.RELATION:
            former = re.match(r"(?:my |our |an? )?(?:old|former|ex|alter?|vieil|viej|oud)", c.value or "", re.I)
            return (Connection.RENEWED if former else Connection.CEMENTED), True
    return (Connection.RENEWED if known else Connection.NEW), False
