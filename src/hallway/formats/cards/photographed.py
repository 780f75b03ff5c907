"""A photographed business card or badge: its lines are read, and said to be a name, a title, an organization or an address.

The text of the source is a line a line of the picture, with where it stood (`[x,y x,y]`, pixels from the upper left), so that
whoever doubts a fact can look there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from hallway.formats.protocol import Context, Problem
from hallway.model import (
    AffiliationFact,
    DetailFact,
    Fact,
    KeyFact,
    OrganizationFact,
    PersonFact,
    Reading,
    Source,
    Span,
)

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PAGE = re.compile(
    r"(?:https?://|www\.)\S+|(?<![@\w])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|eu|de|fr|uk|ch|at|nl|example)(?:/\S*)?\b"
)
_NUMBER = re.compile(r"(?<!\w)\+?\(?\d[\d\s()./-]{6,}\d")
_FIRM = re.compile(
    r"\b(?:inc|ltd|llc|gmbh|ag|sa|sas|bv|ab|as|oy|plc|co|corp|group|labs?|institute?|institut|university|universit\w+|"
    r"foundation|society|association|studio|radio|company|collective|verein|stiftung)\b\.?", re.I,
)  # fmt: skip
_TITLE = re.compile(
    r"\b(?:head|chief|director|manager|engineer|developer|designer|author|editor|professor|lecturer|researcher|consultant|"
    r"founder|co-founder|partner|president|officer|lead|analyst|architect|producer|journalist|c[etfo]o|vp|organi[sz]er|"
    r"speaker|student|scientist|librarian|curator|leiter\w*|directeur\w*|ingénieur\w*)\b", re.I,
)  # fmt: skip
_NAME = re.compile(r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )*(?:[^\W\d_][\w'’.-]* ){1,3}[^\W\d_][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """What was read, how surely (0 to 1), and its box (left, upper, right, lower) in pixels."""

    text: str
    sure: float
    box: tuple[int, int, int, int]

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def business_card(image: Any, context: Context) -> Reading | Problem:
    """What a picture (of Pillow, in RGB) says of a person; a Problem where no name is read in it."""
    import numpy

    told = _engine()(numpy.asarray(image)[:, :, ::-1])
    boxes = told.boxes if told.boxes is not None else ()
    lines = [
        Line(_spaced(text), float(sure), _box(box))
        for box, text, sure in zip(boxes, told.txts or (), told.scores or (), strict=False)
    ]
    return understood(lines, context)


@cache
def _engine() -> Any:
    """RapidOCR with the weights that it brings."""
    import logging

    from rapidocr import RapidOCR

    engine = RapidOCR()
    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    return engine


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _box(box: Any) -> tuple[int, int, int, int]:
    xs, ys = [int(p[0]) for p in box], [int(p[1]) for p in box]
    return min(xs), min(ys), max(xs), max(ys)


def understood(lines: Sequence[Line], context: Context) -> Reading | Problem:
    """What the lines of a business card say. The name is the tallest line that can be one."""
    text, starts = "", []
    for line in lines:
        starts.append(len(text))
        text += "{}  [{},{} {},{}]\n".format(line.text, *line.box)
    source = Source(context.name, text.rstrip("\n"), "card", place="the whole picture")
    left = [n for n, line in enumerate(lines) if line.text]
    addresses, rest = _addresses(lines, starts, left)
    names = [n for n in rest if _NAME.fullmatch(lines[n].text) and not _TITLE.search(lines[n].text)]
    names = [n for n in names if not _FIRM.search(lines[n].text)] or names
    if not names:
        return context.problem(None, None, "no name was read in it", "write it down: hallway met NAME")
    name = max(names, key=lambda n: (lines[n].height, -n))
    span = _span(lines[name].text, starts[name])
    facts: list[Fact] = [PersonFact("p0", span.text, (span,), (span,), lines[name].sure)]
    return Reading(source, (*facts, *_job([n for n in rest if n != name], lines, starts), *addresses))


def _span(words: str, start: int) -> Span:
    return Span(words, start, start + len(words))


def _addresses(lines: Sequence[Line], starts: Sequence[int], left: Sequence[int]) -> tuple[list[Fact], list[int]]:
    """Keys, and the lines in which there are none."""
    facts: list[Fact] = []
    rest = []
    for number in left:
        found = [
            (kind, m)
            for kind, pattern in (("email", _MAIL), ("url", _PAGE), ("phone", _NUMBER))
            for m in pattern.finditer(lines[number].text)
        ]
        mails = [m.span() for kind, m in found if kind == "email"]
        for kind, m in found:
            if kind == "email" or not any(a <= m.start() < b for a, b in mails):
                words = _span(m[0], starts[number] + m.start())
                facts.append(KeyFact("p0", kind, m[0], (words,), lines[number].sure))
        if not found:
            rest.append(number)
    return facts, rest


def _job(rest: Sequence[int], lines: Sequence[Line], starts: Sequence[int]) -> list[Fact]:
    """Title and organization: what sounds so; else the tallest other line is where they work."""
    title = next((n for n in rest if _TITLE.search(lines[n].text)), None)
    others = [n for n in rest if n != title and not any(c.isdigit() for c in lines[n].text)]
    firm = next((n for n in others if _FIRM.search(lines[n].text)), None)
    firm = max(others, key=lambda n: lines[n].height, default=None) if firm is None else firm
    words = [_span(lines[title].text, starts[title])] if title is not None else []
    if firm is None:
        return [DetailFact("p0", "title", w.text, None, (w,)) for w in words]
    where = (_span(lines[firm].text, starts[firm]),)
    role = words[0].text if words else None
    sure = lines[firm].sure
    return [
        OrganizationFact("o0", where[0].text, where, sure),
        AffiliationFact("p0", "o0", role, evidence=(*where, *words), confidence=sure),
    ]
