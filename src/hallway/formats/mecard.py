"""MECARD (NTT DoCoMo) and BIZCARD: the short cards of QR codes, a line each: `MECARD:N:Holm,Ida;TEL:+4520123456;;`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.formats.cards.jsoncard import made
from hallway.formats.cards.reading import card
from hallway.formats.contentline import Property, escape
from hallway.formats.protocol import Context, Format, Item, Stream

_OPENING = re.compile(rb"\s*(?:MECARD|BIZCARD):", re.I)
_CARD = re.compile(r"\s*(MECARD|BIZCARD):", re.I)
_FIELD = re.compile(r"([A-Za-z-]+):((?:[^\\;]|\\.)*)(?:;|\Z)", re.S)
_MOST = 100_000
_NAMES = {"TEL-AV": "TEL", "SOUND": "X-PHONETIC-LAST-NAME", "MEMO": "NOTE"}
_BIZCARD = {"X": "", "N": "", "C": "ORG", "T": "TITLE", "E": "EMAIL", "B": "TEL", "M": "TEL", "F": "TEL", "A": "ADR"}


def sniff(head: bytes, name: str) -> float:
    """Sure of what begins with MECARD: or BIZCARD:."""
    return 1.0 if _OPENING.match(head.removeprefix(b"\xef\xbb\xbf")) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each line as a card."""
    number = 0
    while line := stream.readline(_MOST):
        number += 1
        text = line.decode("utf-8-sig", "replace").strip()
        begun = _CARD.match(text)
        if begun:
            found = list(_properties(text[begun.end() :], begun[1].upper() == "BIZCARD"))
            yield card(found, text.encode(), number, context)
        elif text:
            yield context.problem(
                number, None, "begins with neither MECARD: nor BIZCARD:", "the other lines were taken"
            )


def _properties(text: str, short: bool) -> Iterator[Property]:
    fields = [(name.upper(), value) for name, value in _FIELD.findall(text) if value.strip()]
    if short:
        by_name = dict(reversed(fields))
        if name := " ".join(_plain(by_name[part]) for part in ("N", "X") if part in by_name):
            yield made("FN", escape(name), {})
    for name, value in fields:
        yield from _property(_BIZCARD.get(name, name) if short else _NAMES.get(name, name), value)


def _property(name: str, value: str) -> Iterator[Property]:
    plain = _plain(value)
    if name == "N":
        family, comma, given = value.partition(",")
        yield (
            made("N", f"{escape(_plain(family))};{escape(_plain(given))};;;", {})
            if comma
            else made("FN", escape(plain), {})
        )
    elif name == "ADR":
        yield made("ADR", f";;{escape(plain.strip(', '))};;;;", {})
    elif name:
        yield made(name, plain if name == "URL" else escape(plain), {})


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value, flags=re.S).strip()


FORMAT = Format(
    name="mecard",
    title="MECARD",
    kind="card",
    sniff=sniff,
    read=read,
    where="In the QR codes of many badges and business cards; import the picture itself, or the text that a scanner shows.",
    fields=(
        ("`N`, `NICKNAME`", "names"),
        ("`TEL`, `EMAIL`, `URL`", "keys, by which people are recognised"),
        ("`ORG`, `TITLE`", "organization and what they are there"),
        ("`BDAY`, `ADR`", "details"),
        ("`NOTE`, `MEMO`", "a note, which recall finds"),
        ("`N`, `X`, `C`, `T`, `E`, `B`, `A` of a BIZCARD", "name, organization, title, address, number"),
    ),
)
