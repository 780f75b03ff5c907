"""A note cut into its parts: at commas, stops, dashes, slashes, brackets and line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.reading.dates import MONTHS
from hallway.reading.names import TITLES

_ABBREVIATED = TITLES | {"no", "nr", "vs", "ext", "st", "jr", "approx", "dept", "tel", "resp", "bzw", "ca", "etc"}
_CUT = re.compile(
    r"[,;\n\r|•·→!?…\t]+(?!\d)|[;\n\r|•·→\t]|\s(?:[-–—/*+]|->|=>|--+)\s|\s*[–—]\s*|:(?=\s|$)|\.(?=\s|$|\))|[()\[\]]|(?<=\S)/(?=\s)|^[\s*-]+"
)


@dataclass(frozen=True, slots=True)
class Part:
    """[start, end) of the note, without the spaces around it; `bracketed` if it stood between brackets."""

    start: int
    end: int
    bracketed: bool = False


def parts(text: str, whole: list[tuple[int, int]]) -> list[Part]:
    """The parts of a note; nothing in `whole` (known names, dates) is cut."""
    found: list[Part] = []
    at, depth = 0, 0
    for m in _CUT.finditer(text):
        if any(a < m.end() and m.start() < b for a, b in whole) or not _cuts(text, m):
            continue
        _add(found, text, at, m.start(), depth > 0)
        at = m.end()
        depth = 1 if m[0] in "([" else 0 if m[0] in ")]" else depth
    _add(found, text, at, len(text), depth > 0)
    return found


def _add(found: list[Part], text: str, start: int, end: int, bracketed: bool) -> None:
    while start < end and not _edge(text[start]):
        start += 1
    while end > start and text[end - 1] in " \t.,;:-–—/*\"“”'":
        if text[end - 1] == "." and re.search(r"(?:^|\W)[A-ZÀ-Þ]\.$", text[start:end]):
            break
        end -= 1
    if start < end:
        found.append(Part(start, end, bracketed))


def _edge(char: str) -> bool:
    return char.isalnum() or char in "@\"“„«'+#€$£"


def _cuts(text: str, m: re.Match[str]) -> bool:
    """A stop after an initial, a title or an ordinal ends nothing."""
    if m[0] != ".":
        return True
    word = re.search(r"[^\s.(]*$", text[: m.start()])
    before = word[0] if word else ""
    if len(before) == 1 and before.isalpha():
        return False
    if before.isdigit():
        following = re.match(r"\s*(\w+)", text[m.end() :])
        return not (following and following[1].lower() in MONTHS)
    return before.lower() not in _ABBREVIATED
