"""iCalendar (RFC 5545): where I was, birthdays every year, and what people need as tasks.

Nobody is an attendee of anything here: programs send mail to attendees. An event of which only a month or a year is known
becomes a journal entry, which needs no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import IO

from hallway.formats.contentline import escape, line
from hallway.formats.out.data import Occasion, Outgoing, Person, once
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import sound
from hallway.model.when import bounds

_WEEK = 8
"""What is vaguer than so many days is no entry in a calendar."""
_URI = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.A)
"""RFC 3986, section 2: what is no address is left out."""
_YEARLY = ("birthday", "anniversary")


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    stamp = f"{outgoing.made:%Y%m%dT%H%M%SZ}"
    file.writelines(
        [
            b"BEGIN:VCALENDAR\r\n",
            line("VERSION", "2.0"),
            line("PRODID", "-//Hallway//EN"),
            line("CALSCALE", "GREGORIAN"),
        ]
    )
    file.write(line("X-WR-CALNAME", _text(f"Hallway: {outgoing.title}")))
    for occasion in outgoing.occasions:
        if occasion.attended:
            file.writelines(_occasion(occasion, stamp))
    for person in outgoing.people:
        file.writelines(_days(person, stamp))
        file.writelines(_tasks(person, stamp))
    file.write(b"END:VCALENDAR\r\n")


def _occasion(occasion: Occasion, stamp: str) -> Iterator[bytes]:
    days = _exact(occasion)
    kind = "VEVENT" if days else "VJOURNAL"
    yield line("BEGIN", kind)
    yield from _head(occasion.uid, stamp, occasion.title)
    if days:
        yield from _whole_days(*days)
    if occasion.place and days:
        yield line("LOCATION", _text(occasion.place))
    if occasion.url and _URI.fullmatch(occasion.url):
        yield line("URL", occasion.url)
    if described := _described(occasion, not days):
        yield line("DESCRIPTION", _text(described))
    yield line("CATEGORIES", "Hallway")
    yield line("END", kind)


def _exact(occasion: Occasion) -> tuple[date, date] | None:
    """First and last day, where they are known to the week at least."""
    if not occasion.start:
        return None
    first, last = bounds(occasion.start)
    last = bounds(occasion.end)[1] if occasion.end else last
    if (bounds(occasion.start)[1] - first).days >= _WEEK or last == date.max:
        return None
    return first, max(first, last)


def _described(occasion: Occasion, vague: bool) -> str:
    met = [f"{p.name} ({p.kind})" for p in occasion.people if p.kind]
    parts = [
        f"Some time in {occasion.start}" if vague and occasion.start else "",
        f"In {occasion.place}" if vague and occasion.place else "",
        f"As {occasion.my_role}" if occasion.my_role else "",
        f"Organized by {', '.join(occasion.organizers)}" if occasion.organizers else "",
        f"Met: {', '.join(met)}" if met else "",
    ]
    return "\n".join(p for p in parts if p)


def _days(person: Person, stamp: str) -> Iterator[bytes]:
    """A birthday every year, from the day on which it is known."""
    for kind in _YEARLY:
        for number, when in enumerate(once(d for k, d in person.days if k == kind)):
            first, last = bounds(when)
            if first != last:
                continue
            yield b"BEGIN:VEVENT\r\n"
            summary = f"Birthday of {person.name}" if kind == "birthday" else f"Anniversary of {person.name}"
            yield from _head(f"{person.uid}-{kind}{f'-{number}' if number else ''}", stamp, summary)
            yield from _whole_days(first, first)
            yield line("RRULE", "FREQ=YEARLY")
            yield line("CATEGORIES", kind.capitalize())
            yield b"END:VEVENT\r\n"


def _tasks(person: Person, stamp: str) -> Iterator[bytes]:
    for number, told in enumerate(person.of("need", "offer")):
        yield b"BEGIN:VTODO\r\n"
        yield from _head(f"{person.uid}-{told.kind}-{number}", stamp, f"{person.name} {told.kind}s: {told.text}")
        if told.quotes:
            words = [f"“{q.text}” ({q.source}{f', {q.date}' if q.date else ''})" for q in told.quotes]
            yield line("DESCRIPTION", _text("\n".join(words)))
        yield line("STATUS", "NEEDS-ACTION")
        yield line("CATEGORIES", "Hallway")
        yield b"END:VTODO\r\n"


def _head(uid: str, stamp: str, summary: str) -> Iterator[bytes]:
    yield line("UID", uid)
    yield line("DTSTAMP", stamp)
    yield line("SUMMARY", _text(" ".join(summary.split())))


def _whole_days(first: date, last: date) -> Iterator[bytes]:
    """Days without times; the end is the day after the last one (RFC 5545, section 3.6.1)."""
    yield line("DTSTART", f"{first:%Y%m%d}", [("VALUE", "DATE")])
    if last < date.max:
        yield line("DTEND", f"{last + timedelta(days=1):%Y%m%d}", [("VALUE", "DATE")])
    yield line("TRANSP", "TRANSPARENT")


def _text(words: str) -> str:
    return escape(sound(words))


OUT = (
    OutFormat(
        "icalendar",
        "iCalendar",
        (".ics",),
        _write,
        "where you were, with whom you met in the description; birthdays and anniversaries every year; needs and offers as"
        " tasks. An event of which only a month or year is known is a journal entry",
    ),
)
