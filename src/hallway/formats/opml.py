"""OPML 2.0 (opml.org/spec2), the list of a feed reader: every feed in it is somebody whom I follow; folders become tags.

Outlines are found tag by tag: lists with a bare `&` or an unclosed folder are common, and no entity is ever expanded but
those of HTML. `hallway:person`, `hallway:since` and `hallway:words` are ours, so that a list written here says the same when
it is read again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Protocol
from xml.sax.saxutils import quoteattr

from hallway.formats.feeds.entries import day_of
from hallway.formats.feeds.names import name_in
from hallway.formats.kit.reading import TREE, whole
from hallway.formats.protocol import Context, Format, Item, Problem
from hallway.model import DetailFact, Fact, FollowingFact, KeyFact, PersonFact, Reading, Source, Span, When
from hallway.model.key import normal, tells_apart

KIND = "list"
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<close>/)?outline\b(?P<more>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<(?P<head>dateCreated|dateModified)>"
    r"(?P<date>[^<]{0,100})",
    re.I | re.S,
)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)')""")
_DEEPEST = 50


def sniff(head: bytes, name: str) -> float:
    """An `<opml>` element at the beginning."""
    start = head[:2000].replace(b"\0", b"")
    return 0.95 if re.search(rb"<opml\b", start, re.I) else 0.0


@dataclass(frozen=True, slots=True)
class _Value:
    """An attribute: what it says, and where it stands in its tag."""

    text: str
    start: int
    end: int


