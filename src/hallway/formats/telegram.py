"""Telegram Desktop's `result.json`: one chat, or everything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Protocol

from hallway.formats.kit import times, words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.jsontree import Node
from hallway.formats.kit.reading import TREE, json_of, opens_json
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_PERSONAL = frozenset({"personal_chat", "private_group", "private_supergroup"})


def sniff(head: bytes, name: str) -> float:
    """JSON with Telegram's chats in it."""
    text = opens_json(head)
    one = '"messages":[' in text and '"type":"' in text and ('"from_id":' in text or '"date_unixtime":' in text)
    everything = '"personal_information":{' in text or ('"chats":{' in text and '"list":[' in text)
    return 0.95 if text and (one or everything) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A chat each, and the contacts with their numbers. A large file is read a message at a time."""
    start = stream.read(TREE + 1)
    if len(start) > TREE:
        yield from large(_After(start, stream), context)
        return
    for value in json_of(start, context):
        if isinstance(value, Problem):
            yield value
            continue
        mine = _number(value.node("personal_information")) if isinstance(value, Node) else ""
        for found in _chats(value):
            chat = _Chat(found, mine, f"line {found.line}")
            for message in found.nodes("messages"):
                chat.add(message)
            yield from chat.told(context)
        for contact in _contacts(value):
            yield _person(contact, f"line {contact.line}", context)


class SupportsRead(Protocol):
    """Whatever can be read in pieces."""

    def read(self, most: int = -1, /) -> bytes:
        """At most so many bytes; none at the end."""


class _After:
    """A stream whose beginning was read already."""

    def __init__(self, start: bytes, stream: Stream) -> None:
        self._start, self._stream = BytesIO(start), stream

    def read(self, most: int = -1, /) -> bytes:
        return self._start.read(most) or self._stream.read(most)


def large(stream: SupportsRead, context: Context) -> Iterator[Item]:
    """The same for a file of any size; where something stood is told by its number, as its line is not known."""
    import ijson

    chat: _Chat | None = None
    about: dict[str, str] = {}
    mine, number = "", 0
    try:
        for path, value in _parts(ijson.parse(stream, use_float=True)):
            if path == "personal_information.user_id":
                mine = f"user{value}"
            elif isinstance(value, Node) and path.startswith("contacts."):
                yield _person(value, f"contact {value.string('user_id', 'phone_number')}", context)
            elif isinstance(value, Node) or (value is None and (chat or about)):
                if chat is None:
                    number += 1
                    chat, about = _Chat(Node(about), mine, f"chat {number}"), {}
                if value is not None:
                    chat.add(value)
                else:
                    yield from chat.told(context)
                    chat = None
            elif chat is None and value is not None:
                about[path.rpartition(".")[2]] = str(value)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        what = f"is no sound JSON in its chat {number}: {str(error).splitlines()[0]}"
        yield context.problem(None, None, what, "what came before that was read; export the file again for the rest")
        yield from chat.told(context) if chat else ()


_WHOLE = re.compile(r"(?:.+\.)?messages\.item|contacts\.list\.item")
_ABOUT = re.compile(r"(?:(?:left_)?chats\.list\.item\.)?(?:name|type|id)|personal_information\.user_id")
_CHAT = re.compile(r"(?:left_)?chats\.list\.item|")


def _parts(events: Iterable[tuple[str, str, Any]]) -> Iterator[tuple[str, Any]]:
    """Messages and contacts as a whole, what is said about a chat, and None where a chat ends, each with its path."""
    import ijson

    for path, event, value in events:
        if event == "start_map" and _WHOLE.fullmatch(path):
            builder = ijson.ObjectBuilder(map_type=Node)
            builder.event(event, value)
            for at, inner, more in events:
                builder.event(inner, more)
                if at == path and inner == "end_map":
                    break
            yield path, builder.value
        elif event in ("string", "number") and _ABOUT.fullmatch(path):
            yield path, value
        elif event == "end_map" and _CHAT.fullmatch(path):
            yield path, None


def _number(person: Node | None) -> str:
    return f"user{person.string('user_id')}" if person else ""


def _chats(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        yield from (n for n in value if isinstance(n, Node) and "messages" in n)
    elif isinstance(value, Node):
        listed = [n for key in ("chats", "left_chats") if (chats := value.node(key)) for n in chats.nodes("list")]
        yield from listed or ([value] if "messages" in value else [])


class _Chat:
    """A personal chat or a private group, message by message; channels and bots are nobody."""

    def __init__(self, about: Node, mine: str, place: str) -> None:
        self._kind, self._id = about.string("type"), about.string("id")
        self._title = words.name(about.string("name"))
        self._private = not self._kind or self._kind in _PERSONAL
        self._mine, self._place = mine, place
        self._partners: dict[str, Partner] = {}
        self._said: list[Said] = []
        self._theirs: dict[str, Said] = {}

    def add(self, message: Node) -> None:
        number, name = message.string("from_id"), words.name(message.string("from"))
        if message.string("type") != "message" or not name or not self._private:
            return
        is_me = (
            number == self._mine
            if self._mine
            else self._kind == "personal_chat" and bool(self._title) and name != self._title
        )
        day = _day(message)
        if is_me:
            self._said.append(Said(day, True, _text(message.get("text"))))
            return
        keys = [("id", f"telegram:{number}")] if number else []
        self._partners.setdefault(number or name, Partner(name, keys))
        self._said.append(self._theirs.setdefault(day, Said(day, False)))

    def told(self, context: Context) -> Iterator[Item]:
        """The chat, unless nobody is in it."""
        one = self._kind == "personal_chat"
        if one and self._title and not self._partners:
            self._partners[self._title] = Partner(self._title)
        if self._private:
            people = list(self._partners.values())
            told = Conversation("Telegram", self._place, "" if one else self._title, self._id, people, self._said)
            yield from filter(None, (reading(told, context.name),))


def _day(message: Node) -> str:
    """The day of a message: `date`, else `date_unixtime` (seconds since 1970, UTC)."""
    if found := times.day(message.string("date")):
        return str(found)
    seconds = message.string("date_unixtime")
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if re.fullmatch(r"\d{9,10}", seconds) else ""


def _text(value: object) -> str:
    """Words of a message, which are in pieces where some of them are links or bold."""
    if isinstance(value, list):
        return "".join(p if isinstance(p, str) else p.string("text") if isinstance(p, Node) else "" for p in value)
    return value if isinstance(value, str) else ""


def _contacts(value: Any) -> Iterator[Node]:
    contacts = value.node("contacts") if isinstance(value, Node) else None
    yield from contacts.nodes("list") if contacts else ()


def _person(contact: Node, place: str, context: Context) -> Item:
    name = words.name(f"{contact.string('first_name')} {contact.string('last_name')}")
    phone = contact.string("phone_number")
    number = contact.string("user_id")
    keys = [("phone", phone)] if phone else []
    keys += [("id", f"telegram:user{number}")] if number and number != "0" else []
    partner = Partner(name or phone, keys)
    told = Conversation("Telegram contact", place, "", number or phone, [partner])
    found = reading(told, context.name)
    line = contact.line if contact.end else None
    return found or context.problem(line, "first_name", "a contact without name and number", "nothing else is lost")


FORMAT = Format(
    name="telegram",
    title="Telegram (JSON)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Telegram Desktop: a chat's ⋮ → Export chat history, or Settings → Advanced → Export Telegram data; format: "
    "Machine-readable JSON.",
    fields=(
        (
            "personal chats, private groups",
            "people with Telegram's number for them as a key; channels and bots are left out",
        ),
        ("contacts", "people with their telephone numbers"),
        ("your messages", "word for word; what others wrote is not kept"),
    ),
)
