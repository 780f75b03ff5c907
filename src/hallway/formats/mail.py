"""Mail: mbox files and single messages (.eml). Who wrote with me, my own words, and what signatures say of their writers.

mbox is RFC 4155, messages are RFC 5322. What others wrote is not kept, but for their signature; neither is what I quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from hallway.formats.kit import words
from hallway.formats.kit.signature import Signature, own_words, signature_of
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model import (
    AffiliationFact,
    DetailFact,
    Fact,
    KeyFact,
    OrganizationFact,
    PersonFact,
    Reading,
    Source,
    When,
)

KIND = "mail"
MOST = 2_000_000
"""How many bytes of a message are read; what comes after that are attachments."""
LOOKED = 300
"""In how many messages at the beginning it is looked up which address is mine."""
CROWD = 12
"""In a message to more people than that nobody is said to have written with me."""
_FROM_LINE = re.compile(rb"From [^\r\n]{1,300}\d{2}:\d{2}")
_MACHINE = re.compile(r"no-?reply|donotreply|mailer-daemon|notifications?@|newsletter|bounce|postmaster", re.I)
_FIELD = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]", re.M)


def sniff(head: bytes, name: str) -> float:
    """A line with which mbox begins each message, or the fields of a message's head."""
    if _FROM_LINE.match(head) and _FIELD.search(head[:4000]):
        return 0.9
    fields = {
        f.strip(b": \t").lower() for f in _FIELD.findall(head[:6000].partition(b"\n\n")[0].partition(b"\r\n\r\n")[0])
    }
    return (
        0.85
        if b"from" in fields and bool({b"date", b"message-id", b"received", b"subject"} & fields) and len(fields) >= 3
        else 0.0
    )


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """A message each, as far as it is one between people."""
    messages = _messages(stream)
    first = [m for m, _ in zip(messages, range(LOOKED), strict=False)]
    me = _mine([m for _, m in first])
    for line, message in (*first, *messages):
        try:
            found = _reading(line, message, me, context.name)
        except (ValueError, LookupError, TypeError, AssertionError) as error:
            yield context.problem(line, None, f"a message that cannot be read ({error})", "nothing else is lost")
            continue
        if found:
            yield found


def _messages(stream: Stream) -> Iterator[tuple[int, Message]]:
    """Each message with the line that it begins on."""
    lines: list[bytes] = []
    size, start, blank = 0, 1, True
    for number, line in enumerate(iter(lambda: stream.readline(MOST), b""), 1):
        if blank and _FROM_LINE.match(line):
            if lines:
                yield start, message_from_bytes(b"".join(lines))
            lines, size, start, blank = [], 0, number, False
            continue
        if size < MOST:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
        size += len(line)
        blank = not line.strip()
    if lines:
        yield start, message_from_bytes(b"".join(lines))


@dataclass(frozen=True, slots=True)
class _Address:
    name: str
    mail: str


def _addresses(message: Message, *fields: str) -> list[_Address]:
    values = [str(v) for f in fields for v in message.get_all(f, [])]
    try:
        pairs = getaddresses([_decoded(v)[:10_000] for v in values])
    except (RecursionError, IndexError):  # the standard library goes one call deeper at each `:`
        return []
    found = []
    for name, mail in pairs:
        if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", mail):
            found.append(_Address("" if "@" in name else words.name(name), mail))
    return found


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value[:10_000])))
    except (ValueError, LookupError):
        return value


def _mine(messages: list[Message]) -> str:
    """My own address: to which mail was delivered, else the one in most messages."""
    delivered = Counter(a.mail.casefold() for m in messages for a in _addresses(m, "Delivered-To", "X-Original-To"))
    everywhere = Counter(
        mail for m in messages for mail in {a.mail.casefold() for a in _addresses(m, "From", "To", "Cc")}
    )
    best = (delivered or everywhere).most_common(1)
    return best[0][0] if best and (delivered or len(messages) > 1) else ""


