"""What a page of the web says of itself in JSON-LD (schema.org) and in microformats (h-event, h-card).

https://microformats.org/wiki/microformats2-parsing gives the rules; what is needed of them here is which element has which
property, and its text, address or time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

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


class Page(HTMLParser):
    """Reads a page once. `data` are its JSON-LD scripts with their lines, `items` its outermost microformats."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data: list[tuple[int, str]] = []
        self.items: list[Item] = []
        self.title = ""
        self._open: list[_Open] = []
        self._inside: list[Item] = []
        self._text: list[str] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "script":
            self._script = [] if given.get("type", "").strip().lower() == "application/ld+json" else None
            return
        if tag in ("br", "p", "div", "li", "tr", "section"):
            self._text.append("\n")
        classes = given.get("class", "").split()
        kinds = [c for c in classes if _ROOT.match(c)]
        names = [c.partition("-")[2] for c in classes if _PROPERTY.match(c)]
        item = Item(kinds, self.getpos()[0]) if kinds else None
        if not names and not kinds and tag in _VOID:
            return
        opened = _Open(tag, len(self._text), item, names, given)
        if tag in _VOID:
            self._close(opened)
        elif len(self._open) < _DEEPEST:
            self._open.append(opened)
            if item:
                self._inside.append(item)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            if self._script is not None:
                self.data.append((self.getpos()[0], "".join(self._script)))
            self._script = None
            return
        if any(o.tag == tag for o in self._open):
            while self._open:
                opened = self._open.pop()
                if opened.item:
                    self._inside.pop()
                self._close(opened)
                if opened.tag == tag:
                    return

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        else:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            opened = self._open.pop()
            if opened.item:
                self._inside.pop()
            self._close(opened)

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


def read(text: str) -> Page:
    """The page; a broken one as far as it can be read."""
    page = Page()
    page.feed(text)
    page.close()
    return page
