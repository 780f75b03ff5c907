"""Words as a reader sees them: HTML and its like as plain text, and text in pieces that say one thing."""

from __future__ import annotations

import html
import re
import unicodedata

_ANY = re.compile(r"<[a-zA-Z/!]|&(?:[a-zA-Z]{2,31}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_BREAKS = re.compile(r"<(?:br|/p|p|/div|div|/h[1-6]|h[1-6]|/ul|/ol|/tr|/blockquote|/table|hr)\b[^<>]{0,2000}>", re.I)
_ITEM = re.compile(r"<li\b[^<>]{0,2000}>", re.I)
_NOISE = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]{0,100000}</\1\s*>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")
_MANY = re.compile(r"\n{3,}")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SENTENCE = re.compile(r"(?<=[.!?…])[)\"'”’]*\s+(?=\S)|\n+")


def plain(text: str) -> str:
    """Text without tags, entities and control characters; paragraphs stay apart, items of lists begin with a dash."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ANY.search(text):
        text = _NOISE.sub(" ", text)
        text = _BREAKS.sub("\n\n", _ITEM.sub("\n- ", text))
        text = html.unescape(_TAG.sub("", text))
    text = _UNSAFE.sub("", text)
    return _MANY.sub("\n\n", _LINES.sub("\n", _SPACES.sub(" ", text))).strip()


def line(text: str) -> str:
    """Plain text in one line."""
    return " ".join(plain(text).split())


def name(text: str) -> str:
    """A person's name as it is written, in one line, in Unicode's composed form."""
    return unicodedata.normalize("NFC", line(text)).strip(" ,;")


def chunks(text: str, start: int, end: int, most: int = 12, size: int = 280) -> list[tuple[int, int]]:
    """Pieces of `text[start:end]`, each of whole sentences of one paragraph, about `size` characters, at most `most`."""
    found: list[tuple[int, int]] = []
    at = start
    for stop, following in _stops(text, start, end):
        if stop > at and (stop - at >= size or "\n" in text[stop:following] or following >= end):
            found.append((at, stop))
            at = following
            if len(found) >= most:
                break
        elif stop <= at:
            at = following
    return found


def _stops(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where sentences end, and where the next ones begin; a sentence without end is cut at 1,000 characters."""
    stops: list[tuple[int, int]] = []
    at = start
    breaks = [(m.start(), m.end()) for m in _SENTENCE.finditer(text, start, end)]
    for stop, following in [*breaks, (end, end)]:
        while stop - at > 1000:
            stops.append((at + 1000, at + 1000))
            at += 1000
        stops.append((stop, following))
        at = following
    return stops
