"""Programmes of frab, Pentabarf and pretalx, in XML and in JSON (`schedule.xml`, `schedule.json`).

The format is written down at https://c3voc.de/wiki/schedule and in https://github.com/voc/schedule (validator/xsd). Files in
the wild leave out ids, rooms, whole elements; nothing but a title is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from hallway.formats.kit import frabjson, frabxml
from hallway.formats.kit.programme import KIND
from hallway.formats.kit.reading import TREE, json_of, opens_json, whole
from hallway.formats.protocol import Context, Format, Item, Problem


def sniff(head: bytes, name: str) -> float:
    """XML with a `schedule` element, or JSON with a `schedule` or a `conference` that has days."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] == b"<":
        return 0.9 if re.search(rb"<schedule[\s>]", text[:4000]) else 0.0
    json = opens_json(head)
    if re.match(r'\{(?:"[^"]{0,60}":"[^"]{0,300}",|"generator":\{[^{}]{0,300}\},)*"schedule":\{', json):
        return 0.9
    return 0.9 if re.match(r"\{", json) and '"conference":{' in json and '"days":' in json else 0.0


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Event and talks."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        yield from frabxml.items(data, context)
    else:
        for value in json_of(data, context):
            yield from [value] if isinstance(value, Problem) else frabjson.items(value, context)


FORMAT = Format(
    name="frab",
    title="Programme of a conference (frab, Pentabarf, pretalx)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="On the conference's site, next to the programme: “Export” or “Data”, `schedule.xml` or `schedule.json`. In pretalx: "
    "Schedule → Export. Older years are usually still there.",
    fields=(
        ("conference", "an event, its series and edition, place, days"),
        ("event", "a talk with day, length, room, track; its abstract as words to recall by"),
        ("person", "a speaker, never somebody I met; the id as a key within the series (pretalx: its site)"),
        ("links, url", "the talk's page; a person's page as their key"),
        ("anything else", "stays in the original record"),
    ),
)
