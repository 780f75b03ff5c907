"""LinkedIn's Invitations.csv: who invited whom, when, and with which words."""

from __future__ import annotations

from collections.abc import Iterator

from hallway.formats.kit import words
from hallway.formats.kit.contact import KIND, Contact
from hallway.formats.kit.sheet import Row, header_of, rows
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model.key import normal


def _is_header(cells: list[str]) -> bool:
    return {"From", "To", "Sent At", "Direction"} <= set(cells)


def sniff(head: bytes, name: str) -> float:
    """The columns that LinkedIn writes."""
    return 0.95 if header_of(head, _is_header) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """An invitation each."""
    for row in rows(stream, context, _is_header):
        yield _invitation(row, context) if isinstance(row, Row) else row


def _invitation(row: Row, context: Context) -> Item:
    incoming = row.cells.get("Direction", "").upper() == "INCOMING"
    name = words.name(row.cells.get("From" if incoming else "To", ""))
    url = row.cells.get("inviterProfileUrl" if incoming else "inviteeProfileUrl", "")
    if not name:
        return context.problem(
            row.line, "From" if incoming else "To", "has no name", "nothing is lost but an invitation"
        )
    contact = Contact(row.text, {"name": name}, day_first=False)
    contact.add("url", url)
    contact.add("invited", row.cells.get("Sent At", ""))
    if not incoming:
        contact.add("notes", row.cells.get("Message", ""))
    record = f"linkedin:invitation:{normal('url', url)}:{row.cells.get('Sent At', '')}" if url else None
    found = contact.reading(context.name, f"line {row.line}", record)
    return found or context.problem(row.line, "From", "has no name", "nothing is lost but an invitation")


FORMAT = Format(
    name="linkedin-invitations",
    title="LinkedIn: Invitations.csv",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="The same archive as the connections (Settings & Privacy → Data privacy → Get a copy of your data).",
    fields=(
        ("From, To, Direction, profile URLs", "the other person, with their profile as a key"),
        ("Sent At", "the day of the invitation; `hallway connected` finds the event that was on then"),
        ("Message", "your own words as a note; theirs stay in the record"),
    ),
)
