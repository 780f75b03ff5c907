"""The names in a question: runs of words that the memory knows as a place, an event or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hallway.model.folding import fold
from hallway.queries.recall.known import Known
from hallway.queries.recall.plainwords import COMMON

LONGEST = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """One word of a question at [start, end), or a run of them; `marked`: written like a name."""

    text: str
    folded: str
    start: int
    end: int
    marked: bool


def phrases(query: str) -> list[Phrase]:
    """The words of a question. In one without capitals every word may be a name."""
    lower = not any(c.isupper() for c in query[1:])
    found = []
    for m in re.finditer(r"[^\W_]+(?:['’][^\W_]{2,})?", query):
        marked = (m[0][0].isupper() or m[0].isdigit() or lower) and m[0].lower() not in COMMON
        found.append(Phrase(m[0], fold(m[0]), m.start(), m.end(), marked))
    return found


def occasions(words: Sequence[Phrase], known: Known) -> Iterator[tuple[str, Phrase, set[int]]]:
    """Events and places named, longest names first: ("event" or "place", the words, the events they stand for)."""
    used: list[Phrase] = []
    for run in _runs(words):
        if any(u.start < run.end and run.start < u.end for u in used):
            continue
        title = known.titles.get(run.folded) or _begins(run, known)
        place = known.places.get(run.folded)
        if title or place:
            used.append(run)
            yield ("event", run, title) if title else ("place", run, place or set())


def named(words: Sequence[Phrase], known: Known, alone: str) -> Iterator[tuple[Phrase, set[int]]]:
    """People named: words next to each other that one person has in their names count as one name."""
    used: list[Phrase] = []
    short = len(alone.split()) <= 4
    for run in _runs(words, 4):
        if any(u.start < run.end and run.start < u.end for u in used):
            continue
        if not (run.marked or (short and run.text == alone)):
            continue
        people = _bearers(run.folded.split(), known)
        if people and (" " not in run.folded or len(people) < 50):
            used.append(run)
            yield run, people


def _bearers(parts: list[str], known: Known) -> set[int]:
    found = [known.called(part) for part in parts]
    return set.intersection(*found) if found else set()


def _begins(run: Phrase, known: Known) -> set[int]:
    """The one series whose name begins with these words: "Tidewater" for "Tidewater Forum"."""
    if not run.marked or len(run.folded) < 5:
        return set()
    longer = {title: events for title, events in known.titles.items() if title.startswith(run.folded + " ")}
    return set().union(*longer.values())


def _runs(words: Sequence[Phrase], longest: int = LONGEST) -> Iterator[Phrase]:
    for size in range(min(longest, len(words)), 0, -1):
        for i in range(len(words) - size + 1):
            part = words[i : i + size]
            apart = any(b.start - a.end > 2 for a, b in pairwise(part))
            if apart or not (part[0].marked or size == len(words)):
                continue
            text = " ".join(p.text for p in part)
            folded = " ".join(p.folded for p in part)
            yield Phrase(text, folded, part[0].start, part[-1].end, all(p.marked for p in part))
