"""LinkedIn's Connections.csv: who I am connected with, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from hallway.formats.kit.contact import KIND, by_role
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model.key import normal

ROLES = {
    "First Name": "first",
    "Last Name": "last",
    "URL": "url",
    "Email Address": "email",
    "Company": "organization",
    "Position": "title",
    "Connected On": "connected",
}


def _is_header(cells: list[str]) -> bool:
    return {"First Name", "Last Name", "Connected On"} <= set(cells)


def sniff(head: bytes, name: str) -> float:
    """A header with the columns that LinkedIn writes, below its notes or not."""
    return 0.95 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A person a row."""
    for row in rows(stream, context, _is_header):
        yield _person(row, context) if isinstance(row, Row) else row


def _person(row: Row, context: Context) -> Item:
    contact = by_role(row.cells, ROLES, row.text, day_first=True)
    url = row.cells.get("URL", "")
    found = contact.reading(context.name, f"line {row.line}", f"linkedin:{normal('url', url)}" if url else None)
    if found is None:
        said = "has no name: the account was closed or hides itself"
        return context.problem(
            row.line, "First Name", said, "add the person yourself with `hallway met`, if you know who it was"
        )
    return found


def count(stream: Stream) -> int:
    """How many rows have a name."""
    return sum(
        isinstance(i, Row)
        and bool(i.cells.get("First Name") or i.cells.get("Last Name") or i.cells.get("Email Address"))
        for i in rows(stream, Context(""), _is_header)
    )


FORMAT = Format(
    name="linkedin",
    title="LinkedIn: Connections.csv",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="LinkedIn → Settings & Privacy → Data privacy → Get a copy of your data → Connections (or the larger archive). What comes by "
    "mail is a zip file, which is taken as it is.",
    fields=(
        ("First Name, Last Name", "the name"),
        ("URL", "a key: the same person in the next export"),
        ("Email Address", "a key; most are blank, as people hide them"),
        ("Company, Position", "their organization and title"),
        ("Connected On", "the day on which you connected; `hallway connected` finds the event that was on then"),
    ),
    count=count,
)
