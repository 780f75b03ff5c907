"""A person → a card: fresh, or into the card that they came with, of which everything else stays byte for byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from hallway.formats.cards.contact import Contact, Met
from hallway.formats.cards.facts import DATES, WORDS, Card
from hallway.formats.cards.text import lay_out
from hallway.formats.contentline import Property, escape, line, parse, partition
from hallway.formats.out.sound import sound
from hallway.model import (
    AffiliationFact,
    DetailFact,
    EncounterFact,
    Fact,
    KeyFact,
    NeedFact,
    OrganizationFact,
    PersonFact,
)
from hallway.model.key import normal

VERSIONS = ("3.0", "4.0")
_STANDARD = {kind: name for name, kind in reversed({**WORDS, **DATES}.items()) if not name.startswith("X-")}
_STANDARD.pop("address")
_ONLY_4 = frozenset("ANNIVERSARY DEATHDATE BIRTHPLACE DEATHPLACE EXPERTISE HOBBY INTEREST LANG GENDER CREATED GRAMGENDER"
                    " PRONOUNS LANGUAGE ORG-DIRECTORY CONTACT-URI".split())  # fmt: skip

_FRAME = frozenset("BEGIN END VERSION PRODID REV UID FN N KIND MAILER PROFILE CLASS SORT-STRING X-ABLABEL".split())
_ONCE = frozenset({"PHOTO", "LOGO", "SOUND"})
"""Of what a person has one where the first card has any."""

Said = tuple[str, str]
"""What a line says, for comparison: its kind and its value in the form in which equal ones are equal."""
_Line = tuple[Said, bytes]


def write(contact: Contact, version: str = "4.0") -> bytes:
    """A card of this person, its lines folded and ending in CRLF. Raises ValueError for a version that is not 3.0 or 4.0."""
    if version not in VERSIONS:
        raise ValueError(f"cards are written in version {' or '.join(VERSIONS)}, not {version}")
    lines = [b"BEGIN:VCARD\r\n", line("VERSION", version), line("PRODID", "-//Hallway//EN")]
    lines += [written for _, written in _head(contact, version)]
    lines += [written for _, written in _lines(contact, version)]
    if contact.revised:
        lines.append(line("REV", contact.revised.replace("-", "") + "T000000Z"))
    return b"".join([*lines, b"END:VCARD\r\n"])


def update(original: bytes, contact: Contact, gone: Collection[Said] = (), others: Sequence[bytes] = ()) -> bytes:
    """The card that a person came with, with another name and with what it does not say yet, and else as it was.

    `gone` has (kind, value) of keys, details and jobs (`("job", organization)`) that are not so any more; their lines go.
    `others` are more cards of the person, of which it gets what nobody here understands. A card that says everything
    already comes back byte for byte.
    """
    parts = partition(original)
    old = any(p and p.name == "VERSION" and p.value.strip() == "2.1" for p in _parsed(parts, False))
    parsed = _parsed(parts, old)
    said = _says(parsed, old)
    leave = {_normal(kind, value) for kind, value in gone}
    away = {n for n, says in said.items() if says and says <= leave}
    kept = [p for n, p in enumerate(parts) if n not in away and not _labels_only(parsed, n, away)]
    everything = set().union(*said.values())
    if ("name", contact.name) not in everything:
        kept = _renamed(kept, contact.name, old)
    more = [
        _old_style(w) if old else w
        for s, w in _lines(contact, "3.0" if old else _version(parsed))
        if s not in everything | leave
    ]
    more += _not_understood(others, old, parsed)
    if more and not any(p and p.name == "UID" for p in parsed):  # so that the changed card is known for who it is
        more.append(line("UID", contact.uid))
    return _with(kept, more, _ending(original)) if more else b"".join(kept)


def _not_understood(others: Sequence[bytes], old: bool, mine: Sequence[Property | None]) -> list[bytes]:
    """The lines of other cards that no fact tells of, and which this one has not, where they are written by its rules."""
    have = {(p.name, p.value) for p in mine if p}
    only = {p.name for p in mine if p} & _ONCE
    found: dict[tuple[str, str], bytes] = {}
    for other in others:
        parts = partition(other)
        if old != any(p and p.name == "VERSION" and p.value.strip() == "2.1" for p in _parsed(parts, False)):
            continue
        parsed = _parsed(parts, old)
        said = _says(parsed, old)
        for number, prop in enumerate(parsed):
            if prop and not said[number] and prop.name not in _FRAME | only and not prop.group:
                found.setdefault((prop.name, prop.value), parts[number].rstrip(b"\r\n") + b"\r\n")
    return [written for key, written in found.items() if key not in have]


def _parsed(parts: Sequence[bytes], old: bool) -> list[Property | None]:
    return [parse(part, old) for part in parts]


def _version(parsed: Sequence[Property | None]) -> str:
    return "4.0" if any(p and p.name == "VERSION" and p.value.strip() == "4.0" for p in parsed) else "3.0"


def _ending(original: bytes) -> bytes:
    """How the lines of a card end."""
    return next((e for e in (b"\r\n", b"\n", b"\r") if e in original), b"\r\n")


def _with(parts: list[bytes], more: list[bytes], ending: bytes) -> bytes:
    """A card with more lines before its END."""
    at = max((n for n, part in enumerate(parts) if part[:4].upper() == b"END:"), default=len(parts))
    if at and not parts[at - 1].endswith((b"\n", b"\r")):
        parts[at - 1] += ending
    return b"".join([*parts[:at], *(w.replace(b"\r\n", ending) for w in more), *parts[at:]])


def _labels_only(parsed: Sequence[Property | None], number: int, away: set[int]) -> bool:
    """Whether a line is Apple's label of lines that all go away."""
    prop = parsed[number]
    if prop is None or prop.name != "X-ABLABEL" or not prop.group:
        return False
    others = {n for n, p in enumerate(parsed) if p and p.group == prop.group and n != number}
    return bool(others) and others <= away


