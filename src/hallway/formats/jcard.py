"""jCard (RFC 7095): vCard 4.0 as JSON, one card or an array of them, as registries (RDAP) and some servers give it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from hallway.formats.cards.elements import Element, elements
from hallway.formats.cards.jsoncard import read_properties
from hallway.formats.cards.reading import card
from hallway.formats.protocol import Context, Format, Item, Stream

_OPENING = re.compile(rb'\s*\[\s*(?:\[\s*)?"vcard"\s*,\s*\[', re.I)


def sniff(head: bytes, name: str) -> float:
    """Sure of an array that begins with "vcard"."""
    text = (
        head.decode("utf-16", "replace").encode("utf-8", "replace") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    )
    return 1.0 if _OPENING.match(text.removeprefix(b"\xef\xbb\xbf")) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each card as a reading; its original is the JSON as it stood in the file."""
    for element in elements(stream):
        yield from _one(element, context)


def _one(element: Element, context: Context) -> Iterator[Item]:
    if element.problem:
        yield context.problem(element.line, None, f"the card {element.problem}", "export the file again")
        return
    try:
        value = json.loads(element.text)
        found = list(read_properties(value[1])) if isinstance(value, list) and len(value) > 1 else []
    except (ValueError, RecursionError) as error:
        yield context.problem(element.line, None, f"a card that is no JSON ({error})", "the others were taken")
        return
    yield card(found, element.text.encode("utf-8", "replace"), element.line, context)


FORMAT = Format(
    name="jcard",
    title="jCard (vCard as JSON)",
    kind="card",
    sniff=sniff,
    read=read,
    where="Where a server or a registry offers *jCard* or `application/vcard+json`.",
    fields=(("every property", "what becomes of the property of that name in a vCard"),),
)
