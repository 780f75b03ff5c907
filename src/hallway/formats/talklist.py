"""Programmes as a flat list of talks or speakers in JSON: pretalx's API (`talks`, `submissions`, `speakers`), frab's
`speakers.json`, and lists that conferences make themselves (Electromagnetic Field and others).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from hallway.formats.kit.frabxml import host_of, told
from hallway.formats.kit.jsontree import Node
from hallway.formats.kit.programme import KIND, Conference, Speaker, Talk, distinct
from hallway.formats.kit.reading import json_value, opens_json
from hallway.formats.kit.series import from_file
from hallway.formats.kit.talkjson import PEOPLE, TITLES, Talks, person_of
from hallway.formats.protocol import Context, Format, Item, Problem

_TIMES = ("start_date", "start_time", "start", "starts_at", "date", "slot", "submission_type", "duration")
_ENDING = re.compile(r"/(?:20\d\d|19\d\d)(?:/|$)")


def sniff(head: bytes, name: str) -> float:
    """A list of objects with a title, a time and somebody who speaks; or of people who have talks."""
    text = opens_json(head)
    if not re.match(
        r'\[\{|\{(?:"[a-z_]{1,20}":(?:"[^"]{0,300}"|\d{1,9}|null),)*"(?:results|talks|sessions|speakers|schedule_speakers)":',
        text,
    ):
        return 0.0
    fields = set(re.findall(r'"(\w{1,30})":', text))
    if "startsAt" in fields or "isTopSpeaker" in fields or "isServiceSession" in fields:
        return 0.0
    talks = fields & set(TITLES) and fields & set(PEOPLE) and fields & set(_TIMES)
    return (
        0.75 if talks else 0.7 if fields & {"biography", "public_name"} and fields & {"submissions", "events"} else 0.0
    )


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event, talks and speakers."""
    for value in json_value(stream, context):
        yield from [value] if isinstance(value, Problem) else _items(value, context)


def _items(value: Any, context: Context) -> Iterator[Item]:
    nodes = list(_listed(value))
    loose = Talks(context, host=_pretalx(nodes))
    people = [n for n in nodes if _is_person(n)]
    talks = [t for n in nodes if not _is_person(n) and (t := loose.talk(n))]
    more, alone = _by_speakers(people, loose, _pretalx(nodes))
    talks += more
    yield from loose.problems
    site, years = _site(talks)
    title = from_file(context.name) if not site else f"{site.split('.')[-2] if '.' in site else site}{years}"
    yield from told(
        Conference(title or "Conference", url=site and f"https://{site}", talks=talks, people=alone), context, 1
    )


def _listed(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        yield from (v for v in value if isinstance(v, Node))
    elif isinstance(value, Node):
        for key in ("schedule_speakers", "results", "talks", "sessions", "speakers", "submissions"):
            inner = value.get(key)
            if isinstance(inner, list | Node) and inner:
                yield from _listed(inner)


def _is_person(node: Node) -> bool:
    return (
        bool({"biography", "public_name", "full_public_name", "avatar"} & node.keys()) and not set(PEOPLE) & node.keys()
    )


def _pretalx(nodes: list[Node]) -> str:
    """The site whose codes people have here, for exports of pretalx's API; empty where they have none, or it is not told."""
    people = [p for n in nodes for p in ([n] if _is_person(n) else n.nodes("speakers"))]
    if not any("code" in p for p in people):
        return ""
    hosts = Counter(
        h for n in [*nodes, *people] for k in ("url", "avatar", "avatar_url") if (h := host_of(n.string(k)))
    )
    return hosts.most_common(1)[0][0] if hosts else ""


def _by_speakers(people: list[Node], reader: Talks, host: str) -> tuple[list[Talk], tuple[Speaker, ...]]:
    """The talks that a list of speakers tells of, each once, and the speakers of whom it tells none."""
    held: dict[str, list[Speaker]] = defaultdict(list)
    found: dict[str, Talk] = {}
    alone: list[Speaker] = []
    for node in people:
        speaker = replace(person_of(node, host), line=node.line)
        told = [t for n in node.nodes("events", "submissions", "talks") if (t := reader.talk(n))]
        for talk in told:
            found.setdefault(talk.id or talk.title, talk)
            held[talk.id or talk.title].append(speaker)
        if not told and speaker.name:
            alone.append(speaker)
    return [replace(talk, speakers=distinct(held[key])) for key, talk in found.items()], distinct(alone)


def _site(talks: list[Talk]) -> tuple[str, str]:
    """The site that most of the talks' pages are on, with the year that they share, for lists that do not say whose they are."""
    hosts = Counter(host_of(t.url) for t in talks if host_of(t.url))
    if not hosts or hosts.most_common(1)[0][1] * 2 < len(talks):
        return "", ""
    years = Counter(t.start[:4] for t in talks if t.start)
    return hosts.most_common(1)[0][0], f" {years.most_common(1)[0][0]}" if years else ""


FORMAT = Format(
    name="talks",
    title="List of talks or speakers (JSON)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="pretalx: add `/api/events/NAME/talks/` or `/speakers/` to the site; frab: `speakers.json` beside the schedule; others: "
    "the JSON that their programme's page loads. Name the file after the conference: the list does not.",
    fields=(
        ("title, start, duration or end, room, track, url", "a talk"),
        (
            "speaker, speakers, persons",
            "speakers, never people I met; several in one cell only where each is a full name",
        ),
        ("id, code, user_id of a person", "a key; none where it stands beside names of several people"),
        ("biography", "what they say of themselves"),
    ),
)