def _says(parsed: Sequence[Property | None], old: bool) -> dict[int, set[Said]]:
    """What each line of a card says, by its number, in the form for comparison."""
    numbers = [n for n, p in enumerate(parsed) if p]
    _, lines = lay_out([p for p in parsed if p], old)
    card = Card(lines, old)
    card.understand()
    starts = [s.start for s in lines]
    organizations = {f.ref: f.name for f in card.facts if isinstance(f, OrganizationFact)}
    said: dict[int, set[Said]] = {n: set() for n in numbers}
    for fact in card.facts:
        at = numbers[bisect_right(starts, fact.evidence[0].start) - 1]
        said[at] |= {(kind, form) for kind, value in _said(fact, organizations) for form in (value, sound(value))}
    for n, one in zip(numbers, lines, strict=True):
        if one.prop.name == "FN":
            said[n].add(("name", " ".join(one.value.split())))
    return said


def _said(fact: Fact, organizations: dict[str, str]) -> Iterator[Said]:
    if isinstance(fact, PersonFact):
        yield "name", fact.name
        yield from (("nickname", m.text) for m in fact.mentions)
    elif isinstance(fact, OrganizationFact):
        yield "name", fact.name
    elif isinstance(fact, KeyFact):
        yield _normal(fact.kind, fact.value)
    elif isinstance(fact, DetailFact):
        yield fact.kind, fact.value
    elif isinstance(fact, NeedFact):
        yield "note", fact.words
    elif isinstance(fact, AffiliationFact):
        yield "job", organizations[fact.organization]
    elif isinstance(fact, EncounterFact):
        yield "met", f"{fact.kind.value} {fact.when or ''}"


def _normal(kind: str, value: str) -> Said:
    return kind, normal(kind, value) or value


def _renamed(parts: list[bytes], name: str, old: bool) -> list[bytes]:
    """The lines with another FN, in the place and with the parameters of the old one."""
    for number, part in enumerate(parts):
        prop = parse(part, old)
        if prop and prop.name == "FN":
            ending = part[len(part.rstrip(b"\r\n")) :]
            params = [(k, v) for k, values in prop.params.items() for v in values if k not in ("ENCODING", "CHARSET")]
            written = line("FN", escape(name), params, prop.group or "")
            parts[number] = (_old_style(written) if old else written)[:-2] + ending
            break
    return parts


