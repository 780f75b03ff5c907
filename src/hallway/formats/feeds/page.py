"""What a home page says of its feeds and of whose it is: links to feeds, h-entry, h-card (microformats.org) and rel=me."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from hallway.fetching.urls import joined
from hallway.formats.feeds.entries import MOST_ENTRIES, Entry, Feed, day_of, without_tracking

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|template)\b.*?(?:</(?P=raw)\b[^>]*>?|\Z)"
    r"|<(?P<close>/)?(?P<tag>[a-z][a-z0-9]*+)(?P<more>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>",
    re.I | re.S,
)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_KINDS = {
    "application/atom+xml": 0, "application/rss+xml": 1, "application/feed+json": 2, "application/json": 3,
    "application/rdf+xml": 4, "application/xml": 5, "text/xml": 5,
}  # fmt: skip
_ASIDE = re.compile(r"\bcomments?\b|/comments/", re.I)
_MOST_PROFILES = 50
_LONGEST_NAME = 2000
_LONGEST_POST = 50_000


@dataclass(frozen=True, slots=True)
class Page:
    """`feeds`: the addresses of its feeds, the one to follow first. `feed`: what it has of posts itself, where it has any.

    `name` is what its h-card calls the person, `profiles` are other pages that it says are theirs (rel=me).
    """

    title: str
    feeds: tuple[str, ...]
    name: str | None
    profiles: tuple[str, ...]
    feed: Feed | None


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet; `item` where it begins a microformat of that kind."""

    tag: str
    values: dict[str, str]
    classes: frozenset[str]
    start: int
    item: str | None = None


@dataclass(slots=True)
class _Item:
    kind: str
    said: dict[str, str] = field(default_factory=dict)


def read_page(text: str, url: str) -> Page:
    """What the page says; time and memory grow with its length and no faster, however broken it is."""
    page = _Reader(text, url)
    page.read()
    ranked = sorted(page.links, key=lambda link: (bool(_ASIDE.search(link[1] + link[2])), link[0]))
    feeds = tuple(dict.fromkeys(address for _, _, address in ranked if address))
    profiles = tuple(dict.fromkeys(page.profiles))[:_MOST_PROFILES]
    entries = tuple(page.entries[:MOST_ENTRIES])
    own = Feed(page.title, entries, page.name, url, 0, max(0, len(page.entries) - MOST_ENTRIES), profiles)
    return Page(page.title, feeds, page.name, profiles, own if entries else None)


class _Reader:
    def __init__(self, text: str, url: str) -> None:
        self.text, self.base = text, url
        self.title = ""
        self.name: str | None = None
        self.links: list[tuple[int, str, str]] = []
        self.profiles: list[str] = []
        self.entries: list[Entry] = []
        self._open: list[_Open] = []
        self._count: Counter[str] = Counter()
        self._items: list[_Item] = []

    def read(self) -> None:
        for m in _TAG.finditer(self.text):
            tag = (m["tag"] or "").lower()
            if m["close"]:
                while self._count[tag]:
                    if self._close(m.start()) == tag:
                        break
            elif tag:
                self._begin(tag, m["more"], m.end())
        while self._open:
            self._close(len(self.text))

    def _begin(self, tag: str, attributes: str, end: int) -> None:
        values = {a[1].lower(): html.unescape(a[2] or a[3] or a[4] or "") for a in _ATTRIBUTE.finditer(attributes)}
        self._link(tag, values)
        classes = frozenset(values.get("class", "").split())
        item = next((c for c in sorted(classes) if c in ("h-entry", "h-card")), None)
        element = _Open(tag, values, classes, end, item)
        if tag in _VOID:
            self._told(element, end)
            return
        if item:
            self._items.append(_Item(item))
        self._open.append(element)
        self._count[tag] += 1

    def _link(self, tag: str, values: dict[str, str]) -> None:
        rel = values.get("rel", "").lower().split()
        link = joined(self.base, values["href"]) if values.get("href") else ""
        if tag == "base" and link:
            self.base = link
        kind = _KINDS.get(values.get("type", "").lower().partition(";")[0].strip())
        if tag in ("link", "a") and "alternate" in rel and kind is not None:
            self.links.append((kind, values.get("title", ""), link))
        if tag in ("link", "a") and "me" in rel and link:
            self.profiles.append(link)

    def _close(self, at: int) -> str:
        element = self._open.pop()
        self._count[element.tag] -= 1
        if element.tag == "title" and not self.title:
            self.title = self._words(element, at)
        if element.item:
            self._finished(self._items.pop(), element, at)
        self._told(element, at)
        return element.tag

    def _words(self, element: _Open, at: int) -> str:
        """The words of an element that ends at `at`; of a very long one, those at its beginning."""
        return words(self.text[element.start : min(at, element.start + _LONGEST_NAME)])

    def _told(self, element: _Open, at: int) -> None:
        """What an element says of the microformat that it stands in."""
        if not self._items:
            return
        said, values = self._items[-1].said, element.values
        for name in element.classes & {"p-name", "p-summary", "p-author"} - said.keys():
            said[name] = self._words(element, at) or values.get("alt", "")
        if "e-content" in element.classes and "e-content" not in said:
            said["e-content"] = self.text[element.start : min(at, element.start + _LONGEST_POST)]
        if "u-url" in element.classes and (link := joined(self.base, values.get("href", ""))):
            said.setdefault("u-url", link)
        if "dt-published" in element.classes and "dt-published" not in said:
            said["dt-published"] = values.get("datetime") or self._words(element, at)

    def _finished(self, item: _Item, element: _Open, at: int) -> None:
        if item.kind == "h-card":
            name = item.said.get("p-name") or self._words(element, at)
            if self._items and "p-author" in element.classes:
                self._items[-1].said.setdefault("p-author", name)
            elif not self._items and name and not self.name:
                self.name = name[:200]
        elif len(self.entries) <= MOST_ENTRIES and (entry := _entry(item.said)):
            self.entries.append(entry)


def _entry(said: dict[str, str]) -> Entry | None:
    url = without_tracking(said.get("u-url", "")) or None
    body, title = said.get("e-content") or said.get("p-summary", ""), said.get("p-name", "")
    if not (url or body or title):
        return None
    key = url or f"{title}\n{body[:200]}"
    return Entry(key, url, title, body, said.get("p-author"), day_of(said.get("dt-published", "")))


def words(inner: str) -> str:
    """Markup as its words in one line."""
    return " ".join(html.unescape("".join(_pieces(inner))).split())


def _pieces(inner: str) -> Iterator[str]:
    at = 0
    for m in _TAG.finditer(inner):
        yield inner[at : m.start()]
        at = m.end()
    yield inner[at:]
