"""vCard 3.0 (RFC 2426) and 4.0 (RFC 6350). Who came with a card leaves with it, of which all that is not ours stays byte for byte."""

from __future__ import annotations

from dataclasses import replace
from typing import IO

from hallway.formats.cards.contact import Contact, Met
from hallway.formats.cards.writing import update, write
from hallway.formats.out.data import Outgoing, Person
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound


def card(person: Person, version: str) -> bytes:
    """The card of one person, its lines ending as they came, else in CRLF."""
    contact = _sound(person.contact)
    if person.cards:
        written = update(person.cards[0], contact, person.gone)
        return written if written.endswith((b"\n", b"\r")) else written + b"\r\n"
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


def _three(outgoing: Outgoing, file: IO[bytes]) -> None:
    file.writelines(card(p, "3.0") for p in outgoing.people)


def _four(outgoing: Outgoing, file: IO[bytes]) -> None:
    file.writelines(card(p, "4.0") for p in outgoing.people)


_HOLDS = (
    "a card for each person: names, addresses, organizations, details, notes, where and how you met. Who came with a card"
    " leaves with that very card, in its own version, what you learnt since added to it"
)
OUT = (
    OutFormat("vcard3", "vCard 3.0", (), _three, f"{_HOLDS}; for older phones and programs"),
    OutFormat("vcard4", "vCard 4.0", (".vcf", ".vcard"), _four, _HOLDS),
)
