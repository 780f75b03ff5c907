"""Programmes as iCalendar (`schedule.ics`): many talks in rooms within a few days, nobody invited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from hallway.formats.kit import ical, times, words
from hallway.formats.kit.frabxml import told
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import TREE, whole
from hallway.formats.kit.series import from_file
from hallway.formats.kit.talkjson import several
from hallway.formats.protocol import Context, Format, Item, Problem

_MAKERS = re.compile(
    rb"PRODID[^\r\n]{0,200}(?:pentabarf|pretalx|frab|sched\b|sessionize|indico|fahrplan|whova|symposion|conf)", re.I
)
_PERSONAL = re.compile(rb"\nBEGIN:VALARM|\nRRULE:", re.I)
_HOST = re.compile(rb"\nORGANIZER([^\r\n]{0,300}?):mailto:([^\r\n]{0,200})", re.I)
_STARTS = re.compile(rb"\nDTSTART[^:\r\n]{0,100}:(\d{8})T")
_BY = re.compile(r"(?:speakers?|presenters?|by|sprecher|referent(?:in)?)\s*:\s*([^\n]{2,200})", re.I)


def sniff(head: bytes, name: str) -> float:
    """iCalendar by a program for conferences, or with many timed entries in few days and no sign of anybody's own calendar."""
    if b"BEGIN:VCALENDAR" not in head[:2000].upper():
        return 0.0
    if _MAKERS.search(head):
        return 0.9
    days = sorted(set(_STARTS.findall(head)))
    entries, rooms = head.count(b"\nBEGIN:VEVENT"), head.count(b"\nLOCATION")
    dense = entries >= 12 and rooms * 2 >= entries and len(days) * 4 <= entries
    return 0.8 if dense and not _PERSONAL.search(head) and not _invites(head) else 0.0


def _invites(head: bytes) -> bool:
    """Whether entries have hosts as people's own do. Where many names share one address, it is the conference's."""
    found = _HOST.findall(head)
    return bool(found) and (len({a.strip().lower() for _, a in found}) > 1 or len({n for n, _ in found}) == 1)


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event and talks."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
        return
    talks: list[Talk] = []
    calendar, *events = ical.components(ical.lines_of(BytesIO(data)))
    hosts = _hosts(events)
    held = Counter(e.get("UID") for e in events)
    for component in events:
        if talk := _talk(component, calendar.get("X-WR-TIMEZONE"), hosts, held[component.get("UID")] == 1):
            talks.append(talk)
        else:
            yield context.problem(component.line, "SUMMARY", "a talk without a title", "give it one")
    title = words.line(calendar.get("X-WR-CALNAME") or calendar.get("X-WR-CALDESC")) or from_file(context.name)
    yield from told(Conference(title or "Conference", talks=talks), context, 1)


def _hosts(events: list[ical.Component]) -> bool:
    """Whether ORGANIZER names who speaks: it is not the same in every entry."""
    return len({words.name(p.parameters.get("CN", "")) for e in events for p in e.all("ORGANIZER")}) > 2


def _talk(event: ical.Component, zone: str, hosts: bool, own_id: bool) -> Talk | None:
    title = words.line(event.get("SUMMARY"))
    if not title:
        return None
    start, end = times_of(event, "DTSTART", zone), times_of(event, "DTEND", zone)
    seconds = (times.moment(end), times.moment(start))
    alike = (
        seconds[0] is not None and seconds[1] is not None and (seconds[0].tzinfo is None) == (seconds[1].tzinfo is None)
    )
    length = round((seconds[0] - seconds[1]).total_seconds() / 60) if alike and seconds[0] and seconds[1] else None
    return Talk(
        title,
        distinct(_speakers(event, hosts)),
        start=start,
        minutes=length if length and length > 0 else times.minutes(event.get("DURATION")),
        room=words.line(event.get("LOCATION")),
        track=words.line(event.get("CATEGORIES")),
        url=event.get("URL"),
        id=event.get("UID") if own_id else "",
        abstract=event.get("DESCRIPTION"),
        place=f"line {event.line}",
        original="\n".join(event.raw).encode("utf-8", "surrogatepass"),
    )


def _speakers(event: ical.Component, hosts: bool) -> Iterator[Speaker]:
    told = event.all("ATTENDEE") or (event.all("ORGANIZER") if hosts else [])
    for person in told:
        yield from (Speaker(name) for name in several(words.name(person.parameters.get("CN", ""))))
    if not told and (found := _BY.search(event.get("DESCRIPTION"))):
        yield from (Speaker(name) for name in several(words.name(found[1])) if " " in name)


def times_of(event: ical.Component, name: str, zone: str = "") -> str:
    """A time as ISO 8601, with its zone's offset where it tells one; a day where it is one; empty where there is neither."""
    found = event.one(name)
    if not found:
        return ""
    if moment := times.moment(found.value, found.parameters.get("TZID", zone)):
        return moment.isoformat()
    return str(times.day(found.value) or "")


FORMAT = Format(
    name="ics-programme",
    title="Programme as iCalendar",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="On the conference's site: “iCal” or “Add all to my calendar”, `schedule.ics`. One's own calendar is another format.",
    fields=(
        ("SUMMARY, DTSTART, DTEND, LOCATION, CATEGORIES, URL", "a talk"),
        ("ATTENDEE, “Speaker:” in DESCRIPTION, or ORGANIZER where these differ", "a speaker, never somebody I met"),
        ("X-WR-CALNAME", "the event, its series and edition"),
    ),
)
