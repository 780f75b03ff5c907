"""Whom I follow or am friends with, as the networks hand it out: Mastodon, X, Facebook, Instagram, Bluesky-like lists."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hallway.formats.kit import words
from hallway.formats.kit.contact import KIND, Contact
from hallway.formats.kit.jsontree import Node
from hallway.formats.kit.reading import TREE, json_of, opens_json, whole
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Problem, Stream
from hallway.model import When

_LISTS = re.compile(r'"(?:friends_v2|following_v[23]|relationships_following|people_i_follow)":')
_X = re.compile(rb"window\.YTD\.following\.part\d+\s*=")
_ADDRESS = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")


def _is_header(cells: list[str]) -> bool:
    return cells[:1] == ["Account address"]


def sniff(head: bytes, name: str) -> float:
    """What each network writes above its list."""
    if _X.search(head[:200]) or header_of(head, _is_header):
        return 0.95
    return 0.9 if _LISTS.search(opens_json(head)[:4000]) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person each."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b"w"):
        for value in json_of(data, context):
            yield from [value] if isinstance(value, Problem) else _network(value, context)
    else:
        for row in rows(io.BytesIO(data), context, _is_header):
            yield _mastodon(row, context) if isinstance(row, Row) else row


def _mastodon(row: Row, context: Context) -> Item:
    address = row.cells.get("Account address", "").strip()
    found = _ADDRESS.fullmatch(address)
    if not found:
        return context.problem(
            row.line, "Account address", f"“{address[:60]}” is no account", "accounts look like name@server.example"
        )
    contact = Contact(row.text, {"name": f"@{found[1]}@{found[2]}"}, follows="followed on Mastodon")
    contact.keys = [("handle", f"mastodon:{found[1]}@{found[2]}"), ("url", f"https://{found[2]}/@{found[1]}")]
    return _kept(contact, context, row.line, f"mastodon:{found[1]}@{found[2]}".casefold())


def _network(value: Any, context: Context) -> Iterator[Item]:
    for network, node in _entries(value):
        contact = _of_x(node) if network == "x" else _of_meta(network, node)
        if contact is None:
            yield context.problem(node.line, None, "an entry that names nobody", "nothing else is lost")
            continue
        key = next((f"{k}:{v}" for k, v in contact.keys), contact.name)
        yield _kept(contact, context, node.line, f"{network}:{key}".casefold())


def _kept(contact: Contact, context: Context, line: int, record: str) -> Item:
    found = contact.reading(context.name, f"line {line}", f"following:{record}")
    return found or context.problem(line, None, "an entry that names nobody", "nothing else is lost")


def _entries(value: Any) -> Iterator[tuple[str, Node]]:
    """Every entry with the network that it is of."""
    for node in value if isinstance(value, list) else [value]:
        if not isinstance(node, Node):
            continue
        if inner := node.node("following"):
            yield "x", inner
        for key, kind in (
            ("friends_v2", "facebook friend"),
            ("following_v2", "facebook"),
            ("following_v3", "facebook"),
            ("relationships_following", "instagram"),
        ):
            yield from ((kind, n) for n in node.nodes(key))
        if "string_list_data" in node:
            yield "instagram", node


def _of_x(node: Node) -> Contact | None:
    """X gives a number and nothing else; with the number the account is found again."""
    number, link = node.string("accountId"), node.string("userLink")
    if not number:
        return None
    contact = Contact(f"X account {number}\n{link}", {"name": f"X account {number}"}, follows="followed on X")
    contact.keys = [("id", f"x:{number}")]
    return contact


def _of_meta(network: str, node: Node) -> Contact | None:
    inner = (node.nodes("string_list_data") or [node])[0]
    name = words.name(_mended(node.string("name") or inner.string("value") or node.string("title")))
    if not name:
        return None
    day = _day(inner.get("timestamp", node.get("timestamp")))
    friend = network == "facebook friend"
    told = "friends on Facebook" if friend else f"followed on {network.capitalize()}"
    text = "\n".join(p for p in (name, told, inner.string("href"), f"since {day}" if day else "") if p)
    contact = Contact(text, {"name": f"@{name}" if network == "instagram" else name})
    if network == "instagram":
        contact.text = f"@{text}"
        contact.keys = [("handle", f"instagram:{name}"), ("url", f"https://www.instagram.com/{name}")]
    if friend:
        contact.add("connected", str(day or ""))
        contact.details.append(("friend", told, day))
    else:
        contact.follows, contact.since = told, day
    return contact


def _day(stamp: object) -> When | None:
    if isinstance(stamp, int) and 0 < stamp < 4_000_000_000:
        return When(datetime.fromtimestamp(stamp, UTC).date().isoformat())
    return None


def _mended(text: str) -> str:
    """Facebook writes UTF-8 as if each byte were a letter: `Ã©` is é."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


FORMAT = Format(
    name="followings",
    title="Whom I follow (Mastodon, X, Facebook, Instagram)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Mastodon: Preferences → Import and export → Follows (`following_accounts.csv`). X: Download an archive of your data "
    "(`data/following.js`). Facebook and Instagram: Accounts Center → Download your information, as JSON (`your_friends.json`, "
    "`following.json`).",
    fields=(
        ("account, name", "a person whom you knew from afar, with the account as a key"),
        ("timestamp", "since when; of a friend the day on which you connected"),
        ("X", "gives numbers only: “X account 123”, until you say who it is"),
    ),
)
