"""Programmes as iCalendar (`schedule.ics`): many talks in rooms within a few days, nobody invited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from hallway.formats.kit import ical, times, words
from hallway.formats.kit.frabxml import told
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import whole
from hallway.formats.kit.series import from_file
from hallway.formats.kit.talkjson import several
from hallway.formats.protocol import Context, Format, Item, Problem

_MAKERS = re.compile(
    rb"PRODID[^\r\n]{0,200}(?:pentabarf|pretalx|frab|sched\b|sessionize|indico|fahrplan|whova|symposion|conf)", re.I
)
_PERSONAL = re.compile(rb"\nBEGIN:VALARM|\nORGANIZER[^\r\n]{0,300}mailto:|\nRRULE:", re.I)
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
    return 0.8 if dense and not _PERSONAL.search(head) else 0.0


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event and talks."""
    data = whole(stream, context)
    if isinstance(data, Problem):
        yield data
        return
    calendar = ical.Component("VCALENDAR", 1)
    talks: list[Talk] = []
    for component in ical.components(ical.decoded(data)):
        if component.name == "VCALENDAR":
            calendar = component
        elif talk := _talk(component, calendar.get("X-WR-TIMEZONE")):
            talks.append(talk)
        else:
            yield context.problem(component.line, "SUMMARY", "a talk without a title", "give it one")
    title = words.line(calendar.get("X-WR-CALNAME") or calendar.get("X-WR-CALDESC")) or from_file(context.name)
    yield from told(Conference(title or "Conference", talks=talks), context, 1)


def _talk(event: ical.Component, zone: str) -> Talk | None:
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
        distinct(_speakers(event)),
        start=start,
        minutes=length if length and length > 0 else times.minutes(event.get("DURATION")),
        room=words.line(event.get("LOCATION")),
        track=words.line(event.get("CATEGORIES")),
        url=event.get("URL"),
        id=event.get("UID"),
        abstract=event.get("DESCRIPTION"),
        place=f"line {event.line}",
        original="\n".join(event.raw).encode("utf-8", "surrogatepass"),
    )


def _speakers(event: ical.Component) -> Iterator[Speaker]:
    for attendee in event.all("ATTENDEE"):
        yield Speaker(words.name(attendee.parameters.get("CN", "")))
    if not event.all("ATTENDEE") and (found := _BY.search(event.get("DESCRIPTION"))):
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
        ("ATTENDEE, or “Speaker:” in DESCRIPTION", "a speaker, never somebody I met"),
        ("X-WR-CALNAME", "the event, its series and edition"),
    ),
)
