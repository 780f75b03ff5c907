"""A calendar of one's own (iCalendar, RFC 5545): which conferences I was at, and meetings with few named people.

An entry says what was planned. So whom it names I met only probably, and never in an entry that repeats, was cancelled or
declined, lies in the future, or has a crowd in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice
from typing import IO

from hallway.formats.icsprogramme import times_of
from hallway.formats.kit import ical, times, words
from hallway.formats.kit.series import named
from hallway.formats.protocol import Context, Format, Item
from hallway.model import Connection, EncounterFact, EventFact, Fact, KeyFact, PersonFact, Reading, Source, When

KIND = "calendar"
FEW = 5
"""How many others a meeting has at most in which I can be said to have met each."""
LOOKED = 2000
"""In how many entries at the beginning it is looked up which address is mine."""
PROBABLY = 0.5
"""How sure an encounter is that a calendar only planned, with people whose addresses I had: below what is shown as certain."""
_CONFERENCE = re.compile(
    r"\b(?:conf(?:erence)?|congress|kongress|konferenz|tagung|summit|symposium|workshop|unconference|barcamp|\w*camp|fest(?:ival)?|"
    r"hackathon|meetup|forum|expo|convention|\w*days|\w+tage|fahrplan|jam|retreat|sprint|colloqui\w+|fosdem|jornadas)\b|\w[Cc]on(?:f|g)?\b|\bCon\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:holidays?|vacation|urlaub|ferien|leave|off|ooo|out of office|birthday|geburtstag|flight|flug|hotel|trip|visit|stay|train|"
    r"wedding|sick|krank|away|travel|moving|school|exam|deadline|call for|cfp|tickets?|call|sync|planning|prep\w*)\b",
    re.I,
)
_WITH = re.compile(
    r"\b(?:with|w/|mit|avec|con|bei)\s+((?:[A-ZÀ-Þ][\w'’.-]+)(?: (?:van|von|de|der|di|da|la|le|bin|al|[A-ZÀ-Þ][\w'’.-]*)){1,4})"
)


def sniff(head: bytes, name: str) -> float:
    """Any iCalendar; one that looks like a programme is the other format's."""
    return 0.7 if b"BEGIN:VCALENDAR" in head[:2000].upper() else 0.0


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Entries that tell of a conference or of people, each by itself."""
    events = ical.components(ical.lines_of(stream))
    calendar = next(events)
    first = list(islice(events, LOOKED))
    me = _mine(first, calendar)
    for event in chain(first, events):
        try:
            if reading := _entry(event, calendar.get("X-WR-TIMEZONE"), me, context):
                yield reading
        except ValueError as error:
            yield context.problem(event.line, "DTSTART", str(error), "give it a day: 20141002")


def _mine(events: list[ical.Component], calendar: ical.Component) -> str:
    """My own address: the calendar's name where it is one, else who is in most entries that have anybody in them."""
    if mine := ical.address(calendar.get("X-WR-CALNAME")):
        return mine.casefold()
    invited = [{ical.address(p.value).casefold() for p in _people(e)} - {""} for e in events]
    counts = Counter(a for addresses in invited for a in addresses)
    entries = sum(bool(a) for a in invited)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 2 and best[0][1] * 2 > entries else ""


