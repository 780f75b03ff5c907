"""Whatever an address that somebody follows turns out to be: a feed of any kind, or a page that leads to one."""

from __future__ import annotations

import re

from hallway.formats.feeds.entries import Feed
from hallway.formats.feeds.jsonfeed import read_jsonfeed
from hallway.formats.feeds.page import Page, read_page
from hallway.formats.feeds.syndication import is_syndication, read_syndication

_MOST_OF_PAGE = 3_000_000


def read_feed(body: bytes, url: str, content_type: str = "") -> Feed | Page | None:
    """The feed in `body`, fetched from `url`, or the page; None where it is neither. What the bytes say goes before the type."""
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        return read_jsonfeed(body, url)
    if is_syndication(body):
        return read_syndication(body, url, content_type)
    if re.search(rb"<(?:!doctype html|html|head|body|link|div|article)\b", start, re.I) or "html" in content_type:
        return read_page(_decoded(body[:_MOST_OF_PAGE], content_type), url)
    return None


def _decoded(body: bytes, content_type: str) -> str:
    """A page as text: in the encoding that it or its server names, else UTF-8, else Windows-1252."""
    named = re.search(r"charset=[\"']?([\w.:-]{1,40})", content_type, re.I) or re.search(
        r"<meta[^>]{0,200}charset=[\"']?([\w.:-]{1,40})", body[:2048].decode("latin-1"), re.I
    )
    for encoding in ([named[1]] if named else []) + ["utf-8", "cp1252"]:
        try:
            return body.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return body.decode("utf-8", "replace")
