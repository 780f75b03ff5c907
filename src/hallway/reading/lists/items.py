"""Finds lists of names in a text: under a heading line, behind a label in one line, or item by item.

Brand new connections:          Wiedergesehen: Dörte Lamm, Ebbo Nuss und Frieda Tann
- Aurelio Finch
- Bettany Sallow (raku)         * Lorna Twist - missed
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hallway.reading.lists.headings import Heading, heading

_UP = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_UP}(?:[\w'’-]*\w)?\.?"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|el|al|bin|ibn|ter|ten|zu|zum|af|av|y|e|du|des|d['’])"
)
NAME = re.compile(rf"@?{_WORD}(?:(?: {_PARTICLE}){{0,2}} {_WORD}| {_PARTICLE}{_WORD}){{0,3}}(?!\w)")
"""Capitalised words, a particle in between allowed."""
_BULLET = re.compile(r"[ \t]*(?:[-*•+–—>]|\d{1,3}[.)]|\[[ x]\])[ \t]+")
_HEADING_LINE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]*|[*_]{1,3}|[-=~]{1,3}[ \t]+)?(?P<label>[^\n]{2,70}?)[ \t]*(?::|[*_#=~-]{1,4}|:[*_]{1,3})?[ \t]*"
)
_LABEL = re.compile(
    r"[ \t]*(?:[-*•+–—][ \t]+)?[*_]{0,3}(?P<label>[^\n:.!?]{2,60}?)[ \t]?[*_]{0,3}(?::[*_]{0,3}|[ \t][–—-])[ \t]+(?=\S)"
)
_SEPARATOR = re.compile(
    r"\s*(?:[,;/&+·|•]\s*(?:(?:and|und|et|y|e|en|og|och|plus)\s+)?|\s(?:and|und|et|y|e|en|og|och|plus)\s+)"
)
_ASIDE = re.compile(r"\s*\([^()\n]{0,80}\)|\s*\[[^\[\]\n]{0,80}\]")
_AFTER = re.compile(
    r"\s*(?:$|[,;:.(\[–—/&+|·]|-(?!\w)|(?:and|und|et|y|e|en|og|och|from|of|at|who|whom|with|aus|von|vom|bei|de|du|van|uit|da|do|who['’]s|@)\b)",
    re.I,
)
_TAGS = {"new": "new people", "neu": "neue leute", "nouveau": "nouvelles rencontres", "nouvelle": "nouvelles rencontres", "nuevo": "nuevos contactos",
         "nueva": "nuevos contactos", "nieuw": "nieuwe mensen", "novo": "novos contactos", "nova": "novos contactos",
         "old friend": "old friends", "an old friend": "old friends", "absent": "absent", "first time": "first meetings"}  # fmt: skip
LONGEST_ITEM, LONGEST_LINE = 200, 80


@dataclass(frozen=True, slots=True)
class Item:
    """One line or one place of an enumeration: its names and all of it, as [start, end); `heading` is said of it alone, `bare` that
    nothing else is, `line` that it is a line of its own."""

    names: tuple[tuple[int, int], ...]
    start: int
    end: int
    heading: Heading | None
    bare: bool
    line: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of names: what its heading says, where that stands, and its items."""

    heading: Heading | None
    span: tuple[int, int]
    items: tuple[Item, ...]

    def names(self) -> Iterator[tuple[int, int]]:
        return (n for item in self.items for n in item.names)


def listings(text: str) -> list[Listing]:
    """All lists of names in a plain text, in order. Linear in its length."""
    lines = [m.span() for m in re.finditer(r"^.*$", text, re.M)]
    found: list[Listing] = []
    i = 0
    while i < len(lines):
        listing, i = _labelled(text, lines, i) or _headed(text, lines, i) or _plain(text, lines, i) or (None, i + 1)
        if listing:
            found.append(listing)
    return found


def _labelled(text: str, lines: list[tuple[int, int]], i: int) -> tuple[Listing | None, int] | None:
    """`New faces: A, B` on one line, going on in the next where the line ends in a comma."""
    start, end = lines[i]
    m = _LABEL.match(text, start, end)
    told = heading(m["label"]) if m else None
    if m is None or told is None:
        return None
    last = i
    while last + 1 < len(lines) and text[start : lines[last][1]].rstrip().endswith((",", "&", ";")) and last < i + 60:
        last += 1
    items = list(_enumerated(text, m.end(), lines[last][1], False))
    return (Listing(told, m.span("label"), tuple(items)), last + 1) if items else None


def _headed(text: str, lines: list[tuple[int, int]], i: int) -> tuple[Listing | None, int] | None:
    """A heading on a line of its own with items below it."""
    start, end = lines[i]
    bullet = _BULLET.match(text, start, end)
    m = _HEADING_LINE.fullmatch(text, bullet.end() if bullet else start, end)
    told = heading(m["label"]) if m else None
    if m is None or told is None:
        return None
    items, after = _below(text, lines, i + 1)
    return (Listing(told, m.span("label"), tuple(items)), after) if items else None


