"""XML as a small tree that knows where in the file each element stood. No entities of the file's own, no network.

Parsed with expat. A document type may be named, but what it declares is refused: "billion laughs" and external entities
(https://cwe.mitre.org/data/definitions/776.html) need declarations.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 100


class BrokenXML(ValueError):
    """The text is no XML, or XML that we do not read; `line` counts from 1."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what, self.line = what, line


@dataclass(slots=True)
class Element:
    """`name` has no namespace; `line` is where it begins; `data[start:end]` are its bytes in the file."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    line: int = 0
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """All text within, without the tags."""
        return "".join(self.texts).strip()

    def all(self, name: str) -> Iterator[Element]:
        """Children of this name."""
        return (c for c in self.children if c.name == name)

    def child(self, name: str) -> Element | None:
        return next(self.all(name), None)

    def get(self, name: str) -> str:
        """The text of the first child of this name that has any, else of the attribute; empty where there is neither."""
        return next((c.text for c in self.all(name) if c.text), "") or self.attributes.get(name, "").strip()

    def every(self, name: str) -> Iterator[Element]:
        """Elements of this name at any depth, in the order of the file."""
        for child in self.children:
            if child.name == name:
                yield child
            else:
                yield from child.every(name)


def parse(data: bytes) -> Element:
    """The root of a document. Raises BrokenXML, with the line."""
    return _Builder(data).root()


class _Builder:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._top = Element("")
        self._open = [self._top]
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._entity
        parser.UseForeignDTD(True)

    def root(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise BrokenXML(expat.ErrorString(error.code), error.lineno) from error
        except (ValueError, LookupError) as error:
            if isinstance(error, BrokenXML):
                raise
            raise BrokenXML(str(error), 1) from error
        if not self._top.children:
            raise BrokenXML("no element found", 1)
        return self._top.children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > DEEPEST:
            raise BrokenXML(f"elements within elements, more than {DEEPEST} deep", self._parser.CurrentLineNumber)
        plain = {_local(key): value for key, value in attributes.items()}
        at = self._parser.CurrentByteIndex
        element = Element(_local(name), plain, line=self._parser.CurrentLineNumber, start=at)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        done = self._open.pop()
        closing = self._data.find(b">", self._parser.CurrentByteIndex)
        done.end = closing + 1 if closing >= 0 else len(self._data)
        if len(self._open) > 1:
            self._open[-1].texts.extend(done.texts)

    def _words(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def _entity(self, name: str, _is_parameter: bool) -> None:
        """An entity of HTML in XML that does not declare it: what every browser makes of it."""
        self._open[-1].texts.append(html.unescape(f"&{name};"))

    def _refuse(self, name: str, *_rest: object) -> None:
        raise BrokenXML(f"declares an entity ({name[:40]!r}): take the declaration out", self._parser.CurrentLineNumber)


def _local(name: str) -> str:
    return name.rpartition(" ")[2].rpartition(":")[2].casefold()


def pieces(data: bytes, name: str) -> Iterator[tuple[int, bytes]]:
    """Elements of this name cut out of XML that is broken somewhere, with their lines, so that the sound ones are not lost.

    Bare `&` and entities of HTML are mended. An element of this name within another one ends with the inner one.
    """
    opening, closing = re.compile(rb"<%s[\s>]" % name.encode()), b"</%s>" % name.encode()
    at, line, counted = 0, 1, 0
    while found := opening.search(data, at):
        end = data.find(closing, found.end())
        following = opening.search(data, found.end(), end if end >= 0 else len(data))
        line += data.count(b"\n", counted, found.start())
        counted = found.start()
        if following:
            at, stop = following.start(), following.start()
        elif end < 0:
            at = stop = len(data)
        else:
            at = stop = end + len(closing)
        yield line, _mended(data[found.start() : stop])


_BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(?:(\w{2,31});)?")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _mended(piece: bytes) -> bytes:
    def mend(found: re.Match[bytes]) -> bytes:
        if found[1]:
            whole = b"&" + found[1] + b";"
            letter = html.unescape(whole.decode("ascii", "replace"))
            if letter.encode() != whole:
                return letter.encode()
            return b"&amp;" + found[1] + b";"
        return b"&amp;"

    return _CONTROLS.sub(b" ", _BARE.sub(mend, piece))
