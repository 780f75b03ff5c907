"""Pages of the web that say in a way for machines which event they are about: schema.org in JSON-LD, h-event and h-card.

https://schema.org/Event, https://microformats.org/wiki/h-event. What a page only says in prose is for `hallway read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hallway.formats.kit import jsontree, page, times, words
from hallway.formats.kit.frabxml import day_of, host_of, told
from hallway.formats.kit.jsontree import Node, as_text
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import TREE, whole
from hallway.formats.kit.series import from_file
from hallway.formats.protocol import Context, Format, Item, Problem, Stream

_EVENT = re.compile(r"(?:\w*Event|Festival|Hackathon|CourseInstance)$")
_PEOPLE = ("performer", "performers", "actor", "speaker", "contributor", "author")
_SESSION = 24 * 60
"""How many minutes a session takes at most; what takes longer is an event."""


def sniff(head: bytes, name: str) -> float:
    """HTML with JSON-LD about an event, or with an h-event or h-card."""
    start = head[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not (start.startswith(b"<!doctype html") or b"<html" in start or b"<head" in start):
        return 0.0
    linked = b"ld+json" in head and re.search(rb'"@type"\s*:\s*\[?\s*"(?:[A-Za-z:/.]*Event|Festival|Hackathon)"', head)
    return 0.85 if linked else 0.8 if re.search(rb"class\s*=\s*[\"'][^\"'<>]{0,200}\bh-(?:event|card)\b", head) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """The events of a page, each with its talks and speakers."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
        return
    found = page.read(jsontree.decode(data))
    events: list[Conference] = []
    for line, script in found.data:
        try:
            events += _linked(jsontree.parse(script.encode()), line)
        except jsontree.BrokenJSON as error:
            said = f"its JSON-LD is no sound JSON: {error.what}"
            yield context.problem(line + error.line - 1, None, said, "the rest of the page was read")
    title = found.title or from_file(context.name)
    events = events or list(_marked(found.items, title))
    if not events:
        yield context.problem(
            None, None, "names no event with a day or speakers", "`hallway read` reads what it says in prose"
        )
    for event in events:
        yield from told(event, context, event.line)


