"""Outlook's contacts as CSV (Outlook, Outlook.com, Exchange)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.formats.kit.contact import KIND, by_role
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Stream

_ROLES = {
    "First Name": "first",
    "Middle Name": "middle",
    "Last Name": "last",
    "Title": "detail:form of address",
    "Nickname": "nickname",
    "Company": "organization",
    "Job Title": "title",
    "Birthday": "birthday",
    "Anniversary": "anniversary",
    "Notes": "notes",
    "Categories": "tags",
    "Web Page": "url",
    "Personal Web Page": "url",
}
_IDLE = re.compile(r"0/0/00|Normal|Unspecified|False|SMTP|EX")
_TECHNICAL = re.compile(
    r"E-mail(?: \d)? (?:Type|Display Name)|Priority|Private|Sensitivity|Gender|Initials|Keywords|Given Yomi|Surname Yomi"
)


def _is_header(cells: list[str]) -> bool:
    return {"First Name", "Last Name", "E-mail Address"} <= set(cells) and bool(
        {"Job Title", "Business Phone", "Web Page"} & set(cells)
    )


def sniff(head: bytes, name: str) -> float:
    """The columns that Outlook writes."""
    return 0.95 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person a row."""
    for row in rows(stream, context, _is_header):
        yield _person(row, context) if isinstance(row, Row) else row


def _person(row: Row, context: Context) -> Item:
    cells = {
        column: value
        for column, value in row.cells.items()
        if not _IDLE.fullmatch(value) and not _TECHNICAL.fullmatch(column)
    }
    contact = by_role(cells, {column: _role(column) for column in cells}, row.text, day_first=False)
    found = contact.reading(context.name, f"line {row.line}")
    return found or context.problem(
        row.line, "First Name", "has neither a name nor an address", "give it one in Outlook, or leave it"
    )


def _role(column: str) -> str:
    if re.fullmatch(r"E-mail(?: \d)? Address", column):
        return "email"
    if re.search(r"Phone|Pager|Mobile", column) and "Fax" not in column:
        return "phone"
    return _ROLES.get(column, f"detail:{column}")


FORMAT = Format(
    name="outlook",
    title="Outlook contacts (CSV)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Outlook on the web: People → Manage contacts → Export. Outlook for Windows: File → Open & Export → Import/Export → Export to a "
    "file → Comma Separated Values.",
    fields=(
        ("names, Nickname", "the name, and others they go by"),
        ("E-mail, Phone, Web Page", "keys"),
        ("Company, Job Title", "their organization and title"),
        ("Categories", "tags"),
        ("Birthday, Anniversary, addresses, everything else", "details under their own names; dates as month/day/year"),
        ("Notes", "a note"),
    ),
)
