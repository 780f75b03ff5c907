"""Training examples for the reader: our corpus and the public tweets, in word pieces with labels."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document, Mark, load

from hallway.reading.encoder.features import CONNECTIONS, TAGS, pieces, windows
from hallway.reading.plain import plain

KINDS = {"o": "ORG", "l": "LOC"}
CONLL = {
    "person": "PER",
    "PER": "PER",
    "location": "LOC",
    "LOC": "LOC",
    "corporation": "ORG",
    "ORG": "ORG",
    "group": "ORG",
}
IGNORE = -100
SMOOTH = 0.05
MASK, MASKED = 103, 0.06
"""The [MASK] piece, and how many pieces of a text it hides while training, so that no single word is leant on."""
OPEN = -200
"""A piece that the tweets call O, which may be an event: those were not marked there."""


@dataclass
class Example:
    """One window: pieces, their tags, and the people in it as (row in the batch's person table, first, last, decisive)."""

    ids: list[int]
    features: list[int]
    tags: list[int]
    mentions: list[tuple[str, int, int, bool]] = field(default_factory=list)


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


def whole(doc: Document, tokenizer: Any, swap: random.Random | None, pool: NamePool) -> Whole:
    """One document, with its people renamed and its case changed now and then when `swap` is given."""
    text, marks = plain_marks(doc)
    if swap:
        text, marks = pool.rename(text, marks, doc, swap)
        if swap.random() < 0.06:
            low = text.lower()
            text = low if len(low) == len(text) else text
    cut = pieces(tokenizer, text)
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
    ids = [MASK if swap and swap.random() < MASKED else i for i in cut.ids]
    spans = windows(len(cut.ids))
    made = []
    for start, end in spans:
        here = [(p, a - start, b - start, d) for p, a, b, d in mentions if a >= start and b <= end]
        made.append(Example(ids[start:end], cut.features[start:end], tags[start:end], here))
    seen = {m[0] for w in made for m in w.mentions}
    people = {p: target(row) for p, row in doc.people.items() if p in seen}
    return Whole(made, people, f"{doc.hand}/{doc.path.stem}")


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


class NamePool:
    """Name parts of the whole corpus, to rename people so that no name is learnt by heart."""

    def __init__(self, docs: list[Document]) -> None:
        self.first: list[str] = []
        self.last: list[str] = []
        self.nick: list[str] = []
        for doc in docs:
            for row in doc.people.values():
                words = row["name"].split()
                if len(words) == 1:
                    (self.nick if row["name"].islower() else self.first).append(row["name"])
                elif all(w[0].isupper() for w in words):
                    self.first.append(words[0])
                    self.last.append(words[-1])

    def rename(self, text: str, marks: list[Mark], doc: Document, rng: random.Random) -> tuple[str, list[Mark]]:
        chosen: dict[str, dict[str, str]] = {}
        for pid, row in doc.people.items():
            words = row["name"].split()
            if rng.random() > 0.5 or any(not re.fullmatch(r"[\w’'-]+", w) for w in words):
                continue
            if len(words) == 1:
                chosen[pid] = {words[0]: rng.choice(self.nick if words[0].islower() else self.first)}
            elif len(words) == 2:
                chosen[pid] = {words[0]: rng.choice(self.first), words[1]: rng.choice(self.last)}
        out: list[str] = []
        moved: list[Mark] = []
        at = size = 0
        for m in sorted(marks, key=lambda m: m.start):
            if m.start < at:
                continue
            surface = text[m.start : m.end]
            new = " ".join(chosen.get(m.label, {}).get(w, w) for w in surface.split(" "))
            out.append(text[at : m.start])
            size += m.start - at
            moved.append(Mark(size, size + len(new), m.label, m.decisive))
            out.append(new)
            size += len(new)
            at = m.end
        out.append(text[at:])
        return "".join(out), moved


def tweets(path: Path, tokenizer: Any) -> list[Whole]:
    """A CoNLL file of tweets: people, organizations and places are marked, events are not."""
    made = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if not rows:
            continue
        ids: list[int] = []
        features: list[int] = []
        tags: list[int] = []
        text = " ".join(r[0] for r in rows)
        spots, at = [], 0
        for r in rows:
            spots.append((at, at + len(r[0]), r[0], r[-1].strip()))
            at += len(r[0]) + 1
        cut = pieces(tokenizer, text)
        before = -1
        for i, (a, b) in enumerate(cut.offsets):
            w = next(k for k, s in enumerate(spots) if s[0] <= a < s[1] + 1)
            tags.append(_conll_tag(spots[w][3], spots[w][2], w != before))
            before = w
            ids.append(cut.ids[i])
            features.append(cut.features[i])
            if b > spots[w][1] + 1:
                raise ValueError(f"{path}: pieces do not line up at {text!r}")
        made.append(Whole([Example(ids[:250], features[:250], tags[:250])], {}))
    return made


def _conll_tag(tag: str, word: str, first: bool) -> int:
    if word.startswith("@"):
        return IGNORE
    if tag == "O":
        return OPEN
    label = CONLL.get(tag[2:])
    if label is None:
        return OPEN
    return TAGS.index(f"{'B' if tag[0] == 'B' and first else 'I'}-{label}")


def corpus(root: Path) -> tuple[list[Document], list[Document]]:
    """(training, validation): whole documents, each by an author of its own; every eighth is kept apart."""
    docs = load(root)
    kept = [d for d in docs if int(d.path.stem) % 8 == 5]
    return [d for d in docs if d not in kept], kept