def _linked(value: Any, line: int) -> Iterator[Conference]:
    nodes = [n for n in _nodes(value) if _is_event(n)]
    inner = {id(s) for n in nodes for key in ("subEvent", "subEvents") for s in n.nodes(key)}
    outer = [n for n in nodes if id(n) not in inner]
    names = {as_text(above.get("name")) for n in outer if (above := n.node("superEvent"))}
    for name in sorted(names - {""}):
        parts = [n for n in outer if (above := n.node("superEvent")) and as_text(above.get("name")) == name]
        yield _conference(parts[0]["superEvent"], parts, line)
    alone = [n for n in outer if not n.node("superEvent")]
    for node in alone:
        yield _conference(node, [s for key in ("subEvent", "subEvents") for s in node.nodes(key)], line)


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    """Every object of a graph that stands for itself."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, Node):
        yield value
        for key in ("@graph", "subEvent", "subEvents", "mainEntity", "itemListElement", "item", "about"):
            yield from _nodes(value.get(key), depth + 1)


def _is_event(node: Node) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and _EVENT.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _conference(node: Node, parts: list[Node], line: int) -> Conference:
    at = line + getattr(node, "line", 1) - 1
    organizers = tuple(words.line(as_text(o.get("name"))) for o in node.nodes("organizer", "organizers"))
    return Conference(
        words.line(node.string("name")) or "Event",
        start=day_of(node.string("startDate")),
        end=day_of(node.string("endDate")),
        where=_where(node),
        url=node.string("url", "@id"),
        subtitle=words.line(node.string("alternateName")),
        line=at,
        organizers=tuple(o for o in organizers if o),
        talks=[t for p in parts if (t := _session(p, line))],
        people=distinct(_performers(node, at)),
    )


def _where(node: Node) -> str:
    place = node.node("location")
    if place is None:
        return words.line(node.string("location"))
    address = place.node("address") or Node()
    parts = (as_text(place.get("name")), address.string("addressLocality"), as_text(place.get("address")))
    return ", ".join(dict.fromkeys(words.line(p) for p in parts if p))


def _session(node: Node, line: int) -> Talk | None:
    title = words.line(node.string("name", "headline"))
    if not title:
        return None
    start, end = times.moment(node.string("startDate")), times.moment(node.string("endDate"))
    alike = start and end and (start.tzinfo is None) == (end.tzinfo is None)
    length = round((end - start).total_seconds() / 60) if start and end and alike else 0
    return Talk(
        title,
        distinct(_performers(node, line + node.line - 1)),
        start=start.isoformat() if start else str(times.day(node.string("startDate")) or ""),
        minutes=length if 0 < length <= _SESSION else times.minutes(node.string("duration")),
        room=_where(node),
        url=node.string("url", "@id"),
        id=node.string("identifier", "@id", "url"),
        abstract=node.string("description"),
        place=f"line {line + node.line - 1}",
    )


def _performers(node: Node, line: int) -> Iterator[Speaker]:
    """People, not bands or companies, who perform."""
    for key in _PEOPLE:
        value = node.get(key)
        for person in value if isinstance(value, list) else [value]:
            if isinstance(person, Node) and "Organization" not in str(person.get("@type")):
                same = person.get("sameAs")
                links = [person.string("url"), *(same if isinstance(same, list) else [same])]
                about = "\n\n".join(t for t in (_job(person), person.string("description")) if t)
                yield Speaker(
                    words.name(as_text(person.get("name"))),
                    links=tuple(u for u in links if isinstance(u, str) and host_of(u)),
                    about=about,
                    line=line,
                )
            elif isinstance(person, str) and not person.startswith("http"):
                yield Speaker(words.name(person), line=line)


def _job(person: Node) -> str:
    works = person.node("worksFor", "affiliation")
    return ", ".join(p for p in (person.string("jobTitle"), as_text(works.get("name")) if works else "") if p)


def _marked(items: list[page.Item], title: str) -> Iterator[Conference]:
    """The events that a page marks up; of several in one day or two, the page itself is the event and they are its talks."""
    events = [i for i in _all(items) if "h-event" in i.kinds]
    inner = {id(e) for i in events for e in _all([c for _, c in i.children]) if "h-event" in e.kinds}
    outer = [i for i in events if id(i) not in inner]
    cards = [i for i in _all(items) if "h-card" in i.kinds and not _within(i, events)]
    days = {d for i in outer if (d := day_of(i.get("start")))}
    if len(outer) > 1 and len(days) <= 4 and max(days, default=None) and (max(days) - min(days)).days <= 6:
        talks = [t for i in outer if (t := _marked_talk(i))]
        yield Conference(title or "Conference", talks=talks, people=distinct(map(_card, cards)))
        return
    for item in outer:
        talks = [t for e in _all([c for _, c in item.children]) if "h-event" in e.kinds and (t := _marked_talk(e))]
        people = distinct((*_cards(item), *(map(_card, cards) if len(outer) == 1 else ())))
        start, end = day_of(item.get("start")), day_of(item.get("end"))
        where = words.line(item.get("location") or next((i.text for i in item.items("location")), ""))
        yield Conference(
            words.line(item.get("name")) or title or "Event",
            start=start,
            end=end or start,
            where=where,
            url=item.get("url"),
            line=item.line,
            talks=talks,
            people=() if talks and not people else people,
        )
    if not outer and cards and title:
        yield Conference(title, people=distinct(map(_card, cards)))


def _all(items: list[page.Item]) -> Iterator[page.Item]:
    for item in items:
        yield item
        yield from _all([child for _, child in item.children])


def _within(card: page.Item, events: list[page.Item]) -> bool:
    return any(card is i for e in events for i in _all([c for _, c in e.children]))


def _marked_talk(item: page.Item) -> Talk | None:
    title = words.line(item.get("name"))
    if not title:
        return None
    start, end = times.moment(item.get("start")), times.moment(item.get("end"))
    alike = start and end and (start.tzinfo is None) == (end.tzinfo is None)
    length = round((end - start).total_seconds() / 60) if start and end and alike else 0
    return Talk(
        title,
        distinct(_cards(item)),
        start=start.isoformat() if start else str(times.day(item.get("start")) or ""),
        minutes=length if length > 0 else times.minutes(item.get("duration")),
        room=words.line(item.get("location")),
        url=item.get("url"),
        id=item.get("uid", "url"),
        abstract=item.get("summary", "description", "content"),
        place=f"line {item.line}",
    )


def _cards(item: page.Item) -> Iterator[Speaker]:
    """Who speaks at a marked-up event: its cards, but those that say where it is or who organizes it."""
    for called, card in item.children:
        if "h-card" in card.kinds and called not in ("location", "organizer"):
            yield _card(card)


def _card(card: page.Item) -> Speaker:
    name = words.name(card.get("name") or card.text.partition("\n")[0])
    links = tuple(u for u in card.properties.get("url", ()) if host_of(u))
    about = "\n\n".join(
        t for t in (", ".join(p for p in (card.get("job-title", "role"), card.get("org")) if p), card.get("note")) if t
    )
    return replace(Speaker(name), links=links, about=about, line=card.line)


FORMAT = Format(
    name="webpage",
    title="Page of a conference (schema.org, microformats)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Save the page of the conference, of its programme or of its speakers from the browser (as HTML).",
    fields=(
        ("Event, h-event", "an event with place and days; sub-events are its talks"),
        ("performer, h-card", "speakers with their pages as keys, never people I met"),
        ("organizer", "an organization that organizes it"),
        ("prose", "not read: `hallway read` does that"),
    ),
)
