"""Signal chats in JSON, as signal-export writes them: a folder a person, with `data.json`, a message a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.formats.kit import times, words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.jsontree import Node, decode, salvage
from hallway.formats.kit.reading import whole
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_ME = frozenset({"me", "you"})


def sniff(head: bytes, name: str) -> float:
    """Objects with a sender, a body and reactions."""
    text = decode(head).lstrip()
    wanted = ('"sender"', '"body"', '"date"', '"reactions"')
    return 0.9 if text[:1] in "{[" and text and all(w in text[:4000] for w in wanted) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The chat as one record: people, days, and what I wrote."""
    data = whole(stream, context)
    if isinstance(data, Problem):
        yield data
        return
    messages = list(salvage(data))
    yield from _cut(data, messages, context)
    authors = dict.fromkeys(words.name(m.string("sender")) for m in messages)
    partners = [
        Partner(a, [("phone", a)] if re.fullmatch(r"\+[\d\s-]{6,20}", a) else [])
        for a in authors
        if a and a.casefold() not in _ME
    ]
    folder = re.search(r"([^/\\]+)[/\\]data\.json$", context.name)
    title = words.name(folder[1]) if folder else ""
    if title and not partners:
        partners = [Partner(title)]
    told = Conversation("Signal", "line 1", "" if len(partners) == 1 else title, title, partners)
    told.said = [_said(m) for m in messages]
    found = reading(told, context.name)
    yield found or context.problem(
        None,
        None,
        "a chat in which nobody else is named",
        "import the folder that the chat is in, whose name says whose it is",
    )


def _said(message: Node) -> Said:
    mine = message.string("sender").casefold() in _ME
    return Said(str(times.day(message.string("date")) or ""), mine, message.string("body"))


def _cut(data: bytes, messages: list[Node], context: Context) -> Iterator[Problem]:
    """A problem where there is more in the file than the messages that could be read."""
    text = decode(data)
    rest = text[max((m.end for m in messages), default=0) :].strip(" \t\r\n,]")
    if rest:
        line = text.count("\n", 0, len(text) - len(rest)) + 1
        yield context.problem(
            line,
            None,
            "is no sound JSON from here on",
            f"{len(messages)} messages were read; export it again for the rest",
        )


FORMAT = Format(
    name="signal",
    title="Signal chat (JSON)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Signal itself has no export in JSON; signal-export reads Signal Desktop's database: `sigexport FOLDER`. Import that folder, "
    "as the names of its folders say whose the chats are.",
    fields=(
        ("sender", "people; numbers as keys"),
        ("your messages", "word for word; what others wrote is not kept"),
        ("date", "when you wrote to each other first and last, and how often"),
    ),
)
