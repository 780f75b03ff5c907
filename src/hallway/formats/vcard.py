"""vCard 2.1, 3.0 and 4.0: address books of phones, of Apple, Google, Outlook, Nextcloud and everybody else.

Each card is kept with its very bytes, so that what nobody here understands goes out again as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.formats.cards.blocks import Block, blocks, ends
from hallway.formats.cards.reading import card
from hallway.formats.contentline import Property, properties
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model import Reading, TeamFact

_BEGIN = re.compile(rb"(?i)(?<![^\r\n])[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*[\r\n]")
_MOST_GROUPS = 10_000


def sniff(head: bytes, name: str) -> float:
    """Sure of what begins with a card; less so of what has one somewhere."""
    text = _plain(head)
    found = _BEGIN.search(text)
    if not found:
        return 0.0
    return 1.0 if not text[: found.start()].strip() else 0.6


def _plain(head: bytes) -> bytes:
    """UTF-16 as UTF-8, no byte order mark."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """Each card as a reading; groups last, so that their members are known by then."""
    groups: list[Item] = []
    for item in _cards(stream, context):
        if isinstance(item, Reading) and isinstance(item.facts[0], TeamFact) and len(groups) < _MOST_GROUPS:
            groups.append(item)
        else:
            yield item
    yield from groups


def _cards(stream: Stream, context: Context) -> Iterator[Item]:
    for block in blocks(stream, "VCARD"):
        if not block.inside:
            yield context.problem(
                block.line, None, block.problem or "stands outside any card", "nothing of it was lost but itself"
            )
            continue
        if block.problem:
            yield context.problem(
                block.line, None, f"the card {block.problem}", "what is there was taken; look at its end"
            )
        if block.raw:
            yield from _card(block, context)


def _card(block: Block, context: Context) -> Iterator[Item]:
    found: list[Property] = []
    old = False
    for item in properties(block.raw):
        if not isinstance(item, Property):
            number, words = item
            what = f"“{words[:40]}” is no property"
            yield context.problem(block.line + number - 1, None, what, "the rest of the card was taken")
        elif item.name == "VERSION":
            old = item.value.strip() == "2.1"
        found += [item] if isinstance(item, Property) else []
    yield card(found, block.original, block.line, context, old)


def count(stream: Stream) -> int:
    """About how many cards there are."""
    return ends(stream, "VCARD")


FORMAT = Format(
    name="vcard",
    title="vCard",
    kind="card",
    sniff=sniff,
    read=read,
    count=count,
    where=(
        "**Apple Contacts:** select all cards, *File → Export → Export vCard*. **Google Contacts:** *Export → vCard*, or"
        " Takeout. **Outlook:** *Save as vCard* for one, *Forward as Business Card* for many. **Android:** *Contacts →"
        " Settings → Export*. **Nextcloud, Radicale, Fastmail, Proton:** *Settings → Export* of the address book."
    ),
    fields=(
        ("`FN`, `N`, `NICKNAME`", "names"),
        (
            "`EMAIL`, `TEL`, `URL`, `IMPP`, `SOCIALPROFILE`, `X-SOCIALPROFILE`, `X-SKYPE` and its like",
            "keys, by which people are recognised",
        ),
        ("`UID`", "a key, and the name of the record: a card that changed replaces what it said before"),
        ("`ORG`, `TITLE`, `ROLE`", "organizations and what they are there"),
        (
            "`RELATED` with `TYPE=met`",
            "an encounter; with the parameters `X-KIND`, `X-WHEN`, `X-EVENT` how, when and where",
        ),
        ("`KIND:group` with `MEMBER`", "a team, and who is in it"),
        ("any other `RELATED`, `X-ABRELATEDNAMES`", "a detail: spouse, assistant, ..."),
        ("`BDAY`, `ANNIVERSARY`, `DEATHDATE`, `CREATED`, `X-ABDATE`", "details with a date"),
        (
            "`ADR`, `LANG`, `TZ`, `GEO`, `CATEGORIES`, `GENDER`, `GRAMGENDER`, `PRONOUNS`, `EXPERTISE`, `HOBBY`, `INTEREST`, ...",
            "details",
        ),
        ("`NOTE`", "a note, which recall finds by its words and by what it means"),
        ("`REV`", "the day it was written: an older card never replaces a newer one"),
        ("everything else, pictures among it", "kept in the card, and goes out again byte for byte"),
    ),
)
