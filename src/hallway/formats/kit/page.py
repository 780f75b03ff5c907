"""What a page of the web says of itself in JSON-LD (schema.org) and in microformats (h-event, h-card).

https://microformats.org/wiki/microformats2-parsing gives the rules; what is needed of them here is which element has which
property, and its text, address or time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from hallway.formats.kit import words

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_DEEPEST = 200
_ROOT = re.compile(r"^h-[a-z]+(?:-[a-z]+)*$")
_PROPERTY = re.compile(r"^(?:p|u|dt|e)-[a-z]+(?:-[a-z]+)*$")


@dataclass(slots=True)
class Item:
    """A microformat: `kinds` such as `h-event`, properties such as `p-name` by their names without prefix."""

    kinds: list[str]
    line: int
    properties: dict[str, list[str]] = field(default_factory=dict)
    children: list[tuple[str, Item]] = field(default_factory=list)
    text: str = ""

    def get(self, *names: str) -> str:
        return next((v for n in names for v in self.properties.get(n, ()) if v), "")

    def items(self, name: str) -> list[Item]:
        return [item for called, item in self.children if called == name]


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    item: Item | None
    properties: list[str]
    attributes: dict[str, str]


_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea)\b(?P<given>[^<>]{0,2000})>(?P<inner>.*?)(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w:-]{0,40})(?P<more>(?:[^<>\"']++|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)>|<[!?][^<>]{0,2000}>",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]{1,60})(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+))?")
MOST = 5_000_000
"""How many characters of a page are read."""


class Page:
    """Reads a page once. `data` are its JSON-LD scripts with their lines, `items` its outermost microformats.

    Python's own parser takes quadratic time over tags that never close, so tags are found with one expression here.
    """

    def __init__(self) -> None:
        self.data: list[tuple[int, str]] = []
        self.items: list[Item] = []
        self.title = ""
        self._open: list[_Open] = []
        self._inside: list[Item] = []
        self._text: list[str] = []
        self._line = 1

    def feed(self, page: str) -> None:
        """All of a page."""
        page = page[:MOST]
        at = 0
        for found in _TOKEN.finditer(page):
            self._text.append(html.unescape(page[at : found.start()]))
            self._line += page.count("\n", at, found.start())
            if found["raw"]:
                if "ld+json" in found["given"].lower():
                    self.data.append((self._line, found["inner"]))
            elif found["tag"]:
                tag = found["tag"].lower()
                self._end(tag) if found["close"] else self._start(tag, _attributes(found["more"]))
            self._line += page.count("\n", found.start(), found.end())
            at = found.end()
        self._text.append(html.unescape(page[at:]))
        while self._open:
            self._end(self._open[-1].tag)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("br", "p", "div", "li", "tr", "section"):
            self._text.append("\n")
        classes = given.get("class", "").split()
        kinds = [c for c in classes if _ROOT.match(c)]
        names = [c.partition("-")[2] for c in classes if _PROPERTY.match(c)]
        item = Item(kinds, self._line) if kinds else None
        opened = _Open(tag, len(self._text), item, names, given)
        if tag in _VOID:
            self._close(opened)
        elif len(self._open) < _DEEPEST:
            self._open.append(opened)
            if item:
                self._inside.append(item)

    def _end(self, tag: str) -> None:
        if any(o.tag == tag for o in self._open):
            while self._open:
                opened = self._open.pop()
                if opened.item:
                    self._inside.pop()
                self._close(opened)
                if opened.tag == tag:
                    return

    def _close(self, opened: _Open) -> None:
        if opened.tag == "title" and not self.title:
            self.title = words.line("".join(self._text[opened.start :]))
        if not opened.item and not opened.properties:
            return
        text = words.plain("".join(self._text[opened.start :])[:20_000])
        if opened.item:
            opened.item.text = text
            opened.item.properties.setdefault("url", []).extend(u for u in [opened.attributes.get("href", "")] if u)
            self._placed(opened)
            return
        if self._inside:
            for name in opened.properties:
                self._inside[-1].properties.setdefault(name, []).append(_value(name, opened.attributes, text))

    def _placed(self, opened: _Open) -> None:
        assert opened.item is not None
        if not self._inside:
            self.items.append(opened.item)
        else:
            for name in opened.properties or [""]:
                self._inside[-1].children.append((name, opened.item))


def _value(name: str, attributes: dict[str, str], text: str) -> str:
    """What an element says as a property: an address, a time as machines read it, or its text."""
    if name in ("url", "photo", "uid", "email"):
        return attributes.get("href") or attributes.get("src") or text
    return (
        attributes.get("datetime")
        or attributes.get("title")
        or attributes.get("value")
        or attributes.get("alt")
        or text
    )


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(text[:4000])
    return {m[1].lower(): html.unescape((m[2] or "").strip("\"'")) for m in found}


def read(text: str) -> Page:
    """The page; a broken one as far as it can be read."""
    page = Page()
    page.feed(text)
    return page
