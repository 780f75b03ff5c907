"""Notes about people in a Markdown vault that Hallway wrote, edited since or not: what their front matter says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from hallway.formats.kit.contact import Contact, by_role
from hallway.formats.kit.reading import whole
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
_OURS = re.compile(rb"(?m)^(?:hallway: *[\"']?urn:uuid:|type: *[\"']?(?:index|series)\b)")
_PERSON = re.compile(r"(?:urn:uuid:)?[0-9a-f-]{36}", re.I)
_ROLES = {"name": "name", "organization": "organization", "title": "title", "birthday": "birthday"}
_KEYS = ("email", "phone", "url", "feed", "handle", "id")
_OWN = {"hallway", "type", "aliases", "more jobs", "labels", "details", "first met", "last met", "times met", "tags"}


def sniff(head: bytes, name: str) -> float:
    """Front matter that Hallway wrote."""
    front = _FRONT.match(head)
    return 0.96 if front and _OURS.search(front[1]) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The person whom a note is about; notes about events and series say nothing that is not in the notes about people."""
    data = whole(stream, context)
    if isinstance(data, Problem):
        yield data
        return
    front = _FRONT.match(data)
    values = _values(front[1].decode("utf-8", "replace")) if front else {}
    if _first(values, "type") != "person":
        return
    yield _person(values, context)


def _person(values: dict[str, list[str]], context: Context) -> Item:
    cells = {key: "; ".join(some) for key, some in values.items()}
    text = "\n".join(f"{key}: {value}" for key, value in cells.items() if value)
    plain = {k: v for k, v in cells.items() if k in _ROLES or k not in {*_OWN, *_KEYS}}
    contact = by_role(plain, _ROLES, text)
    _several(contact, values)
    uid = _first(values, "hallway")
    if _PERSON.fullmatch(uid):
        contact.keys.append(("id", f"hallway:{uid.removeprefix('urn:uuid:')}"))
    record = f"vault:{uid}" if uid else None
    reading = contact.reading(context.name, "line 1", record)
    return reading or context.problem(1, "name", "has no name in its front matter", "add one: name: Ida Holm")


def _several(contact: Contact, values: dict[str, list[str]]) -> None:
    for kind in _KEYS:
        contact.keys += [(kind, value) for value in values.get(kind, ())]
    for job in values.get("more jobs", ()):
        organization, _, title = job.partition(" | ")
        contact.jobs.append((organization, title))
    contact.nicknames += values.get("aliases", [])
    contact.details += [("tag", value, None) for value in values.get("labels", ())]
    for detail in values.get("details", ()):
        kind, _, value = detail.partition(": ")
        contact.details.append((kind, value, None))


def _values(front: str) -> dict[str, list[str]]:
    """The keys of front matter with their values: one, a list in brackets, or a line for each (as Obsidian writes them)."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in front.splitlines():
        item = re.match(r"\s*-\s+(.*)", line)
        if item and key:
            found[key] += _value(item[1])
        elif (told := re.match(r"([\w][\w ]*):(?:\s+(.*)|\s*$)", line)) is not None:
            key = told[1].strip()
            found[key] = _value(told[2] or "")
    return found


def _value(text: str) -> list[str]:
    text = text.strip()
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = text[1:-1].replace("''", "'") if len(text) > 1 and text[0] == text[-1] == "'" else text
    some = told if isinstance(told, list) else [told]
    return [str(v).strip() for v in some if isinstance(v, str | int | float) and str(v).strip()]


def _first(values: dict[str, list[str]], key: str) -> str:
    return next(iter(values.get(key, ())), "")


FORMAT = Format(
    name="vault",
    title="Hallway's own Markdown vault",
    kind="list",
    sniff=sniff,
    read=read,
    where="`hallway export FOLDER`, here or in another memory; the notes may have been edited since.",
    fields=(
        ("hallway", "the person in the memory that wrote the note, whatever else was changed in it"),
        ("name, aliases", "names"),
        ("email, phone, url, feed, handle, id", "keys"),
        ("organization, title, more jobs", "organizations and what they are there"),
        ("birthday, labels, details, keys of your own", "details"),
        ("the text below, notes about events and series", "not read: what you write there, `hallway read` understands"),
    ),
)
