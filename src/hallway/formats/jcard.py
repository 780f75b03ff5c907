"""jCard (RFC 7095): vCard 4.0 as JSON, one card or an array of them, as registries (RDAP) and some servers give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hallway.formats.cards.jsoncard import read_properties
from hallway.formats.cards.jsoncards import json_cards, plain_start
from hallway.formats.contentline import Property
from hallway.formats.protocol import Context, Format, Item, Stream

_OPENING = re.compile(rb'\s*\[\s*(?:\[\s*)?"vcard"\s*,\s*\[', re.I)


def sniff(head: bytes, name: str) -> float:
    """Sure of an array that begins with "vcard"."""
    return 1.0 if _OPENING.match(plain_start(head)) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each card as a reading; its original is the JSON as it stood in the file."""
    return json_cards(stream, context, _understand)


def _understand(value: object) -> Iterable[Property]:
    return read_properties(value[1]) if isinstance(value, list) and len(value) > 1 else ()


FORMAT = Format(
    name="jcard",
    title="jCard (vCard as JSON)",
    kind="card",
    sniff=sniff,
    read=read,
    where="Where a server or a registry offers *jCard* or `application/vcard+json`.",
    fields=(("every property", "what becomes of the property of that name in a vCard"),),
)
