"""One talk in JSON, by whatever names its fields have: frab, pretalx and its API, and lists that conferences make themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hallway.formats.kit import times, words
from hallway.formats.kit.frabxml import DAY_CHANGE, host_of
from hallway.formats.kit.jsontree import Node, as_text
from hallway.formats.kit.programme import Speaker, Talk, distinct
from hallway.formats.protocol import Context, Problem

PEOPLE = ("persons", "speakers", "participants", "speaker", "presenters", "presenter", "authors", "names", "hosts")
TITLES = ("title", "name", "summary")


def title_of(node: Node) -> str:
    """What a talk is called; empty where the object is none."""
    return words.line(node.string(*TITLES))


class Talks:
    """Reads talks of one file. `zone` is an IANA name, `host` who gives the ids where that is not the series; what is wrong with
    a talk goes to `problems`."""

    def __init__(self, context: Context, zone: str = "", host: str = "", change: timedelta = DAY_CHANGE) -> None:
        self._context, self._zone, self._host, self._change = context, zone, host, change
        self.problems: list[Problem] = []

    def talk(self, node: Node, day: date | None = None, room: str = "") -> Talk | None:
        """The talk, or None for an object without a title, which is a problem."""
        title = title_of(node) or words.line(node.string("slug"))
        if not title:
            self._problem(node, "title", "a talk without a title", "give it one")
            return None
        slot = next(iter(node.nodes("slot", "slots")), Node())
        start = self._start(node, slot, day)
        return Talk(
            title,
            distinct(self._people(node)),
            words.line(node.string("subtitle")),
            start,
            self._minutes(node, slot, start),
            words.line(_called(node, "room", "venue", "location") or _called(slot, "room") or room),
            words.line(_called(node, "track")),
            node.string("url", "link", "conf_url"),
            node.string("code", "id", "guid"),
            node.string("abstract"),
            node.string("description"),
            tuple(_links(node)),
            f"line {node.line}",
        )

    def _people(self, node: Node) -> Iterator[Speaker]:
        for key in PEOPLE:
            value = node.get(key)
            given = value if isinstance(value, list) else [value]
            found = [s for v in given for s in self._person(v, node)]
            if found:
                yield from found
                return

    def _person(self, value: object, talk: Node) -> Iterator[Speaker]:
        if isinstance(value, Node):
            yield person_of(value, self._host)
        elif isinstance(value, str):
            names = several(words.name(value))
            number = talk.string("user_id", "speaker_id") if len(names) == 1 else ""
            yield from (Speaker(name, number) for name in names)

    def _start(self, node: Node, slot: Node, day: date | None) -> str:
        for text in (
            node.string("date"),
            node.string("start", "start_date", "starts_at", "startsAt"),
            slot.string("start"),
        ):
            if moment := times.moment(text, self._zone):
                return moment.isoformat()
        since = times.clock(node.string("start", "start_time", "time"))
        found = times.day(node.string("date", "start_date", "day"))
        day = found.earliest if found else day
        if day is None or since is None:
            return day.isoformat() if day else ""
        night = timedelta(days=1) if since < self._change else timedelta()
        return times.zoned(datetime(day.year, day.month, day.day) + since + night, self._zone).isoformat()

    def _minutes(self, node: Node, slot: Node, start: str) -> int | None:
        length = node.string("duration", "length")
        if length and (found := times.minutes(length)):
            return found
        if length and not re.fullmatch(r"[0:.]+", length):
            self._problem(node, "duration", f"“{length[:40]}” is no length", "hours and minutes: 00:45")
        ends = (node.string("end_date", "end", "ends_at", "endsAt"), slot.string("end"))
        end = next((m for text in ends if (m := times.moment(text, self._zone))), None)
        began = times.moment(start)
        if end is None or began is None or (end.tzinfo is None) != (began.tzinfo is None) or end <= began:
            return None
        return round((end - began).total_seconds() / 60)

    def _problem(self, node: Node, field: str, what: str, do: str) -> None:
        self.problems.append(self._context.problem(node.line, field, what, do))


def _called(node: Node, *keys: str) -> str:
    """The text of the first of these fields that has any, or the name of the object in it."""
    for key in keys:
        inner = node.node(key)
        if found := as_text(node.get(key)) or (inner.string("name", "title", "slug") if inner else ""):
            return found
    return ""


def person_of(node: Node, host: str = "") -> Speaker:
    """A person in JSON. pretalx's `code` is one for all conferences of a site, so it goes with `host`."""
    both = f"{node.string('firstName', 'first_name')} {node.string('lastName', 'last_name')}".strip()
    name = words.name(node.string("public_name", "full_public_name", "fullName", "name") or both)
    number = node.string("code", "id", "guid") if host else node.string("id", "code", "guid")
    links = [node.string("url", "link"), *(url for _, url in _links(node))]
    about = "\n\n".join(
        t
        for t in (node.string("tagLine"), node.string("biography", "bio", "abstract"), node.string("description"))
        if t
    )
    return Speaker(name, number, host, tuple(dict.fromkeys(u for u in links if host_of(u))), about)


def _links(node: Node) -> Iterator[tuple[str, str]]:
    for link in node.nodes("links"):
        if url := link.string("url", "href"):
            yield words.line(link.string("title", "description", "type", "linkType")), url


_AND = re.compile(r"\s*,\s*(?:and\s+|und\s+)?|\s+(?:&|and|und|et|y|e)\s+")
_FULL_NAME = re.compile(
    r"(?:[A-Z]\.|[A-Z][\w'’.-]*)(?: (?:van|von|de|der|den|la|le|di|da|al|bin|[A-Z]\.|[A-Z][\w'’.-]*)){1,4}"
)


def several(name: str) -> list[str]:
    """The people of a cell that names some: split only where each part is a full name of its own, as `Sam and Jo Mosby` and
    `Institute of Arts and Crafts` are one."""
    parts = [p for p in _AND.split(name) if p]
    whole = all(_FULL_NAME.fullmatch(p) and not re.search(r"\b(?:of|for|the)\b|-\s", p) for p in parts)
    return parts if len(parts) > 1 and whole else [name] if name else []
