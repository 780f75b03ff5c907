"""iCalendar as components with properties (RFC 5545): unfolded, unescaped, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

_HEAD = re.compile(r"([A-Za-z0-9-]++)((?:;[^:;\"]*+(?:\"[^\"]*+\"[^:;\"]*+)*+)*+):", re.S)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=(\"[^\"]*\"|[^;\"]*)")
_ESCAPED = re.compile(r"\\([\\;,nN])")
MOST_LINE = 100_000
"""How many characters a line may have unfolded, beyond which only its beginning is read."""
MOST_RAW = 8_000_000
"""How many characters of a component are looked at and kept: attachments stand in them, too."""
_MOST_PHYSICAL = 1_000_000


@dataclass(frozen=True, slots=True)
class Property:
    """`value` is unescaped text, `parameters` have upper-case names."""

    name: str
    value: str
    parameters: dict[str, str]
    line: int


@dataclass(slots=True)
class Component:
    """A component with what is in it; `raw` are its lines as they stood in the file."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [p for p in self.properties if p.name == name]

    def one(self, name: str) -> Property | None:
        return next((p for p in self.properties if p.name == name), None)

    def get(self, name: str) -> str:
        """The first value of this name; empty where there is none."""
        found = self.one(name)
        return found.value.strip() if found else ""


def lines_of(stream: IO[bytes]) -> Iterator[str]:
    """The physical lines of a calendar, without their ends (CRLF, LF or CR); of one that is longer than a megabyte its beginning.

    Each is UTF-8, else Windows-1252, which old programs wrote.
    """
    goes_on = False
    while piece := stream.readline(_MOST_PHYSICAL):
        if not goes_on:
            yield from re.split(r"\r\n|\n|\r", decoded(piece).removesuffix("\n").removesuffix("\r"))
        goes_on = not piece.endswith(b"\n") and len(piece) == _MOST_PHYSICAL


def components(physical: Iterable[str], wanted: str = "VEVENT") -> Iterator[Component]:
    """Components of one name as they end, and the calendar itself, without them, when it begins to have any.

    The first that comes is the `VCALENDAR` with the properties before the first component. One that never ends is not given.
    Of a component no more than MOST_RAW letters are looked at, however long it is.
    """
    calendar = Component("VCALENDAR", 1)
    given = False
    current: Component | None = None
    depth: list[str] = []
    size = 0
    for line, logical, raw in unfolded(physical):
        size += sum(map(len, raw))
        if current is not None and size < MOST_RAW:
            current.raw += raw
        parsed = parse_line(logical, line)
        if parsed is None:
            continue
        if parsed.name == "BEGIN":
            name = parsed.value.strip().upper()
            if name == wanted and current is None:
                if not given:
                    given = True
                    yield calendar
                current, depth, size = Component(name, line, raw=list(raw)), [], 0
            elif current is not None:
                depth.append(name)
        elif parsed.name == "END":
            if current is not None and not depth and parsed.value.strip().upper() == wanted:
                yield current
                current = None
            elif depth:
                depth.pop()
        elif current is None and not given and size < MOST_RAW:
            calendar.properties.append(parsed)
        elif current is not None and not depth and size < MOST_RAW:
            current.properties.append(parsed)
    if not given:
        yield calendar


def unfolded(physical: Iterable[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Logical lines with the number of their first physical one, and the physical ones."""
    start, parts = 1, list[str]()
    size = 0
    for number, line in enumerate(physical, 1):
        if line[:1] in (" ", "\t") and parts:
            size += len(line)
            if size < MOST_RAW:
                parts.append(line)
            continue
        size = 0
        if parts:
            yield start, _joined(parts), parts
        start, parts = number, [line]
    if parts:
        yield start, _joined(parts), parts


def _joined(parts: list[str]) -> str:
    return (parts[0] + "".join(p[1:] for p in parts[1:]))[:MOST_LINE]


def parse_line(line: str, number: int) -> Property | None:
    """`NAME;PARAMETER=value:value`; None for what is no such line."""
    name, colon, value = line.partition(":")
    if not colon:
        return None
    if ";" in name:
        found = _HEAD.match(line)
        if not found:
            return None
        name, value = found[1], line[found.end() :]
        given = {m[1].upper(): m[2].strip('"') for m in _PARAMETER.finditer(found[2])}
    else:
        given = {}
    return Property(name.strip().upper(), unescaped(value), given, number)


def unescaped(value: str) -> str:
    """Text as RFC 5545 section 3.3.11 escapes it."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def address(value: str) -> str:
    """The mail address of a calendar user; empty for `invalid:nomail` and the like."""
    plain = value.strip()
    mail = plain[7:] if plain.casefold().startswith("mailto:") else plain
    return mail if re.fullmatch(r"[^@\s:]+@[^@\s]+\.[^@\s]+", mail) else ""


def decoded(data: bytes) -> str:
    """Text of a calendar: UTF-8, else Windows-1252, which old programs wrote."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
