"""Conversations of any kind: who took part, and what I wrote myself. What others wrote is theirs, and is only counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hallway.formats.kit import words
from hallway.model import DetailFact, Fact, KeyFact, PersonFact, Reading, Source, Span, When

KIND = "chat"
MOST_PEOPLE = 30
"""In a group of more than that nobody is said to have talked with me."""


@dataclass(slots=True)
class Partner:
    """Somebody else in a conversation, with their addresses as (kind, value)."""

    name: str
    keys: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `day` is its day as ISO 8601, empty where it is unknown; `text` counts only where it is `mine`."""

    day: str
    mine: bool
    text: str = ""


@dataclass(slots=True)
class Conversation:
    """`where` it was ("LinkedIn"), `title` of a group, `id` of the file's own; `place` is where it begins (`line 17`)."""

    where: str
    place: str = "line 1"
    title: str = ""
    id: str = ""
    partners: list[Partner] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def reading(told: Conversation, file: str, kind: str = KIND) -> Reading | None:
    """The people of a conversation and my own words in it, by days; None where nobody else has a name."""
    partners = [p for p in told.partners if p.name][:MOST_PEOPLE]
    if not partners or len(told.partners) > MOST_PEOPLE:
        return None
    names = ", ".join(p.name for p in partners)
    days = sorted({s.day for s in told.said if s.day})
    span = " – ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
    mine = [s for s in told.said if s.mine and s.text.strip()]
    count = f"{len(told.said)} message{'s' if len(told.said) != 1 else ''}, {len(mine)} mine"
    head = "\n".join(
        part for part in (f"With {names}", " · ".join(p for p in (told.where, told.title, span, count) if p)) if part
    )
    text, parts = _mine(head, mine)
    written = When(days[-1]) if days else None
    record = f"conversation:{told.where.casefold()}:{told.id}" if told.id else None
    source = Source(file, text, kind, None, written, None, told.place, record)
    top = (source.span(0, len(head)),)
    quotes = tuple(source.span(*c) for part in parts for c in words.chunks(text, *part, most=60))
    value = f"{told.where}: {span}, {count}" if span else f"{told.where}: {count}"
    return Reading(source, tuple(_facts(partners, source, top, quotes, value, written)))


def _mine(head: str, mine: list[Said]) -> tuple[str, list[tuple[int, int]]]:
    text, parts = head + "\n", list[tuple[int, int]]()
    day = None
    for message in mine:
        said = words.plain(message.text)
        if not said:
            continue
        text += f"\n{message.day}\n" if message.day and message.day != day else "\n"
        day = message.day
        parts.append((len(text), len(text) + len(said)))
        text += f"{said}\n"
    return text, parts


def _facts(
    partners: list[Partner],
    source: Source,
    top: tuple[Span, ...],
    quotes: tuple[Span, ...],
    value: str,
    last: When | None,
) -> Iterator[Fact]:
    at = len("With ")
    for i, partner in enumerate(partners):
        spot = (source.span(at, at + len(partner.name)),)
        at += len(partner.name) + 2
        yield PersonFact(f"p{i}", partner.name, spot, top)
        for kind, address in dict.fromkeys(partner.keys):
            yield KeyFact(f"p{i}", kind, address, top)
        yield DetailFact(f"p{i}", "messages", value, last, (*top, *quotes) if len(partners) <= 5 else top)
