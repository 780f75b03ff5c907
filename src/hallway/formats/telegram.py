"""Telegram Desktop's `result.json`: one chat, or everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hallway.formats.kit import times, words
from hallway.formats.kit.conversation import KIND, Conversation, Partner, Said, reading
from hallway.formats.kit.jsontree import Node
from hallway.formats.kit.reading import json_value, opens_json
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_PERSONAL = frozenset({"personal_chat", "private_group", "private_supergroup"})


def sniff(head: bytes, name: str) -> float:
    """JSON with Telegram's chats in it."""
    text = opens_json(head)
    one = '"messages":[' in text and '"type":"' in text and ('"from_id":' in text or '"date_unixtime":' in text)
    everything = '"personal_information":{' in text or ('"chats":{' in text and '"list":[' in text)
    return 0.95 if text and (one or everything) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A chat each, then the contacts with their numbers."""
    for value in json_value(stream, context):
        if isinstance(value, Problem):
            yield value
            continue
        mine = _number(value.node("personal_information")) if isinstance(value, Node) else ""
        for chat in _chats(value):
            if found := _chat(chat, mine, context):
                yield found
        for contact in _contacts(value):
            yield contact if isinstance(contact, Problem) else _person(contact, context)


def _number(person: Node | None) -> str:
    return f"user{person.string('user_id')}" if person else ""


def _chats(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        yield from (n for n in value if isinstance(n, Node) and "messages" in n)
    elif isinstance(value, Node):
        listed = [n for key in ("chats", "left_chats") if (chats := value.node(key)) for n in chats.nodes("list")]
        yield from listed or ([value] if "messages" in value else [])


def _chat(chat: Node, mine: str, context: Context) -> Item | None:
    """A personal chat or a private group; channels and bots are nobody."""
    kind = chat.string("type")
    if kind not in _PERSONAL:
        return None
    title = words.name(chat.string("name"))
    partners: dict[str, Partner] = {}
    said = []
    for message in chat.nodes("messages"):
        number, name = message.string("from_id"), words.name(message.string("from"))
        if message.string("type") != "message" or not name:
            continue
        is_me = number == mine if mine else kind == "personal_chat" and name != title
        if not is_me:
            partners.setdefault(number or name, Partner(name, [("id", f"telegram:{number}")] if number else []))
        said.append(Said(str(times.day(message.string("date")) or ""), is_me, _text(message.get("text"))))
    if kind == "personal_chat" and title and not partners:
        partners[title] = Partner(title)
    told = Conversation(
        "Telegram",
        chat.line,
        "" if kind == "personal_chat" else title,
        chat.string("id"),
        list(partners.values()),
        said,
    )
    return reading(told, context.name)


def _text(value: object) -> str:
    """Words of a message, which are in pieces where some of them are links or bold."""
    if isinstance(value, list):
        return "".join(p if isinstance(p, str) else p.string("text") if isinstance(p, Node) else "" for p in value)
    return value if isinstance(value, str) else ""


def _contacts(value: Any) -> Iterator[Node]:
    contacts = value.node("contacts") if isinstance(value, Node) else None
    yield from contacts.nodes("list") if contacts else ()


def _person(contact: Node, context: Context) -> Item:
    name = words.name(f"{contact.string('first_name')} {contact.string('last_name')}")
    phone = contact.string("phone_number")
    number = contact.string("user_id")
    keys = [("phone", phone)] if phone else []
    keys += [("id", f"telegram:user{number}")] if number and number != "0" else []
    partner = Partner(name or phone, keys)
    told = Conversation("Telegram contact", contact.line, "", number or phone, [partner])
    found = reading(told, context.name)
    return found or context.problem(
        contact.line, "first_name", "a contact without name and number", "nothing else is lost"
    )


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
