"""WhatsApp's exported chats: `[12.11.17, 10:04:31] Name: words` (iOS) and `12/11/2017, 10:04 - Name: words` (Android)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from hallway.formats.kit import words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.ical import decoded
from hallway.formats.kit.reading import whole
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_STAMP = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(\d{1,4})[./-](\d{1,2})[./-](\d{2,4}),? (\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?\]?"
    r"(?: -)? (.*)$"
)
_SPOKEN = re.compile(r"^[\u200e\u200f]*([^:]{1,60}): (.*)$", re.S)
_IN_NAME = re.compile(
    r"(?:chat (?:with|mit|avec|con)|chat -|discussion avec) (.+?)(?:\.zip)?(?:/_chat)?(?:\.txt)?$", re.I
)
_OMITTED = re.compile(
    r"<[^<>]{0,60}(?:omitted|weggelassen|omis|ausgeschlossen)[^<>]{0,20}>|[\u200e]?\w+ omitted$", re.I
)


def sniff(head: bytes, name: str) -> float:
    """Several lines that begin with a day, a time, and a name with a colon."""
    lines = decoded(head).splitlines()[:40]
    stamped = [m for line in lines if (m := _STAMP.match(line))]
    spoken = sum(bool(_SPOKEN.match(m[6])) for m in stamped)
    return 0.9 if len(stamped) >= 2 and spoken >= 1 and len(stamped) * 3 >= len(lines) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The chat as one record: people, days, and what I wrote."""
    data = whole(stream, context)
    if isinstance(data, Problem):
        yield data
        return
    messages = list(_messages(decoded(data)))
    authors = Counter(author for _, author, _ in messages)
    other = _IN_NAME.search(context.name)
    title = words.line(other[1]) if other else ""
    me = next((a for a in authors if a != title), "") if title in authors and len(authors) <= 2 else ""
    if not me and len(authors) > 1:
        said = "does not say which of these is you: " + ", ".join(list(authors)[:6])
        do = "who took part is kept, nothing of what was written; name the file “WhatsApp Chat with NAME.txt” after the other person"
        yield context.problem(None, None, said, do)
    partners = [Partner(a, [("phone", a)] if re.fullmatch(r"\+[\d\s-]{6,20}", a) else []) for a in authors if a != me]
    if title and not partners:
        partners = [Partner(title)]
    told = Conversation("WhatsApp", 1, "" if len(partners) == 1 else title, title, partners)
    told.said = [Said(day, author == me, "" if _OMITTED.search(text) else text) for day, author, text in messages]
    found = reading(told, context.name)
    if found:
        yield found
    else:
        yield context.problem(None, None, "a chat in which nobody is named", "export it again, without media")


def _messages(text: str) -> Iterator[tuple[str, str, str]]:
    """Day, author and words of each message; what the app itself says is left out."""
    raw: list[tuple[re.Match[str], list[str]]] = []
    for line in text.splitlines():
        if found := _STAMP.match(line):
            raw.append((found, [found[6]]))
        elif raw:
            raw[-1][1].append(line)
    order = _order([m for m, _ in raw])
    for found, lines in raw:
        if spoken := _SPOKEN.match("\n".join(lines)):
            yield _day(found, order), words.name(spoken[1]), spoken[2]


def _order(stamps: list[re.Match[str]]) -> str:
    """Whether the first number is the year, the day or the month, by what all of them can be; day first where both could."""
    if any(len(m[1]) == 4 for m in stamps):
        return "ymd"
    if any(int(m[1]) > 12 for m in stamps):
        return "dmy"
    if any(int(m[2]) > 12 for m in stamps):
        return "mdy"
    return (
        "mdy"
        if any(re.search(r"[AaPp]\.?[Mm]", m[0][:40]) for m in stamps) and all("/" in m[0][:6] for m in stamps)
        else "dmy"
    )


def _day(found: re.Match[str], order: str) -> str:
    parts = dict(zip(order, (int(found[i]) for i in (1, 2, 3)), strict=True))
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
        ("your messages", "word for word; what others wrote is not kept"),
        ("days", "when you wrote to each other first and last, and how often"),
    ),
)
