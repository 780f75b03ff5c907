"""Cards that are JSON, one or an array of them, read one after another as the vCards that they stand for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from hallway.formats.cards.elements import Element, elements
from hallway.formats.cards.reading import card
from hallway.formats.contentline import Property
from hallway.formats.protocol import Context, Item, Stream

Understand = Callable[[object], Iterable[Property]]
"""Gives the properties of a card from its JSON; none where it is no card. Raises ValueError for one that cannot be."""


def json_cards(stream: Stream, context: Context, understand: Understand) -> Iterator[Item]:
    """Each card as a reading; its original is the JSON as it stood in the file."""
    for element in elements(stream):
        yield _one(element, context, understand)


def plain_start(head: bytes) -> bytes:
    """The first bytes of a JSON text in UTF-8, without a mark of their order."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _one(element: Element, context: Context, understand: Understand) -> Item:
    if element.problem:
        return context.problem(element.line, None, f"the card {element.problem}", "export the file again")
    try:
        found = list(understand(json.loads(element.text)))
    except (ValueError, RecursionError) as error:
        return context.problem(element.line, None, f"a card that is no JSON ({error})", "the others were taken")
    return card(found, element.text.encode("utf-8", "replace"), element.line, context)
