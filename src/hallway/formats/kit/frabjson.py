"""The JSON of frab and pretalx: `schedule.conference.days[].rooms{}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hallway.formats.kit import words
from hallway.formats.kit.frabxml import change_of, day_of, host_of, told
from hallway.formats.kit.jsontree import Node, as_text
from hallway.formats.kit.programme import Conference, Talk
from hallway.formats.kit.series import from_file
from hallway.formats.kit.talkjson import PEOPLE, Talks, title_of
from hallway.formats.protocol import Context, Item

_TOLD = frozenset((*PEOPLE, "start", "start_date", "start_time", "slot", "slots", "duration"))


def items(value: Any, context: Context) -> Iterator[Item]:
    """The readings of one file; `value` is what it holds, or the objects that could be saved of a broken one."""
    if not isinstance(value, Node):
        talks = [n for n in value if isinstance(n, Node)] if isinstance(value, list) else []
        head = next((n for n in talks if "days" in n or "conference" in n), None)
        if head is None:
            loose = Talks(context)
            found = [t for n in talks if title_of(n) and (t := loose.talk(n))]
            yield from loose.problems
            yield from told(Conference(from_file(context.name) or "Conference", talks=found), context, 1)
            return
        value = head
    schedule = value.node("schedule") or value
    conference = schedule.node("conference") or schedule
    yield from _items(value, schedule, conference, context)


def _items(top: Node, schedule: Node, conference: Node, context: Context) -> Iterator[Item]:
    made = str(top.get("generator", "")) + str(schedule.get("generator", ""))
    base = conference.string("url", "base_url") or schedule.string("base_url", "url")
    host = host_of(base) if "pretalx" in made.casefold() or _has_codes(conference) else ""
    change = change_of(conference.string("day_change"))
    reader = Talks(context, conference.string("time_zone_name", "timezone"), host, change)
    talks: list[Talk] = []
    for node, day, room in list(_events(conference)) or list(_scattered(schedule)):
        if talk := reader.talk(node, day_of(day), room):
            talks.append(talk)
    yield from reader.problems
    found = Conference(
        words.line(conference.string("title", "name")) or from_file(context.name) or "Conference",
        conference.string("acronym"),
        day_of(conference.string("start")),
        day_of(conference.string("end")),
        ", ".join(p for p in (conference.string("venue"), conference.string("city", "location")) if p),
        base,
        words.line(conference.string("subtitle")),
        line=conference.line,
        talks=talks,
    )
    yield from told(found, context, conference.line)


def _scattered(node: Node, day: str = "", room: str = "") -> Iterator[tuple[Node, str, str]]:
    """Every object with a title and somebody who speaks or a time, wherever it is, under the last key that is a day: the
    second version of the schedule format has one flat list, and sites make trees of their own by day, hour and room."""
    if title_of(node) and not node.node("days") and (_TOLD & node.keys()):
        yield node, day, room
        return
    for key, value in node.items():
        if key in ("conference", "persons", "speakers", "rooms", "tracks") and not isinstance(value, Node):
            continue
        below = key if day_of(key) and not key.isdigit() else day
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Node):
                yield from _scattered(inner, below, room)


def _has_codes(conference: Node) -> bool:
    """Whether people have pretalx's codes, for exports that do not say who made them."""
    people = (p for node, _, _ in _events(conference) for p in node.nodes("persons"))
    first = next(people, None)
    return first is not None and "code" in first and "id" not in first


def _events(conference: Node) -> Iterator[tuple[Node, str, str]]:
    """Every talk with the day and the room that it stands under; rooms may be an object by name, or a list."""
    for day in conference.nodes("days"):
        date = day.string("date", "day_start", "start")
        rooms = day.get("rooms")
        if isinstance(rooms, dict):
            for name, talks in rooms.items():
                yield from (
                    (t, date, name) for t in (talks if isinstance(talks, list) else [talks]) if isinstance(t, Node)
                )
        elif isinstance(rooms, list):
            for room in rooms:
                if isinstance(room, Node):
                    called = as_text(room.get("name"))
                    yield from ((t, date, called) for t in room.nodes("events", "talks", "sessions"))
        yield from ((t, date, "") for t in day.nodes("events", "talks", "sessions"))
