"""The CSV that Hallway writes itself (`hallway export people.csv`), changed in a spreadsheet or not."""

from __future__ import annotations

from collections.abc import Iterator

from hallway.formats.kit.contact import Contact, by_role
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.out.table import BETWEEN, COLUMNS, armed
from hallway.formats.protocol import Context, Format, Item, Stream

_ID = COLUMNS[0]
_ROLES = {
    "name": "name",
    "organization": "organization",
    "title": "title",
    "birthday": "birthday",
    "notes": "notes",
}
_KEYS = ("email", "phone", "url", "feed", "handle", "id")
_TOLD = frozenset(COLUMNS[COLUMNS.index("needs and offers") :])
"""What the memory tells of meetings: it knows that already, in better words."""


def _is_header(cells: list[str]) -> bool:
    return {_ID, "name", "first met"} <= set(cells)


def sniff(head: bytes, name: str) -> float:
    """The header that only Hallway writes."""
    return 0.97 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person a row."""
    for row in rows(stream, context, _is_header):
        yield _person(row, context) if isinstance(row, Row) else row


def _person(row: Row, context: Context) -> Item:
    cells = {column: armed(value) for column, value in row.cells.items()}
    text = "\n".join(f"{column}: {value}" for column, value in cells.items() if value)
    plain = {c: v for c, v in cells.items() if c in _ROLES or c not in COLUMNS}
    contact = by_role(plain, _ROLES, text)
    _several(contact, cells)
    uid = cells.get(_ID, "").strip()
    if uid:
        contact.keys.append(("id", f"hallway:{uid.removeprefix('urn:uuid:')}"))
    record = f"hallway:{uid}" if uid else None
    reading = contact.reading(context.name, f"line {row.line}", record)
    return reading or context.problem(row.line, "name", "has neither a name nor an address", "give it one, or leave it")


def _several(contact: Contact, cells: dict[str, str]) -> None:
    """The cells with more than one value."""
    for kind in _KEYS:
        contact.keys += [(kind, value) for value in _values(cells, kind)]
    for job in _values(cells, "more jobs"):
        organization, _, title = job.partition(" | ")
        contact.jobs.append((organization, title))
    contact.nicknames += _values(cells, "other names")
    contact.details += [("address", value, None) for value in _values(cells, "address")]
    contact.details += [("tag", value, None) for value in _values(cells, "tags")]
    for detail in _values(cells, "details"):
        kind, _, value = detail.partition(": ")
        contact.details.append((kind, value, None))


def _values(cells: dict[str, str], column: str) -> list[str]:
    return [part.strip() for part in cells.get(column, "").split(BETWEEN) if part.strip()]


FORMAT = Format(
    name="people",
    title="Hallway's own CSV",
    kind="list",
    sniff=sniff,
    read=read,
    where="`hallway export people.csv`, here or in another memory; a spreadsheet may have changed it since.",
    fields=(
        ("hallway id", "the person in the memory that wrote the line, whatever else was changed in it"),
        ("name, other names", "names"),
        ("email, phone, url, feed, handle, id", "keys; several are divided by ` ::: `"),
        ("organization, title, more jobs", "organizations and what they are there"),
        ("birthday, address, tags, details, columns of your own", "details"),
        ("notes", "notes"),
        (
            "times met, first met, ... and the rest",
            "not read: what Hallway knows of meetings, it knows from your texts",
        ),
    ),
)