def read(stream: IO[bytes], context: Context) -> Iterator[Item]:
    """Every feed of the list as a reading of its own; a feed without an address is a problem."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
        return
    text = _decoded(data)
    folders: list[str] = []
    dated: When | None = None
    line, counted = 1, 0
    for m in _TAG.finditer(text):
        line, counted = line + text.count("\n", counted, m.start()), m.start()
        if m["head"]:
            dated = day_of(m["date"]) or dated
        elif m["close"]:
            del folders[-1:]
        elif m["more"] is not None:
            values = _values(m)
            if "xmlurl" in values or _is_feed(values):
                yield _item(m[0], values, [f for f in folders if f], dated, line, context)
            if not m["more"].rstrip().endswith("/") and len(folders) < _DEEPEST:
                folders.append("" if "xmlurl" in values else _said(values, "text", "title"))


def _values(m: re.Match[str]) -> dict[str, _Value]:
    start = m.start("more") - m.start()
    found: dict[str, _Value] = {}
    for a in _ATTRIBUTE.finditer(m["more"]):
        group = 2 if a[2] is not None else 3
        value = _Value(html.unescape(a[group]).strip(), start + a.start(group), start + a.end(group))
        found.setdefault(a[1].lower(), value)
    return found


def _is_feed(values: Mapping[str, _Value]) -> bool:
    return _said(values, "type").lower() in ("rss", "atom", "feed")


def _said(values: Mapping[str, _Value], *names: str) -> str:
    return next((values[n].text for n in names if n in values and values[n].text), "")


def _item(
    tag: str, values: Mapping[str, _Value], folders: list[str], dated: When | None, line: int, context: Context
) -> Item:
    url = _said(values, "xmlurl")
    if not normal("feed", url) or not re.match(r"(?:https?|feed):", url, re.I):
        called = _said(values, "text", "title") or "a feed"
        return context.problem(line, "xmlUrl", f"{called[:80]} has no address of a feed", "give it one: https://...")
    above = " / ".join(folders)
    text = f"{above}\n{tag}" if above else tag
    shift = len(text) - len(tag)
    source = Source(context.name, text, KIND, written=dated, place=f"line {line}", record=f"feed:{normal('feed', url)}")
    return Reading(source, tuple(_facts(source, values, folders, dated, shift)))


def _facts(
    source: Source, values: Mapping[str, _Value], folders: list[str], dated: When | None, shift: int
) -> Iterator[Fact]:
    def quoted(*names: str) -> tuple[Span, ...]:
        found = next((values[n] for n in names if n in values and values[n].text), None)
        return (source.span(found.start + shift, found.end + shift),) if found else ()

    address = values["xmlurl"]
    title = _said(values, "title", "text") or re.sub(r"^\w+://|/.*$", "", address.text)
    name = _said(values, "hallway:person") or name_in(title)
    named = quoted("hallway:person", "title", "text") or quoted("xmlurl")
    at = named[0].text.find(name) if named else -1
    mention = (source.span(named[0].start + at, named[0].start + at + len(name)),) if at >= 0 else named
    yield PersonFact("p0", name, mention, named)
    yield KeyFact("p0", "feed", address.text, quoted("xmlurl"))
    home = _said(values, "htmlurl")
    if tells_apart("url", normal("url", home)):
        yield KeyFact("p0", "url", home, quoted("htmlurl"))
    words = _said(values, "hallway:words") or title
    yield FollowingFact(
        "p0", words, _since(values, dated), quoted("hallway:words", "title", "text") or quoted("xmlurl")
    )
    tags = [(f, source.span(at, at + len(f))) for f in folders if (at := source.text.find(f)) >= 0]
    if category := quoted("category"):
        tags += [(c.strip(" /"), category[0]) for c in re.split(r"[,/]", _said(values, "category")) if c.strip(" /")]
    for tag, span in dict(tags).items():
        yield DetailFact("p0", "tag", tag, evidence=(span,))


def _since(values: Mapping[str, _Value], dated: When | None) -> When | None:
    """Since when: as the list says, or from the day of the outline; at the latest since the list was made."""
    try:
        return When(_said(values, "hallway:since"))
    except ValueError:
        told = day_of(_said(values, "created"))
        return told or (When(f"../{dated.latest.isoformat()}") if dated else None)


def _decoded(data: bytes) -> str:
    named = re.match(rb"\s*<\?xml[^>]{0,200}encoding=[\"']([\w.-]{1,40})", data.removeprefix(b"\xef\xbb\xbf"))
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ["utf-16"] * wide + ([named[1].decode()] if named else []) + ["utf-8-sig", "cp1252"]:
        try:
            return data.decode(encoding).replace("\r\n", "\n").removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8", "replace")


class Followed(Protocol):
    """What is written of a feed that is followed."""

    @property
    def url(self) -> str: ...
    @property
    def people(self) -> tuple[str, ...]: ...
    @property
    def title(self) -> str | None: ...
    @property
    def since(self) -> str | None: ...
    @property
    def words(self) -> str: ...
    @property
    def tags(self) -> tuple[str, ...]: ...


def written(feeds: Iterable[Followed]) -> bytes:
    """The feeds as OPML 2.0 in UTF-8, with an outline for each person of each feed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0" xmlns:hallway="urn:hallway">']
    lines += ["  <head><title>People whom I follow</title></head>", "  <body>"]
    lines += [f"    {_outline(feed, person)}" for feed in feeds for person in feed.people]
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode()


def _outline(feed: Followed, person: str) -> str:
    title = feed.title or person
    told = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
    told |= {"category": ",".join(f"/{t}" for t in feed.tags)} if feed.tags else {}
    told |= {"hallway:person": person, "hallway:words": feed.words}
    told |= {"hallway:since": feed.since} if feed.since else {}
    return f"<outline {' '.join(f'{name}={quoteattr(_sound(value))}' for name, value in told.items())}/>"


def _sound(text: str) -> str:
    """Text without what XML 1.0 cannot hold."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


FORMAT = Format(
    name="opml",
    title="OPML (the list of a feed reader)",
    kind=KIND,
    sniff=sniff,
    read=read,
    where="Every feed reader has it: look for *Export* or *OPML* in its settings (Feedly: Organize Feeds, the arrow;"
    " Inoreader: Preferences, Import/Export; NetNewsWire: File, Export Subscriptions; Miniflux, FreshRSS: Feeds, Export).",
    fields=(
        ("xmlUrl", "the feed, by which its author is recognised, and which `hallway feeds refresh` fetches"),
        ("title, text", "what the author is called, until the feed itself says who writes it"),
        ("htmlUrl", "a page of theirs"),
        ("created, else dateCreated of the list", "since when you read them; of the list: that day at the latest"),
        ("folders, category", "tags"),
    ),
)
