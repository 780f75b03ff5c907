"""Google Contacts as CSV, in the layout since 2023 and in the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.formats.kit import words
from hallway.formats.kit.contact import KIND, Contact, word
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Stream

_PLAIN = {
    "Name": "name",
    "Given Name": "first",
    "First Name": "first",
    "Additional Name": "middle",
    "Middle Name": "middle",
    "Family Name": "last",
    "Last Name": "last",
    "Name Prefix": "ignore",
    "Nickname": "nickname",
    "Short Name": "nickname",
    "Notes": "notes",
    "Birthday": "birthday",
    "Labels": "tags",
    "Group Membership": "tags",
    "File As": "ignore",
    "Photo": "ignore",
    "Organization Name": "ignore",
    "Organization Title": "ignore",
}
_NUMBERED = re.compile(r"(.+?) (\d+) - (.+)")
_KEYS = {"E-mail": "email", "Email": "email", "Phone": "phone", "Website": "url"}


def _is_header(cells: list[str]) -> bool:
    names = set(cells)
    new = {"First Name", "Last Name", "File As"} <= names and ("Labels" in names or "Organization Name" in names)
    return new or (
        {"Given Name", "Family Name"} <= names and bool({"Yomi Name", "Group Membership", "Given Name Yomi"} & names)
    )


def sniff(head: bytes, name: str) -> float:
    """A header with columns that only Google has."""
    return 0.95 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person a row."""
    for row in rows(stream, context, _is_header):
        yield _person(row, context) if isinstance(row, Row) else row


def _person(row: Row, context: Context) -> Item:
    contact = Contact(row.text)
    numbered: dict[tuple[str, str], dict[str, str]] = {}
    for column, value in row.cells.items():
        if found := _NUMBERED.fullmatch(column):
            numbered.setdefault((found[1], found[2]), {})[found[3]] = value
        elif value:
            contact.add(_PLAIN.get(column, f"detail:{column}"), value, column)
    contact.jobs.append(
        (words.line(row.cells.get("Organization Name", "")), words.line(row.cells.get("Organization Title", "")))
    )
    for (what, _), parts in numbered.items():
        _add(contact, what, parts)
    reading = contact.reading(context.name, f"line {row.line}")
    if reading is None:
        return context.problem(
            row.line, "Name", "has neither a name nor an address", "give it one in Google Contacts, or leave it"
        )
    return reading


def _add(contact: Contact, what: str, parts: dict[str, str]) -> None:
    """One of several addresses, organizations, dates: its parts by their names."""
    label = re.sub(r"^\* ?", "", parts.get("Label", "") or parts.get("Type", "")).strip()
    if what == "Organization":
        contact.jobs.append((words.line(parts.get("Name", "")), words.line(parts.get("Title", ""))))
    elif what == "Address":
        address = parts.get("Formatted", "")
        contact.add("detail:address", words.line(address.replace("\n", ", ")))
    elif what == "Event" and label.casefold() == "anniversary":
        contact.add("anniversary", parts.get("Value", ""))
    elif what in _KEYS:
        contact.add(_KEYS[what], parts.get("Value", ""))
    else:
        kind = label or what
        contact.add(f"detail:{word(kind)}", parts.get("Value", ""))


FORMAT = Format(
    name="google",
    title="Google Contacts (CSV)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="contacts.google.com → Export → Google CSV. (Its vCard export works, too.)",
    fields=(
        ("names, Nickname", "the name, and others they go by"),
        ("E-mail, Phone, Website", "keys"),
        ("Organization Name and Title", "their organization and title"),
        ("Labels, Group Membership", "tags; Google's own, such as `* myContacts`, are left out"),
        ("Birthday, Event, Relation, Address, Custom Field", "details under their own names"),
        ("Notes", "a note"),
    ),
)