def _old_style(written: bytes) -> bytes:
    """A line by the rules of 2.1: letters beyond ASCII and line breaks in quoted-printable."""
    if written.isascii() and b"\\n" not in written:
        return written
    prop = parse(written)
    if prop is None:
        return written
    value = prop.value.replace("\\n", "\r\n").encode("utf-8", "replace")
    quoted = "".join(chr(b) if (33 <= b <= 126 and b != 61) or b == 32 else f"={b:02X}" for b in value)
    return f"{prop.head[:-1]};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted}\r\n".encode("ascii", "replace")


def _head(contact: Contact, version: str) -> Iterator[_Line]:
    yield (
        ("id", ""),
        line("UID", f"urn:uuid:{contact.uid}" if version == "4.0" and _is_uuid(contact.uid) else contact.uid),
    )
    yield ("name", contact.name), line("FN", escape(contact.name))
    if version == "3.0":  # RFC 2426 wants N; RFC 6350 leaves it out where nobody knows which name is which
        given, _, family = contact.name.rpartition(" ")
        yield ("name", ""), line("N", f"{escape(family)};{escape(given)};;;")


def _is_uuid(uid: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid, re.I))


def _lines(contact: Contact, version: str) -> Iterator[_Line]:
    """Everything but the name and the frame, each line with what it says."""
    for name in contact.names:
        yield ("nickname", name), line("NICKNAME", escape(name))
    for kind, value in contact.keys:
        if written := _key(kind, value):
            yield _normal(kind, value), written
    for number, (organization, role) in enumerate(contact.jobs, 1):
        group = f"job{number}" if len(contact.jobs) > 1 else ""
        title = line("TITLE", escape(role), group=group) if role else b""
        yield ("job", organization), line("ORG", escape(organization), group=group) + title
    for kind, value in contact.details:
        yield (kind, value), _detail(kind, value, version)
    for note in contact.notes:
        yield ("note", note), line("NOTE", escape(note))
    for met in contact.met:
        yield ("met", f"{met.kind} {met.when or ''}"), _met(met, version)


def _key(kind: str, value: str) -> bytes:
    if kind == "id":
        return b"" if value.startswith("card:") else line("X-HALLWAY-ID", escape(value))
    if kind == "handle":
        return line("IMPP", value)
    if kind == "feed":
        return line("URL", value, [("TYPE", "feed")])
    return line({"email": "EMAIL", "phone": "TEL", "url": "URL"}[kind], value if kind == "url" else escape(value))


def _detail(kind: str, value: str, version: str) -> bytes:
    name = _STANDARD.get(kind, "")
    if kind == "tag":
        return line("CATEGORIES", escape(value))
    if kind == "address":
        return line("ADR", f";;{escape(value)};;;;")
    if kind in ("spouse", "child", "friend", "colleague", "parent", "sibling", "assistant") and version == "4.0":
        return line("RELATED", escape(value), [("TYPE", kind), ("VALUE", "text")])
    if name and (version == "4.0" or name not in _ONLY_4):
        return line(name, value if name in DATES else escape(value))
    return line("X-HALLWAY-DETAIL", escape(value), [("X-KIND", kind)])


def _met(met: Met, version: str) -> bytes:
    """`RELATED;TYPE=met` of RFC 6350; 3.0 has no RELATED, so there it is an extension."""
    params = [("X-KIND", met.kind)]
    params += [(k, v) for k, v in (("X-WHEN", met.when), ("X-EVENT", met.event), ("X-PLACE", met.place)) if v]
    words = " ".join(
        w for w in ("met", met.event and f"at {met.event}", met.place and f"in {met.place}", _day(met.when)) if w
    )
    if version == "4.0":
        return line("RELATED", escape(words), [("TYPE", "met"), ("VALUE", "text"), *params])
    return line("X-HALLWAY-MET", escape(words), [("TYPE", "met"), *params])


def _day(when: str | None) -> str:
    try:
        return f"on {date.fromisoformat(when):%d %B %Y}" if when else ""
    except ValueError:
        return f"({when})"
