"""The XML of frab, Pentabarf and pretalx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from hallway.formats.kit import times, words
from hallway.formats.kit.programme import Conference, Speaker, Talk, distinct, readings
from hallway.formats.kit.series import from_file, named
from hallway.formats.kit.xmltree import BrokenXML, Element, parse, pieces
from hallway.formats.protocol import Context, Item
from hallway.model.folding import fold

_TALKS = ("event", "entry", "talk", "session")
"""What a talk's element is called: frab's name first; EuroPython has `entry`."""

DAY_CHANGE = timedelta(hours=4)
"""frab's own default: what begins before that belongs to the night before."""


def items(data: bytes, context: Context) -> Iterator[Item]:
    """The readings of one file; of a broken one, whatever can be read."""
    try:
        yield from _Schedule(data, context).items(parse(data))
    except BrokenXML as error:
        yield context.problem(
            error.line, None, f"is no sound XML: {error.what}", "what could be read was; put it right for the rest"
        )
        yield from _Schedule(data, context).items(_rescued(data))


def _rescued(data: bytes) -> Element:
    """A schedule of the elements that can be read one by one."""
    top = Element("schedule")
    for name in ("conference", *_TALKS):
        for line, piece in pieces(data, name):
            try:
                element = parse(piece)
            except BrokenXML:
                continue
            element.line = line
            top.children.append(element)
    return top


class _Schedule:
    """Reads one file with what its head says."""

    def __init__(self, data: bytes, context: Context) -> None:
        self._data, self._context = data, context
        self._host, self._zone, self._change = "", "", DAY_CHANGE

    def items(self, root: Element) -> Iterator[Item]:
        head = root.child("conference") or next(root.every("conference"), Element("conference"))
        self._zone = head.get("time_zone_name") or head.get("timezone")
        self._change = change_of(head.get("day_change"))
        if _by_pretalx(root):
            self._host = host_of(head.get("base_url") or head.get("url") or _first_url(root))
        talks, problems = self._talks(root)
        yield from problems
        title = words.line(head.get("title")) or from_file(self._context.name) or "Conference"
        conference = Conference(
            title,
            head.get("acronym"),
            day_of(head.get("start")),
            day_of(head.get("end")),
            ", ".join(p for p in (head.get("venue"), head.get("city")) if p),
            head.get("url") or head.get("base_url"),
            words.line(head.get("subtitle")),
            line=head.line or 1,
            talks=talks,
        )
        yield from told(conference, self._context, head.line or 1)

    def _talks(self, root: Element) -> tuple[list[Talk], list[Item]]:
        talks: list[Talk] = []
        problems: list[Item] = []
        for event, day, room in _events(root):
            title = words.line(event.get("title")) or words.line(event.get("slug"))
            if not title:
                problems.append(self._context.problem(event.line, "title", "a talk without a title", "give it one"))
                continue
            talks.append(self._talk(event, title, day, room))
            problems += self._strange(event)
        return talks, problems

    def _talk(self, event: Element, title: str, day: date | None, room: str) -> Talk:
        links = [(words.line(e.text), e.attributes.get("href", "").strip()) for e in event.every("link")]
        return Talk(
            title,
            distinct(
                self._speaker(p) for group in ("persons", "speakers") for b in event.all(group) for p in b.children
            ),
            words.line(event.get("subtitle")),
            self._start(event, day),
            times.minutes(event.get("duration")),
            words.line(event.get("room")) or room,
            words.line(event.get("track")),
            event.get("url") or event.get("conf_url"),
            event.get("code") or event.get("id") or event.get("guid"),
            event.get("abstract"),
            event.get("description"),
            tuple((title, url) for title, url in links if url),
            f"line {event.line}",
            self._data[event.start : event.end] or None,
        )

    def _speaker(self, person: Element) -> Speaker:
        given = person.attributes
        called = next((c.text for c in person.children if c.name in ("public_name", "name") and c.text), "")
        name = words.name(called or person.text or given.get("name", "") or given.get("public_name", ""))
        number = (
            (given.get("code") or given.get("id") or "") if self._host else given.get("id") or given.get("code") or ""
        )
        pages = (given.get("url", ""), person.get("url"), person.get("profile"))
        about = person.get("biography") or person.get("bio") or person.get("description")
        links = tuple(dict.fromkeys(url for url in pages if url.startswith("http")))
        return Speaker(name, number.strip(), self._host, links, about)

    def _start(self, event: Element, day: date | None) -> str:
        zone = self._zone
        for exact in (event.get("date"), event.get("start")):
            if moment := times.moment(exact, zone):
                return moment.isoformat()
        since = times.clock(event.get("start"))
        day = day_of(event.get("date")) or day
        if day is None:
            return ""
        if since is None:
            return day.isoformat()
        night = timedelta(days=1) if since < self._change else timedelta()
        return times.zoned(datetime(day.year, day.month, day.day) + since + night, zone).isoformat()

    def _strange(self, event: Element) -> Iterator[Item]:
        length = event.get("duration")
        if length and times.minutes(length) is None and not re.fullmatch(r"[0:]+", length):
            yield self._context.problem(
                event.line, "duration", f"“{length[:40]}” is no length", "hours and minutes: 00:45"
            )
        start = event.get("start")
        if start and times.clock(start) is None and not times.moment(start):
            yield self._context.problem(event.line, "start", f"“{start[:40]}” is no time", "hours and minutes: 10:30")


