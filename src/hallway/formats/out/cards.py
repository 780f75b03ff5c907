"""vCard 3.0 (RFC 2426) and 4.0 (RFC 6350). Who came with a card leaves with it, of which all that is not ours stays byte for byte."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import IO

from hallway.formats.cards.blocks import narrowed, widened
from hallway.formats.cards.contact import Contact, Met
from hallway.formats.cards.writing import update, write
from hallway.formats.out.data import Outgoing, Person
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound


def card(person: Person, version: str) -> bytes:
    """The card of one person in UTF-8, its lines ending as they came, else in CRLF."""
    contact = _sound(person.contact)
    if person.cards:
        own, *others = (narrowed(c)[0] for c in person.cards)
        written = update(own, contact, person.gone, others)
        return _ended(written)
    return write(replace(contact, uid=person.urn if version == "3.0" else person.uid), version)


def _sound(contact: Contact) -> Contact:
    """The same in valid UTF-8, without controls."""
    return replace(
        contact,
        name=sound(contact.name),
        names=tuple(map(sound, contact.names)),
        keys=tuple((k, sound(v)) for k, v in contact.keys),
        jobs=tuple((sound(o), sound(r) if r else None) for o, r in contact.jobs),
        details=tuple((sound(k), sound(v)) for k, v in contact.details),
        notes=tuple(map(sound, contact.notes)),
        met=tuple(
            Met(m.kind, m.when, sound(m.event) if m.event else None, sound(m.place) if m.place else None)
            for m in contact.met
        ),
    )


def _write(outgoing: Outgoing, file: IO[bytes], version: str) -> None:
    """All cards in UTF-8, as both standards want it; in UTF-16 only where every one of them came so."""
    came = {narrowed(p.cards[0])[1] if p.cards else b"" for p in outgoing.people}
    came |= {narrowed(c)[1] for c in outgoing.cards}
    mark = came.pop() if len(came) == 1 else b""
    cards = chain((card(p, version) for p in outgoing.people), (_ended(narrowed(c)[0]) for c in outgoing.cards))
    if not mark:
        file.writelines(cards)
        return
    file.write(mark)
    file.writelines(widened(c, mark)[len(mark) :] for c in cards)


def _ended(written: bytes) -> bytes:
    return written if written.endswith((b"\n", b"\r")) else written + b"\r\n"


def _three(outgoing: Outgoing, file: IO[bytes]) -> None:
    _write(outgoing, file, "3.0")


def _four(outgoing: Outgoing, file: IO[bytes]) -> None:
    _write(outgoing, file, "4.0")


_HOLDS = (
    "a card for each person: names, addresses, organizations, details, notes, where and how you met. Who came with a card"
    " leaves with that very card, in its own version, what you learnt since added to it"
)
OUT = (
    OutFormat("vcard3", "vCard 3.0", (), _three, f"{_HOLDS}; for older phones and programs"),
    OutFormat("vcard4", "vCard 4.0", (".vcf", ".vcard"), _four, _HOLDS),
)
