"""Training examples for the reader: our corpus in word pieces with labels."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document, Mark, load
from recipe import Recipe
from renaming import NamePool

from hallway.reading.encoder.features import CONNECTIONS, TAGS, WINDOW, Pieces, pieces, windows
from hallway.reading.plain import plain

KINDS = {"o": "ORG", "l": "LOC"}
IGNORE = -100
SMOOTH = 0.05
MASK = 103
Mention = tuple[str, int, int, bool]
"""Whose, from which piece, to which, and whether it decides."""


@dataclass
class Example:
    """One window: pieces, their tags, and the people in it."""

    ids: list[int]
    features: list[int]
    tags: list[int]
    mentions: list[Mention] = field(default_factory=list)


@dataclass
class Whole:
    """One document: its windows, and for each person the target over connections and whether they were followed before."""

    windows: list[Example]
    people: dict[str, tuple[list[float], float]]
    name: str = ""


def plain_marks(doc: Document) -> tuple[str, list[Mark]]:
    """The document as the reader will see it, marks moved along."""
    p = plain(doc.text)
    place = {o: i for i, o in reversed(list(enumerate(p.offsets)))}
    moved = []
    for m in doc.marks:
        inside = [place[o] for o in range(m.start, m.end) if o in place]
        if inside:
            moved.append(Mark(min(inside), max(inside) + 1, m.label, m.decisive))
    return p.text, moved


def kind(label: str) -> str | None:
    return "PER" if label.startswith("p") else "EVT" if label.startswith("e") else KINDS.get(label)


def whole(doc: Document, tokenizer: Any) -> Whole:
    """One document as it is read."""
    text, marks = plain_marks(doc)
    cut = pieces(tokenizer, text)
    tags, mentions = tagged(cut, marks)
    return _windowed(doc, cut.ids, cut.features, tags, mentions, windows(len(cut.ids)))


def varied(doc: Document, tokenizer: Any, pool: NamePool, how: Recipe, rng: random.Random) -> Whole:
    """One document, changed by chance: its names, its case, where its windows begin, what can be seen of it."""
    text, marks = pool.rename(*plain_marks(doc), doc, how, rng)
    if rng.random() < how.lower:
        low = text.lower()
        text = low if len(low) == len(text) else text
    cut = pieces(tokenizer, text)
    tags, mentions = tagged(cut, marks)
    ids = [MASK if rng.random() < how.masked else i for i in cut.ids]
    mentions = [m for m in mentions if m[3] or rng.random() > how.unheard]
    anywhere = rng.random() < how.anywhere
    spans = shifted(len(ids), how.lap, rng) if anywhere else windows(len(ids))
    return _windowed(doc, ids, cut.features, tags, mentions, spans)


def tagged(cut: Pieces, marks: list[Mark]) -> tuple[list[int], list[Mention]]:
    """The tag of each piece, and the mentions of people."""
    tags = [0] * len(cut.ids)
    mentions = []
    for m in marks:
        inside = [i for i, (a, b) in enumerate(cut.offsets) if a < m.end and b > m.start]
        label = kind(m.label)
        if inside and label:
            for i in inside:
                tags[i] = TAGS.index(f"I-{label}")
            tags[inside[0]] = TAGS.index(f"B-{label}")
            if label == "PER":
                mentions.append((m.label, inside[0], inside[-1] + 1, m.decisive))
    return tags, mentions


def _windowed(
    doc: Document,
    ids: list[int],
    features: list[int],
    tags: list[int],
    mentions: list[Mention],
    spans: list[tuple[int, int]],
) -> Whole:
    made = []
    for start, end in spans:
        here = [(p, a - start, b - start, d) for p, a, b, d in mentions if a >= start and b <= end]
        made.append(Example(ids[start:end], features[start:end], tags[start:end], here))
    seen = {m[0] for w in made for m in w.mentions}
    people = {p: target(row) for p, row in doc.people.items() if p in seen}
    return Whole(made, people, f"{doc.hand}/{doc.path.stem}")


def shifted(size: int, lap: int, rng: random.Random) -> list[tuple[int, int]]:
    """Windows that begin anywhere and share `lap` pieces."""
    if size <= WINDOW:
        return [(0, size)] if size else []
    first = rng.randint(WINDOW // 2, WINDOW)
    rest = windows(size - first + lap, WINDOW, lap)
    return [(0, first), *((first + a - lap, first + b - lap) for a, b in rest)]


def target(row: dict[str, str]) -> tuple[list[float], float]:
    """Most of the weight on the label, the rest on what a careful reader could say instead."""
    accept = [a for a in row.get("accept", "").split() if a != row["connection"]]
    share = 0.0 if not accept else 0.35 if row.get("sure") == "no" else 0.2
    goal = [SMOOTH / len(CONNECTIONS)] * len(CONNECTIONS)
    goal[CONNECTIONS.index(row["connection"])] += 1 - share - SMOOTH
    for a in accept:
        goal[CONNECTIONS.index(a)] += share / len(accept)
    followed = {"yes": 1.0, "no": 0.0}.get(
        row.get("followed", ""), 0.0 if row["connection"] in ("none", "new") else IGNORE
    )
    return goal, followed


def corpus(root: Path) -> tuple[list[Document], list[Document]]:
    """(training, validation): whole documents, each by an author of its own; every eighth is kept apart."""
    docs = load(root)
    kept = [d for d in docs if int(d.path.stem) % 8 == 5]
    return [d for d in docs if d not in kept], kept