def told(conference: Conference, context: Context, line: int) -> Iterator[Item]:
    """A conference as readings, with a problem where its title is left over from another year, or it is empty."""
    if not conference.talks and not conference.people:
        yield context.problem(line, None, "a programme without talks", "export it when it is published")
        return
    days = conference.with_days()
    what = named(conference.title, days.start, days.end)
    if what.corrected:
        said = f"is called “{words.line(conference.title)}”, but its days are of another year"
        yield context.problem(
            line, "title", said, f"kept as “{what.name}”; `hallway undo` and a title put right change that"
        )
    if fold(conference.title) == "conference":
        do = "`hallway undo`, name the file after the conference (`pycon-2014.xml`), and import that"
        yield context.problem(line, "title", f"names no conference; kept as “{what.name}”", do)
    yield from readings(conference, context.name)


def _events(root: Element) -> Iterator[tuple[Element, date | None, str]]:
    """Every talk with the day and room that it stands under."""
    called = next((name for name in _TALKS if next(root.every(name), None)), _TALKS[0])
    rooms = [(day, room) for day in root.every("day") for room in day.every("room")]
    listed = {id(e) for _, room in rooms for e in room.all(called)}
    for day, room in rooms:
        for event in room.all(called):
            yield event, day_of(day.attributes.get("date", "")), words.line(room.attributes.get("name", ""))
    for day in root.every("day"):
        for event in day.every(called):
            if id(event) not in listed:
                listed.add(id(event))
                yield event, day_of(day.attributes.get("date", "")), ""
    for event in root.every(called):
        if id(event) not in listed:
            yield event, None, ""


def day_of(text: str) -> date | None:
    """A day of a programme's head, or None."""
    found = times.day(text)
    return found.earliest if found else None


def _by_pretalx(root: Element) -> bool:
    made = root.child("generator")
    return made is not None and "pretalx" in f"{made.text} {made.attributes.get('name', '')}".casefold()


def _first_url(root: Element) -> str:
    return next((e.text for e in root.every("url") if e.text.startswith("http")), "")


def change_of(text: str) -> timedelta:
    """When a programme's day begins; frab's default where it does not say."""
    found = times.clock(text)
    return DAY_CHANGE if found is None else found


def host_of(url: str) -> str:
    """The site of an address, without `www.`; empty for what is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
