"""WhatsApp's exported chats: `[12.11.17, 10:04:31] Name: words` (iOS) and `12/11/2017, 10:04 - Name: words` (Android)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from hallway.formats.kit import words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.ical import decoded, lines_of
from hallway.formats.protocol import Context, Format, Item, Stream

_STAMP = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(\d{1,4})[./-](\d{1,2})[./-](\d{2,4}),? (\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?[\s\u202f]?[Mm]\.?)?\]?"
    r"(?: -)? (.*)$"
)
_SPOKEN = re.compile(r"^[\u200e\u200f]*([^:]{1,60}): (.*)$", re.S)
_IN_NAME = re.compile(
    r"(?:chat (?:with|mit|avec|con)|chat -|discussion avec) (.+?)(?:\.zip)?(?:/_chat)?(?:\.txt)?$", re.I
)
_SHORT = 300
"""What the app writes in place of a picture is no longer than that, with a file's name."""
_OMITTED = re.compile(
    r"<[^<>]{0,60}(?:omitted|weggelassen|omis|ausgeschlossen)[^<>]{0,20}>|[\u200e]?\w+ omitted$", re.I
)
_MOST_LINES = 2000
"""How many lines of one message are read."""


def sniff(head: bytes, name: str) -> float:
    """Several lines that begin with a day, a time, and a name with a colon."""
    lines = decoded(head).splitlines()[:40]
    stamped = [m for line in lines if (m := _STAMP.match(line))]
    spoken = sum(bool(_SPOKEN.match(m[6])) for m in stamped)
    return 0.9 if len(stamped) >= 2 and spoken >= 1 and len(stamped) * 3 >= len(lines) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The chat as one record: people, days, and what I wrote."""
    other = _IN_NAME.search(context.name)
    title = words.line(other[1]) if other else ""
    stamps: dict[_Stamp, _Stamp] = {}
    messages = list(_messages(lines_of(stream), title, stamps))
    authors = Counter(m.author for m in messages)
    me = next((a for a in authors if a != title), "") if title in authors and len(authors) <= 2 else ""
    if not me and len(authors) > 1:
        said = "does not say which of these is you: " + ", ".join(list(authors)[:6])
        do = "who took part is kept, nothing of what was written; name the file “WhatsApp Chat with NAME.txt” after the other person"
        yield context.problem(None, None, said, do)
    partners = [Partner(a, [("phone", a)] if re.fullmatch(r"\+[\d\s-]{6,20}", a) else []) for a in authors if a != me]
    if title and not partners:
        partners = [Partner(title)]
    told = Conversation("WhatsApp", "line 1", "" if len(partners) == 1 else title, title, partners)
    order, theirs = _order(stamps), dict[_Stamp, Said]()
    for m in messages:
        day = theirs.get(m.stamp) or theirs.setdefault(m.stamp, Said(_day(m.stamp, order), False))
        told.said.append(
            Said(day.day, True, "" if _OMITTED.search(m.text[:_SHORT]) else m.text) if m.author == me else day
        )
    found = reading(told, context.name)
    if found:
        yield found
    else:
        yield context.problem(None, None, "a chat in which nobody is named", "export it again, without media")


class _Stamp(NamedTuple):
    """The three numbers of a day as they stand, whether its hour is one of twelve, and whether slashes divide them."""

    first: str
    second: str
    third: str
    halves: bool
    slashes: bool


@dataclass(frozen=True, slots=True)
class _Message:
    stamp: _Stamp
    author: str
    text: str


def _messages(lines: Iterable[str], title: str, stamps: dict[_Stamp, _Stamp]) -> Iterator[_Message]:
    """Each message; what the app itself says is left out, and so are words that cannot be mine: those of `title`, and all
    where there is none. `stamps` gets every stamp that there is."""
    authors: dict[str, str] = {}
    held: tuple[_Stamp, list[str]] | None = None
    for line in chain(lines, (None,)):
        found = _STAMP.match(line) if line is not None else None
        if held and (found or line is None) and (spoken := _SPOKEN.match("\n".join(held[1]))):
            author = words.name(spoken[1])
            mine = bool(title) and author != title
            yield _Message(held[0], authors.setdefault(author, author), spoken[2] if mine else "")
        if found:
            halves = bool(re.search(r"[AaPp]\.?[\s\u202f]?[Mm]", found[0][:40]))
            stamp = _Stamp(found[1], found[2], found[3], halves, "/" in found[0][:6])
            held = stamps.setdefault(stamp, stamp), [found[6]]
        elif held and line is not None and len(held[1]) < _MOST_LINES:
            held[1].append(line)


def _order(stamps: Collection[_Stamp]) -> str:
    """Whether the first number is the year, the day or the month, by what all of them can be; day first where both could."""
    if any(len(s.first) == 4 for s in stamps):
        return "ymd"
    if any(int(s.first) > 12 for s in stamps):
        return "dmy"
    if any(int(s.second) > 12 for s in stamps):
        return "mdy"
    return "mdy" if any(s.halves for s in stamps) and all(s.slashes for s in stamps) else "dmy"


def _day(stamp: _Stamp, order: str) -> str:
    parts = dict(zip(order, map(int, stamp[:3]), strict=True))
    year = parts["y"] + (2000 if parts["y"] < 100 else 0)
    try:
        return date(year, parts["m"], parts["d"]).isoformat()
    except ValueError:
        return ""


FORMAT = Format(
    name="whatsapp",
    title="WhatsApp chat",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="In a chat: ⋮ or the name → More → Export chat → Without media. iOS gives a zip file, which is taken as it is.",
    fields=(
        ("names, numbers", "people, with their numbers as keys where WhatsApp shows those"),
        (
            "your messages",
            "word for word, and `hallway messages` reads them for whom you met; what others wrote is not kept",
        ),
        ("days", "when you wrote to each other first and last, and how often"),
    ),
)
