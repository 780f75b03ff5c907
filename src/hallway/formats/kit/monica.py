"""Where things are in what Monica exports: its JSON export nests everything in `data` and `properties`, its API does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hallway.formats.kit import words
from hallway.formats.kit.jsontree import Node, as_text

NAMES = {"first_name": "first", "middle_name": "middle", "last_name": "last", "nickname": "nickname"}
TECHNICAL = frozenset(
    "avatar is_partial is_active is_starred has_avatar number_of_views last_consulted_at vcard distant_etag gender uuid id object "
    "hash_key account complete_name initials is_dead is_me stay_in_touch_trigger_date birthdate first_met_date first_met_through "
    "first_met_reminder deceased_reminder tags job company information url updated_at addresses contactFields notes statistics "
    "last_called last_activity_together description gender_type is_birthdate_known".split()
)
_HANDLES = {"facebook", "twitter", "whatsapp", "telegram", "linkedin", "mastodon", "instagram", "signal", "matrix"}


@dataclass(frozen=True, slots=True)
class Person:
    """A contact whom others point at: `key` is their uuid, or their number in the API."""

    node: Node
    name: str
    key: str


_WITHIN = ("account", "data", "values", "journal_entries", "contacts", "activities", "relationships")


def walk(value: Any, depth: int = 0) -> Iterator[Node]:
    """Every object of an export that stands for itself: contacts, activities, relationships, entries."""
    if depth > 8:
        return
    if isinstance(value, list):
        for item in value:
            yield from walk(item, depth + 1)
    elif isinstance(value, Node):
        yield value
        inner = Node() if is_contact(value) else value
        for part in (inner, inner.node("properties") or Node()):
            for key in _WITHIN:
                if isinstance(part.get(key), list | Node):
                    yield from walk(part[key], depth + 1)


def properties(node: Node) -> Node:
    """What a thing has: the API writes it right there, the export one level deeper."""
    return node.node("properties") or node


def is_contact(node: Node) -> bool:
    """Whether an object is a person of the address book."""
    inner = properties(node)
    return "first_name" in inner and "email" not in node and "locale" not in inner


def person(node: Node) -> Person | None:
    """The person that an object is; None for other objects, and for one without a name."""
    if not is_contact(node) and "complete_name" not in node:
        return None
    inner = properties(node)
    parts = " ".join(
        p for p in (inner.string("first_name"), inner.string("middle_name"), inner.string("last_name")) if p
    )
    name = words.name(parts or inner.string("complete_name", "nickname"))
    return Person(node, name, node.string("uuid", "id", "hash_key")) if name else None


def owned(node: Node) -> Iterator[tuple[str, Node]]:
    """What belongs to a contact, with the kind that Monica gives it; lists of ids only are passed over."""
    for collection in node.nodes("data"):
        for value in collection.nodes("values"):
            yield collection.string("type").replace("-", "_"), value
    for key, kind in (("contactFields", "contact_field"), ("notes", "note"), ("addresses", "address")):
        for value in node.nodes(key):
            yield kind, value


def activities(node: Node) -> set[str]:
    """The ids of the activities in which a contact took part."""
    found: set[str] = set()
    for collection in node.nodes("data"):
        if collection.string("type") == "activity":
            values = collection.get("values")
            found.update(v for v in values if isinstance(v, str)) if isinstance(values, list) else None
    return found


def types(value: Any) -> dict[str, str]:
    """What the instance calls its kinds of contact fields, activities and events, by their ids."""
    account = value.node("account") if isinstance(value, Node) else None
    instance = account.node("instance") if account else None
    found: dict[str, str] = {}
    for collection in instance.values() if instance else ():
        for node in collection if isinstance(collection, list) else ():
            if isinstance(node, Node):
                found[node.string("uuid")] = properties(node).string("name", "type", "translation_key")
    return found


def type_of(inner: Node) -> str:
    """The kind of a contact field, as the API has it."""
    kind = inner.node("contact_field_type")
    return kind.string("name", "type") if kind else ""


def role_of(told: str, value: str) -> str:
    """What a contact field is, by what it is called and how it looks."""
    called = told.casefold().strip()
    if "@" in value and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return "email"
    if value.startswith(("http://", "https://")):
        return "url"
    if called in ("phone", "mobile", "telephone", "whatsapp", "telefon") and re.search(
        r"\d{4}", re.sub(r"\D", "", value)
    ):
        return "phone"
    return f"handle:{called}" if called in _HANDLES else f"detail:{called or 'contact'}"


def job_of(inner: Node) -> tuple[str, str]:
    """Title and organization."""
    information = inner.node("information")
    career = information.node("career") if information else None
    return (career or inner).string("job"), (career or inner).string("company")


def tags(inner: Node) -> Iterator[str]:
    """Tags by their names."""
    for tag in inner.each("tags"):
        if name := tag.string("name") if isinstance(tag, Node) else as_text(tag):
            yield name


def day(inner: Node, name: str) -> str:
    """A special date of a contact, as far as it is known: a year that Monica made up for an age or a day is none."""
    information = inner.node("information") or Node()
    dates, how = information.node("dates") or Node(), information.node("how_you_met") or Node()
    special = inner.node(name) or dates.node(name) or how.node(name)
    if special is None:
        return inner.string(name)[:10]
    text = special.string("date")[:10]
    if special.get("is_age_based"):
        return text[:4]
    return f"--{text[5:]}" if special.get("is_year_unknown") and text else text


def address(inner: Node) -> str:
    """A postal address in one line."""
    country = inner.node("country")
    parts = [inner.string(k) for k in ("name", "street", "postal_code", "city", "province")]
    parts.append(country.string("name") if country else inner.string("country"))
    return ", ".join(p for p in parts if p)


def plain_value(value: object) -> str:
    """Any value in words: what objects hold, in their order."""
    if isinstance(value, Node):
        return ", ".join(t for v in value.values() if (t := plain_value(v)))
    if isinstance(value, list):
        return ", ".join(t for v in value if (t := plain_value(v)))
    return as_text(value)


def summary(inner: Node, kinds: dict[str, str]) -> str:
    """A gift, debt, task, reminder or call in words, with all its fields."""
    told = []
    for key, value in inner.items():
        text = kinds.get(as_text(value), "") if key == "type" else plain_value(value)
        if text and key not in ("uuid", "id", "updated_at", "object", "account", "contact", "recipient"):
            told.append(text[:10] if key.endswith(("_at", "date")) else text)
        elif value is True and key not in ("delible",):
            told.append(key.replace("_", " "))
    return words.line(", ".join(dict.fromkeys(told)))
