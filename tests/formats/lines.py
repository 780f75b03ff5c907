"""A format of lines `name;mail;title`, for tests of what all formats have in common."""

from __future__ import annotations

import io
from collections.abc import Iterator

from hallway.actions.import_ import Planned
from hallway.formats.opening import Found
from hallway.formats.protocol import Context, Format, Item, Stream
from hallway.model import AffiliationFact, Fact, KeyFact, OrganizationFact, PersonFact, Reading, Source, Span, When


def _read(stream: Stream, context: Context) -> Iterator[Item]:
    for number, line in enumerate(stream, 1):
        text = line.decode().strip()
        if text == "stumble":
            raise RuntimeError("on purpose")
        name, *more = text.split(";")
        if not name:
            yield context.problem(number, "name", "is empty")
            continue
        yield _reading(context.name, number, text, name, *more)


def _reading(file: str, number: int, text: str, name: str, mail: str = "", firm: str = "", day: str = "") -> Reading:
    source = Source(
        file, text, "card", None, When(day) if day else None, None, f"line {number}", f"lines:{mail}" if mail else None
    )

    def words(part: str) -> tuple[Span, ...]:
        start = text.index(part)
        return (source.span(start, start + len(part)),)

    facts: list[Fact] = [PersonFact("p0", name, words(name), words(name))]
    if mail:
        facts.append(KeyFact("p0", "email", mail, words(mail)))
    if firm == "unkeepable":
        facts.append(KeyFact("p0", "email", "\ud800", words(mail)))
    elif firm:
        facts += [OrganizationFact("o0", firm, words(firm)), AffiliationFact("p0", "o0", None, None, None, words(firm))]
    return Reading(source, tuple(facts))


LINES = Format("lines", "Lines", "card", lambda head, name: float(b";" in head), _read)


def file(*lines: str, name: str = "a.lines") -> Planned:
    """A file of these lines, as it is planned to be read."""
    data = "\n".join(lines).encode()
    return Planned(Found(name, len(data), lambda: io.BytesIO(data)), LINES, len(lines))
