"""Programmes in xCal: iCalendar as XML, as Pentabarf makes it (`schedule.xcal`) and as RFC 6321 has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from hallway.formats.kit import times, words
from hallway.formats.kit.frabxml import told
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import TREE, whole
from hallway.formats.kit.series import from_file
from hallway.formats.kit.xmltree import BrokenXML, Element, parse, pieces
from hallway.formats.protocol import Context, Format, Item, Problem


def sniff(head: bytes, name: str) -> float:
    """XML whose root is `iCalendar`."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return 0.9 if text[:1] == b"<" and re.search(rb"<(?:\w+:)?icalendar[\s>]", text[:4000], re.I) else 0.0


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event and talks."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
        return
    try:
        root = parse(data)
    except BrokenXML as error:
        yield context.problem(
            error.line, None, f"is no sound XML: {error.what}", "what could be read was; put it right for the rest"
        )
        root = Element("icalendar", children=list(_rescued(data)))
    head = next(root.every("vcalendar"), root)
    name = words.line(_of(head, "x-wr-calname") or _of(head, "x-wr-caldesc")) or from_file(context.name)
    talks: list[Talk] = []
    for event in root.every("vevent"):
        if talk := _talk(event, data):
            talks.append(talk)
        else:
            yield context.problem(event.line, "summary", "a talk without a title", "give it one")
    yield from told(Conference(name or "Conference", talks=talks), context, 1)


def _rescued(data: bytes) -> Iterator[Element]:
    for line, piece in pieces(data, "vevent"):
        try:
            event = parse(re.sub(rb"(</?)[\w-]+:", rb"\1", piece))
        except BrokenXML:
            continue
        event.line = line
        yield event


def _of(element: Element, name: str) -> str:
    """The text of a property, wherever it stands beneath."""
    return next((e.text for e in element.every(name) if e.text), "")


def _talk(event: Element, data: bytes) -> Talk | None:
    title = words.line(_of(event, "summary") or _of(event, "title"))
    if not title:
        return None
    start, end = times.moment(_of(event, "dtstart")), times.moment(_of(event, "dtend"))
    day = times.day(_of(event, "dtstart"))
    alike = start is not None and end is not None and (start.tzinfo is None) == (end.tzinfo is None)
    length = round((end - start).total_seconds() / 60) if start and end and alike and end > start else None
    people = (
        Speaker(words.name(a.text)) for a in event.every("attendee") if not a.text.casefold().startswith("mailto:")
    )
    return Talk(
        title,
        distinct(people),
        words.line(_of(event, "subtitle")),
        start.isoformat() if start else str(day or ""),
        length or times.minutes(_of(event, "duration")),
        words.line(_of(event, "location")),
        words.line(_of(event, "categories")),
        _of(event, "url"),
        _of(event, "event-id") or _of(event, "uid"),
        _of(event, "description"),
        place=f"line {event.line}",
        original=data[event.start : event.end] or None,
    )


FORMAT = Format(
    name="xcal",
    title="Programme in xCal (XML)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="On the conference's site beside `schedule.xml`: `xcal` or `schedule.xcal`.",
    fields=(
        ("summary, dtstart, dtend or duration, location, categories, url", "a talk"),
        ("attendee", "a speaker, never somebody I met; xCal has no ids for people"),
        ("description", "words to recall by"),
    ),
)
