"""Programmes of Sessionize: the views All, GridSmart, Sessions and Speakers of its API, in JSON.

https://sessionize.com/playbook/api describes them. They name no conference, so the file's own name has to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any

from hallway.formats.kit import times, words
from hallway.formats.kit.frabxml import told
from hallway.formats.kit.jsontree import Node, as_text
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import json_value, opens_json
from hallway.formats.kit.series import from_file
from hallway.formats.kit.talkjson import person_of
from hallway.formats.protocol import Context, Format, Item, Problem

HOST = "sessionize.com"
"""Sessionize gives its ids itself: the same speaker has the same id at every conference that uses it."""


def sniff(head: bytes, name: str) -> float:
    """JSON with fields that only Sessionize has."""
    text = opens_json(head)
    marks = ("isServiceSession", "isPlenumSession", "isTopSpeaker", "startsAt", "timeSlots", "tagLine", "roomId")
    return 0.95 if text and sum(f'"{m}":' in text for m in marks) >= 2 else 0.0


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event, talks and speakers."""
    for value in json_value(stream, context):
        yield from [value] if isinstance(value, Problem) else _items(value, context)


def _items(value: Any, context: Context) -> Iterator[Item]:
    nodes = list(_walk(value))
    people = {n.string("id"): n for n in nodes if _is_speaker(n)}
    rooms = {n.string("id"): n.string("name") for n in nodes if "sort" in n and "name" in n}
    talks: dict[str, Talk] = {}
    for node in nodes:
        if not _is_session(node) or node.get("isServiceSession") is True:
            continue
        title = words.line(node.string("title"))
        if not title:
            yield context.problem(node.line, "title", "a session without a title", "give it one")
            continue
        talk = _talk(node, title, people, rooms)
        talks.setdefault(talk.id or f"{talk.title} {talk.start}", talk)
    alone: tuple[Speaker, ...] = ()
    if not talks:
        told_of, alone = _by_speakers(people.values())
        talks = {t.id: t for t in told_of}
    title = from_file(context.name)
    if not title:
        said = "does not say which conference it is of"
        yield context.problem(
            None, None, said, "kept as “Conference”; name the file after the conference and import it again"
        )
    yield from told(Conference(title or "Conference", talks=list(talks.values()), people=alone), context, 1)


def _walk(value: Any) -> Iterator[Node]:
    """Every object, outer ones first; a session's own speakers are part of it."""
    if isinstance(value, list):
        for item in value:
            yield from _walk(item)
    elif isinstance(value, Node):
        yield value
        if not _is_session(value) and not _is_speaker(value):
            for item in value.values():
                yield from _walk(item)


def _is_session(node: Node) -> bool:
    return "title" in node and bool({"startsAt", "isServiceSession", "isPlenumSession", "roomId"} & node.keys())


def _is_speaker(node: Node) -> bool:
    return bool({"fullName", "tagLine", "isTopSpeaker"} & node.keys())


def _talk(node: Node, title: str, people: dict[str, Node], rooms: dict[str, str]) -> Talk:
    start, end = times.moment(node.string("startsAt")), times.moment(node.string("endsAt"))
    same_clock = start is not None and end is not None and (start.tzinfo is None) == (end.tzinfo is None)
    length = round((end - start).total_seconds() / 60) if start and end and same_clock and end > start else None
    return Talk(
        title,
        distinct(_speakers(node, people)),
        start=start.isoformat() if start else "",
        minutes=length,
        room=words.line(node.string("room") or rooms.get(node.string("roomId"), "")),
        track=", ".join(_categories(node)),
        id=node.string("id"),
        abstract=node.string("description"),
        links=tuple(("Recording", url) for url in [node.string("recordingUrl")] if url),
        place=f"line {node.line}",
    )


def _speakers(session: Node, people: dict[str, Node]) -> Iterator[Speaker]:
    for value in session.each("speakers"):
        number = value.string("id") if isinstance(value, Node) else as_text(value)
        known = people.get(number)
        if known is not None:
            yield person_of(known, HOST)
        elif isinstance(value, Node):
            yield person_of(value, HOST)


def _categories(session: Node) -> Iterator[str]:
    """Names of the categories a session is in: its track, its level, its language."""
    for category in session.nodes("categories"):
        yield from (words.line(i.string("name")) for i in category.nodes("categoryItems") if i.string("name"))


def _by_speakers(people: Iterable[Node]) -> tuple[list[Talk], tuple[Speaker, ...]]:
    """The talks that the view Speakers tells of, and the speakers of whom it tells none."""
    held: dict[str, tuple[str, list[Speaker], int]] = {}
    alone: list[Speaker] = []
    for node in people:
        speaker = replace(person_of(node, HOST), line=node.line)
        sessions = [(s.string("id"), words.line(s.string("name", "title"))) for s in node.nodes("sessions")]
        for number, title in sessions:
            held.setdefault(number, (title or number, [], node.line))[1].append(speaker)
        if not sessions:
            alone.append(speaker)
    talks = [Talk(t, distinct(who), id=number, place=f"line {line}") for number, (t, who, line) in held.items()]
    return talks, distinct(alone)


FORMAT = Format(
    name="sessionize",
    title="Programme from Sessionize (JSON)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="The conference's page loads it: `https://sessionize.com/api/v2/ID/view/All` (or GridSmart, Sessions, Speakers). Save it "
    "under the conference's name, such as `small-signals-2019.json`.",
    fields=(
        ("sessions", "talks with start, length, room, categories; service sessions (lunch) are left out"),
        ("speakers", "speakers with tag line, biography and links, never people I met"),
        ("id", "a key for all conferences on Sessionize"),
    ),
)