def _people(event: ical.Component) -> list[ical.Property]:
    return [
        p
        for p in (*event.all("ORGANIZER"), *event.all("ATTENDEE"))
        if p.parameters.get("CUTYPE", "") not in ("ROOM", "RESOURCE")
    ]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the rules look at. `end` is the last day, not the one after it as in the file."""

    summary: str
    start: date
    end: date
    timed: bool
    where: str
    hours: float

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def _entry(event: ical.Component, zone: str, me: str, context: Context) -> Reading | None:
    summary = words.line(event.get("SUMMARY"))
    begins, ends = times_of(event, "DTSTART", zone), times_of(event, "DTEND", zone)
    if not summary or event.get("STATUS").upper() == "CANCELLED":
        return None
    if not begins:
        raise ValueError(f"“{event.get('DTSTART')[:40]}” is no day")
    start, timed = date.fromisoformat(begins[:10]), "T" in begins
    end = date.fromisoformat(ends[:10]) if ends else start
    if not timed and end > start:
        end -= timedelta(days=1)
    entry = _Entry(summary, start, max(start, end), timed, words.line(event.get("LOCATION")), _hours(begins, ends))
    others = _others(event, me)
    page = [
        summary,
        f"{begins} – {ends}" if ends else begins,
        entry.where,
        ", ".join(f"{n} <{a}>" if a else n for n, a, _ in others),
    ]
    text = "\n".join(line for line in (*page, words.plain(event.get("DESCRIPTION"))) if line)
    raw = "\n".join(event.raw).encode("utf-8", "surrogatepass")
    source = Source(context.name, text, KIND, None, When(start.isoformat()), raw, f"line {event.line}")
    facts = [*_conference(entry, source), *_meeting(entry, event, others, source)]
    return Reading(source, tuple(facts)) if facts else None


def _hours(begins: str, ends: str) -> float:
    """How long an entry takes, as far as its clock says."""
    start, end = times.moment(begins), times.moment(ends)
    if start is None or end is None:
        return 0.0
    return (end.replace(tzinfo=None) - start.replace(tzinfo=None)).total_seconds() / 3600


def _others(event: ical.Component, me: str) -> list[tuple[str, str, str]]:
    """Name, address and answer of everybody but me, once each."""
    found: dict[str, tuple[str, str, str]] = {}
    for person in _people(event):
        address, name = ical.address(person.value), words.name(person.parameters.get("CN", ""))
        name = "" if "@" in name else name
        if (not name and not address) or (me and address.casefold() == me):
            continue
        answer = "ACCEPTED" if person.name == "ORGANIZER" else person.parameters.get("PARTSTAT", "")
        found.setdefault(address.casefold() or name, (name or address, address, answer.upper()))
    return list(found.values())


def _conference(entry: _Entry, source: Source) -> Iterator[EventFact]:
    """The event, where an entry is one: called like one, or several days somewhere that are no holiday."""
    if _ELSEWHERE.search(entry.summary) or entry.days > 15:
        return
    called = bool(_CONFERENCE.search(entry.summary))
    whole_days = not entry.timed or entry.days > 1 or entry.hours >= 5
    if not (called and whole_days) and not (2 <= entry.days <= 7 and not entry.timed and entry.where):
        return
    what = named(entry.summary, entry.start, entry.end)
    end = When(entry.end.isoformat()) if entry.days > 1 else None
    words_ = (source.span(0, source.text.index("\n") if "\n" in source.text else len(source.text)),)
    yield EventFact(
        "e0",
        what.name,
        what.series,
        what.edition,
        entry.where or None,
        When(entry.start.isoformat()),
        end,
        my_role="attendee",
        mentions=words_,
        evidence=words_,
        confidence=0.9 if called else 0.6,
    )


def _meeting(
    entry: _Entry, event: ical.Component, others: list[tuple[str, str, str]], source: Source
) -> Iterator[Fact]:
    """Who is named, and an encounter with each where the entry was a meeting of a few."""
    in_title = _WITH.search(entry.summary)
    named_ = others or ([(in_title[1], "", "")] if in_title else [])
    was = entry.timed and entry.days == 1 and entry.end < date.today() and not event.all("RRULE")
    met = was and 1 <= len(named_) <= FEW
    for i, (name, address, answer) in enumerate(named_[:50]):
        at = source.text.find(name)
        spot = (source.span(at, at + len(name)),) if at >= 0 else ()
        whole_ = (source.span(0, min(len(source.text), 300)),)
        yield PersonFact(f"p{i}", name, spot, whole_)
        if address:
            yield KeyFact(f"p{i}", "email", address, whole_)
        if met and answer not in ("DECLINED", "DELEGATED"):
            sure = PROBABLY if answer in ("ACCEPTED", "") else PROBABLY - 0.15
            yield EncounterFact(f"p{i}", Connection.RENEWED, None, None, When(entry.start.isoformat()), whole_, sure)


FORMAT = Format(
    name="icalendar",
    title="Calendar (iCalendar)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Google: Calendar → Settings → Import & export → Export. Apple: File → Export. Outlook: File → Save Calendar. "
    "Thunderbird, Nextcloud: the calendar's menu → Export.",
    fields=(
        (
            "entries of whole days called like a conference, or several days somewhere",
            "an event that I attended; a holiday is none",
        ),
        ("ATTENDEE, ORGANIZER", "people with their mail addresses"),
        ("meetings of up to five others, in the past", "a probable encounter with each who did not decline"),
        ("“Coffee with Petra Malinová”", "the same, from the title"),
        ("RRULE", "an entry that repeats names people, but is no encounter"),
        ("cancelled entries, everything else", "not kept; what is kept has its original beside it"),
    ),
)
