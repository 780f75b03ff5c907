"""JSContact (RFC 9553): contacts as JSON, as JMAP servers such as Fastmail, Stalwart and Cyrus give them.

What its parts are in a vCard is told by RFC 9555; a card is understood as the vCard that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hallway.formats.cards.jsoncards import json_cards, plain_start
from hallway.formats.cards.jsproperties import from_card
from hallway.formats.contentline import Property
from hallway.formats.protocol import Context, Format, Item, Stream

_CARD = re.compile(rb'"@type"\s*:\s*"Card"|"vCardProps"\s*:')
_VERSION = re.compile(rb'"version"\s*:\s*"1\.0"|"uid"\s*:')


def sniff(head: bytes, name: str) -> float:
    """Sure of an object, or an array of some, that says it is a Card."""
    text = plain_start(head)
    opens = text.lstrip()[:1] in (b"{", b"[")
    return 0.95 if opens and _CARD.search(text) and _VERSION.search(text) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each card as a reading; its original is the JSON as it stood in the file."""
    return json_cards(stream, context, _understand)


def _understand(value: object) -> Iterable[Property]:
    return from_card(value) if isinstance(value, dict) else ()


FORMAT = Format(
    name="jscontact",
    title="JSContact",
    kind="card",
    sniff=sniff,
    read=read,
    where="**Stalwart, Cyrus, Fastmail:** what JMAP's `ContactCard/get` answers; one card or an array of them.",
    fields=(
        ("`name`, `nicknames`", "names"),
        ("`emails`, `phones`, `onlineServices`, `links`, `uid`", "keys, by which people are recognised"),
        ("`organizations`, `titles`", "organizations and what they are there"),
        ("`relatedTo` with `met`", "an encounter"),
        ("`kind` group, `members`", "a team, and who is in it"),
        ("`anniversaries`, `addresses`, `keywords`, `personalInfo`, `speakToAs`, `preferredLanguages`", "details"),
        ("`notes`", "a note, which recall finds"),
        ("`vCardProps`", "what becomes of them in a vCard"),
        ("everything else", "kept in the card, and goes out again as it came"),
    ),
)
