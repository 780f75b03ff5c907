"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hallway.fetching.urls import joined
from hallway.formats.feeds.entries import MOST_ENTRIES, Entry, Feed, day_of, without_tracking


def read_jsonfeed(body: bytes, url: str) -> Feed | None:
    """The feed; None where it is none. Items that are of another form are left out, and the rest is kept."""
    try:
        data = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or "jsonfeed.org/version" not in str(data.get("version")):
        return None
    items = data.get("items")
    given = items if isinstance(items, list) else []
    entries = [e for item in given[:MOST_ENTRIES] if isinstance(item, dict) and (e := _entry(item, url))]
    home = joined(url, _text(data.get("home_page_url"))) or None
    more = max(0, len(given) - MOST_ENTRIES)
    own = _text(data.get("feed_url")) or None
    return Feed(_text(data.get("title")), tuple(entries), _author(data), home, 0, more, url=own)


def _entry(item: Mapping[str, Any], base: str) -> Entry | None:
    link = _text(item.get("url")) or _text(item.get("external_url"))
    url = without_tracking(joined(base, link)) if link else ""
    html, plain = _text(item.get("content_html")), _text(item.get("content_text")) or _text(item.get("summary"))
    number = item.get("id")
    key = str(number) if isinstance(number, str | int) and number != "" else url
    title = _text(item.get("title"))
    if not key and not (title or html or plain):
        return None
    when = day_of(_text(item.get("date_published")) or _text(item.get("date_modified")))
    return Entry(
        key or f"{title}\n{(html or plain)[:200]}", url or None, title, html or plain, _author(item), when, not html
    )


def _author(thing: Mapping[str, Any]) -> str | None:
    return next((name for a in _authors(thing) if (name := _text(a.get("name")))), None)


def _authors(thing: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    many = thing.get("authors")
    for one in [*(many if isinstance(many, list) else []), thing.get("author")]:
        if isinstance(one, dict):
            yield one


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
