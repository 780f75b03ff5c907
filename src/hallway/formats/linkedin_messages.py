"""LinkedIn's messages.csv: with whom I wrote, when, and what I wrote myself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from hallway.formats.kit import times, words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Problem, Stream
from hallway.model.key import normal


def _is_header(cells: list[str]) -> bool:
    return {"CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT"} <= set(cells)


def sniff(head: bytes, name: str) -> float:
    """The columns that LinkedIn writes, in capitals."""
    return 0.95 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A conversation each."""
    talks: dict[str, list[Row]] = defaultdict(list)
    for row in rows(stream, context, _is_header):
        if isinstance(row, Problem):
            yield row
        else:
            talks[row.cells.get("CONVERSATION ID", "") or f"line {row.line}"].append(row)
    me = _me(talks)
    for number, messages in talks.items():
        found = reading(_conversation(number, messages, me), context.name)
        if found:
            yield found


def _me(talks: dict[str, list[Row]]) -> tuple[str, str]:
    """My own name and profile: who is in the most conversations."""
    there: Counter[tuple[str, str]] = Counter()
    for messages in talks.values():
        there.update({p for row in messages for p in _everybody(row)})
    return there.most_common(1)[0][0] if there else ("", "")


def _everybody(row: Row) -> Iterator[tuple[str, str]]:
    """Name and profile of the sender and of those to whom it went."""
    sender = words.name(row.cells.get("FROM", ""))
    if sender:
        yield sender, row.cells.get("SENDER PROFILE URL", "")
    names = [words.name(n) for n in row.cells.get("TO", "").split(",")]
    urls = [u.strip() for u in row.cells.get("RECIPIENT PROFILE URLS", "").split(",")]
    if len(names) == len(urls):
        yield from ((n, u) for n, u in zip(names, urls, strict=True) if n)


def _conversation(number: str, messages: list[Row], me: tuple[str, str]) -> Conversation:
    partners: dict[tuple[str, str], Partner] = {}
    said = []
    for row in messages:
        for who in _everybody(row):
            if who != me and who[0] != "LinkedIn Member":
                partners.setdefault(who, Partner(who[0], [("url", who[1])] if normal("url", who[1]) else []))
        day = times.day(row.cells.get("DATE", ""))
        mine = words.name(row.cells.get("FROM", "")) == me[0]
        said.append(Said(str(day or ""), mine, row.cells.get("CONTENT", "")))
    said.sort(key=lambda s: s.day)
    title = words.line(messages[0].cells.get("CONVERSATION TITLE", ""))
    return Conversation("LinkedIn", f"line {messages[0].line}", title, number, list(partners.values()), said)


FORMAT = Format(
    name="linkedin-messages",
    title="LinkedIn: messages.csv",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="The same archive as the connections (Settings & Privacy → Data privacy → Get a copy of your data).",
    fields=(
        ("FROM, TO, profile URLs", "people with their profiles as keys"),
        ("DATE", "when you wrote to each other first and last, and how often"),
        ("CONTENT", "your own messages, word for word; what others wrote is not kept"),
    ),
)
