"""RSS 0.9x, 1.0 and 2.0 and Atom, through feedparser, which has seen every way in which they can be broken.

The formats: RSS 2.0 (rssboard.org), RSS 1.0 with its syndication module (web.resource.org/rss/1.0), Atom (RFC 4287).
"""

from __future__ import annotations

import io
import re
from typing import Any

from hallway.formats.feeds.entries import MOST_ENTRIES, Entry, Feed, day_from_utc, day_of, without_tracking

_END_OF_ENTRY = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.I)
_ROOT = re.compile(rb"<(rss|feed|rdf:rdf|channel)\b", re.I)
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 7 * 86400, "monthly": 30 * 86400, "yearly": 365 * 86400}


def is_syndication(head: bytes) -> bool:
    """Whether a page that begins with these bytes is RSS or Atom."""
    start = head[:4096]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\0", b"")
    root = _ROOT.search(start)
    html = re.search(rb"<html\b|<!doctype html", start, re.I)
    return root is not None and not (html and html.start() < root.start())


def read_syndication(body: bytes, url: str, content_type: str = "") -> Feed | None:
    """The feed, as far as it can be understood; None where nothing of it can. Entities that would grow are not expanded."""
    import feedparser

    cut, more = _first(body)
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    try:
        parsed: Any = feedparser.parse(io.BytesIO(cut), response_headers=headers, sanitize_html=False)
    except ValueError:  # a NUL in the name of its encoding
        return None
    feed, entries = parsed.feed, parsed.entries
    if not entries and not feed.get("title") and not parsed.version:
        return None
    return Feed(
        title=_text(feed.get("title")),
        entries=tuple(_entry(e) for e in entries[:MOST_ENTRIES]),
        author=_author(feed),
        home=_text(feed.get("link")) or None,
        every=_every(feed),
        more=more,
        url=next((_text(at.get("href")) for at in feed.get("links", ()) if at.get("rel") == "self"), "") or None,
    )


def _first(body: bytes) -> tuple[bytes, int]:
    """The feed with no more than the most entries, and how many are left out."""
    ends = [m.end() for m in _END_OF_ENTRY.finditer(body)]
    if len(ends) <= MOST_ENTRIES:
        return body, 0
    root = _ROOT.search(body)
    name = root[1] if root else b""
    closing = b"</channel></rss>" if name.lower() == b"rss" else b"</" + name + b">"
    return body[: ends[MOST_ENTRIES - 1]] + closing, len(ends) - MOST_ENTRIES


def _entry(entry: Any) -> Entry:
    content = max((c for c in entry.get("content", ()) if c.get("value")), key=lambda c: len(c["value"]), default=None)
    detail = content or entry.get("summary_detail") or {}
    url = without_tracking(_text(entry.get("link"))) or None
    title = _text(entry.get("title"))
    text = _text(detail.get("value"))
    key = _text(entry.get("id")) or url or f"{title}\n{text[:200]}"
    return Entry(
        key, url, title, text, _author(entry), _day(entry), detail.get("type") == "text/plain" and "<" not in text
    )


def _day(entry: Any) -> Any:
    for name in ("published", "created", "updated"):
        told = _text(dict.get(entry, name))  # its own `get` warns where it takes one date for another
        found = (told and day_of(told)) or day_from_utc(dict.get(entry, f"{name}_parsed"))
        if found:
            return found
    return None


def _author(thing: Any) -> str | None:
    """Who it says wrote it: a name, without the mail address beside it."""
    names = [a.get("name") for a in thing.get("authors", ()) if a.get("name")]
    told = names[0] if names else thing.get("author") or ""
    bare = re.sub(r"\S+@\S+|[()<>]", " ", _text(told))
    return " ".join(bare.split())[:200] or None


def _every(feed: Any) -> int:
    """Seconds that the feed wants to be left alone: `ttl` in minutes, or so many times a period (sy:updatePeriod)."""
    ttl = _text(feed.get("ttl"))
    if ttl.isdigit():
        return int(ttl[:6]) * 60
    period = _PERIODS.get(_text(feed.get("sy_updateperiod")).lower(), 0)
    times = _text(feed.get("sy_updatefrequency"))
    return period // max(1, int(times[:4]) if times.isdigit() else 1)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