def _plain(text: str, lines: list[tuple[int, int]], i: int) -> tuple[Listing | None, int] | None:
    """Bullets of names that have no heading, or one that says nothing of how they were met."""
    if not _BULLET.match(text, *lines[i]):
        return None
    items, after = _below(text, lines, i, bullets=True)
    return (Listing(None, (lines[i][0], lines[i][0]), tuple(items)), after) if len(items) > 1 else None


def _below(text: str, lines: list[tuple[int, int]], i: int, bullets: bool = False) -> tuple[list[Item], int]:
    """The items from line i on, and the line after them. A blank line ends them, unless bullets go on, or it comes first."""
    items: list[Item] = []
    first = i
    while i < len(lines):
        start, end = lines[i]
        bullet = _BULLET.match(text, start, end)
        if not text[start:end].strip():
            again = i + 1 < len(lines) and bullets and _BULLET.match(text, *lines[i + 1])
            if (items and not again) or (not items and i > first):
                break
            i += 1
            continue
        bullets = bullets or (bool(bullet) and not items)
        if bullets and items and not bullet and text[start : start + 2].strip():
            break
        low = bullet.end() if bullet else start
        if _is_heading(text, low, end) or (not bullet and not items and end - start > LONGEST_ITEM * 5):
            break
        more = [*_item(text, low, end)] if bullet else [*_enumerated(text, low, end)]
        if not more and not bullet and items and end - low < LONGEST_LINE and not re.search(r"[.!?] ", text[low:end]):
            more = [*_item(text, low, end)]
        if not more and (not bullet and not bullets):
            break
        items += more
        i += 1
    return items, max(i, first)


def _is_heading(text: str, start: int, end: int) -> bool:
    label = _LABEL.match(text, start, end)
    whole = _HEADING_LINE.fullmatch(text, start, end)
    return bool((label and heading(label["label"])) or (whole and heading(whole["label"])))


def _item(text: str, start: int, end: int) -> Iterator[Item]:
    """A bullet: the names that it begins with, and what is said behind them."""
    names, at = _names(text, start, end)
    if names:
        rest = text[at:end].strip(" \t,;:.–—-*()[]")
        yield Item(tuple(names), start, end, heading(_TAGS.get(rest.lower(), rest)) if rest else None, not rest, True)


def _enumerated(text: str, start: int, end: int, line: bool = True) -> Iterator[Item]:
    """`A, B (from Truro), C and D`: nothing where it is a sentence rather."""
    at = start
    found: list[Item] = []
    while at < end:
        m = NAME.match(text, at, end)
        if not m or not _AFTER.match(text, m.end(), end):
            break
        stop = m.end() - (text[m.end() - 1] == "." and not re.search(r"\b\w\.$", m[0]))
        aside = _ASIDE.match(text, stop, end)
        at = aside.end() if aside else stop
        rest = aside[0].strip(" ()[]") if aside else ""
        found.append(
            Item(
                ((m.start(), stop),),
                m.start(),
                at,
                heading(_TAGS.get(rest.lower(), rest)) if rest else None,
                not rest,
                line and not found,
            )
        )
        gap = _SEPARATOR.match(text, at, end)
        if not gap:
            break
        at = gap.end()
    if found and re.fullmatch(r"\s*[.!…]?\s*|\s*[,;–—-].{0,80}", text[at:end], re.S):
        yield from found


def _names(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The names that a bullet begins with, joined by "and", and where they end."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip(" *_\"'“"))
    found: list[tuple[int, int]] = []
    while m := NAME.match(text, at, end):
        stop = m.end() - (text[m.end() - 1] == "." and not re.search(r"\b\w\.$", m[0]))
        if not _AFTER.match(text, stop, end):
            break
        found.append((m.start(), stop))
        gap = re.compile(r"\s*(?:&|and|und|et|y|e|en|og|och|\+)\s+(?=\S)").match(text, stop, end)
        if not gap:
            return found, stop
        at = gap.end()
    return found, found[-1][1] if found else start


def cuts(lists: list[Listing]) -> set[int]:
    """Where a sentence begins because a list says so: at its heading, at each line of it, and behind it."""
    found: set[int] = set()
    for listing in lists:
        found.add(listing.span[0])
        found.update(item.start for item in listing.items if item.line)
        found.add(listing.items[-1].end)
    return found


class Listed:
    """What lists say of the names in them, by where a name stands."""

    def __init__(self, lists: list[Listing]) -> None:
        self._at = {a: (listing, item) for listing in lists for item in listing.items for a, _ in item.names}

    def heading(self, start: int) -> Heading | None:
        """What the item, or else the heading of its list, says of the name that begins at `start`."""
        listing, item = self._at.get(start, (None, None))
        return (item and item.heading) or (listing and listing.heading) or None

    def over(self, start: int) -> tuple[tuple[int, int] | None, bool]:
        """Where the heading over a name stands, and whether its item is nothing but names. None where that is no telling one."""
        listing, item = self._at.get(start, (None, None))
        if not listing or not item or item.heading or not listing.heading:
            return None, False
        return listing.span, item.bare