def _reading(line: int, message: Message, me: str, file: str) -> Reading | None:
    senders = _addresses(message, "From")
    sender = senders[0] if senders else None
    mine = bool(sender) and bool(me) and sender is not None and sender.mail.casefold() == me
    people = _addresses(message, "To", "Cc") if mine else senders[:1]
    others = [
        p
        for p in {a.mail.casefold(): a for a in people}.values()
        if p.mail.casefold() != me and not _MACHINE.search(p.mail)
    ]
    if not others or len(others) > CROWD or (not mine and _bulk(message)):
        return None
    body = _body(message)
    told = own_words(body) if mine else ""
    signed = None if mine else signature_of(body, others[0].name)
    return _as_facts(line, message, others, told, signed, file)


def _bulk(message: Message) -> bool:
    return any(message.get(f) for f in ("List-Id", "List-Unsubscribe", "Auto-Submitted")) or str(
        message.get("Precedence", "")
    ).lower() in ("bulk", "list", "junk")


def _body(message: Message) -> str:
    """The text of a message; of HTML the words."""
    for kind in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_content_type() == kind and not part.get_filename():
                raw = part.get_payload(decode=True)
                text = raw.decode(_charset(part), "replace") if isinstance(raw, bytes) else ""
                return words.plain(text) if kind == "text/html" else text.replace("\r\n", "\n")
    return ""


def _charset(part: Message) -> str:
    name = part.get_content_charset() or "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


def _as_facts(
    line: int, message: Message, others: list[_Address], told: str, signed: Signature | None, file: str
) -> Reading:
    subject, day = words.line(_decoded(str(message.get("Subject", "")))), _day(message)
    names = [f"{p.name} <{p.mail}>" if p.name else p.mail for p in others]
    head = "\n".join(
        p for p in (("To " if told or not signed else "From ") + ", ".join(names), subject, day or "") if p
    )
    text = f"{head}\n"
    spot = (len(text) + 1, len(text) + 1 + len(told)) if told else (0, 0)
    text += f"\n{told}\n" if told else f"\n{signed.text}\n" if signed else ""
    number = " ".join(str(message.get("Message-ID", "")).split()).strip("<>")[:200]
    written = When(day) if day else None
    source = Source(file, text, KIND, None, written, None, f"line {line}", f"mail:{number}" if number else None)
    top = (source.span(0, len(head)),)
    quotes = tuple(source.span(*c) for c in words.chunks(text, *spot, most=40)) if told else ()
    facts: list[Fact] = []
    for i, person in enumerate(others):
        facts.append(PersonFact(f"p{i}", person.name or person.mail, (), top))
        facts.append(KeyFact(f"p{i}", "email", person.mail, top))
        facts.append(
            DetailFact(
                f"p{i}", "mail", subject or "(no subject)", written, (*top, *quotes) if len(others) <= 3 else top
            )
        )
    if signed:
        at = (source.span(len(text) - len(signed.text) - 1, len(text) - 1),)
        facts += [KeyFact("p0", kind, value, at) for kind, value in signed.keys]
        if signed.organization:
            facts += [
                OrganizationFact("o0", signed.organization, at),
                AffiliationFact("p0", "o0", signed.title or None, evidence=at),
            ]
        elif signed.title:
            facts.append(DetailFact("p0", "title", signed.title, None, at))
    return Reading(source, tuple(facts))


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


FORMAT = Format(
    name="mail",
    title="Mail (mbox, .eml)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Google: takeout.google.com → Mail (mbox). Thunderbird: the files without ending in the profile's Mail folder. Apple Mail: "
    "Mailbox → Export Mailbox. A single message: Save as → .eml.",
    fields=(
        ("From, To, Cc", "people with their mail addresses; newsletters, machines and crowds are left out"),
        (
            "your own messages",
            "your words, without what you quoted and without your signature; `hallway messages` reads them for whom you met",
        ),
        ("messages of others", "only their signature: title, organization, numbers, pages"),
        ("Subject, Date", "what it was about, and when"),
    ),
)
