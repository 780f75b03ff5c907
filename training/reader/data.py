"""Training examples for the reader: our corpus and the public tweets, in word pieces with labels."""

from __future__ import annotations

import random
import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document, Mark, load
from naming import KINDS as NAME_KINDS
from naming import handle, invent

from hallway.reading.encoder.features import CONNECTIONS, TAGS, WINDOW, pieces, windows
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
LAP = 24
"""How many pieces two windows share while training."""
SMOOTH = 0.05
MASK, MASKED = 103, 0.06
"""The [MASK] piece, and how many pieces of a text it hides while training, so that no single word is leant on."""
OPEN = -200
"""A piece that the tweets call O, which may be an event: those were not marked there."""
UNHEARD = 0.12
"""How many mentions that decide nothing are left out of a person while training: a reader overlooks some as well."""
LOWER, LOWER_TWEET, BARE = 0.06, 0.08, 0.15
"""How many texts and tweets are put in lower case, and how many handles of tweets lose their @."""
Row = tuple[str, str]
"""A word of a tweet and its tag."""


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
    """One document; with `swap`, people are renamed, its case changed now and then, and its windows begin anywhere."""
    text, marks = plain_marks(doc)
    if swap:
        text, marks = pool.rename(text, marks, doc, swap)
        if swap.random() < LOWER:
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
    if swap:
        mentions = [m for m in mentions if m[3] or swap.random() > UNHEARD]
    spans = shifted(len(cut.ids), swap) if swap else windows(len(cut.ids))
    made = []
    for start, end in spans:
        here = [(p, a - start, b - start, d) for p, a, b, d in mentions if a >= start and b <= end]
        made.append(Example(ids[start:end], cut.features[start:end], tags[start:end], here))
    seen = {m[0] for w in made for m in w.mentions}
    people = {p: target(row) for p, row in doc.people.items() if p in seen}
    return Whole(made, people, f"{doc.hand}/{doc.path.stem}")


def shifted(size: int, rng: random.Random) -> list[tuple[int, int]]:
    """Windows for training: cut anew each time, and with less overlap than when reading, which saves a quarter of the work."""
    if size <= WINDOW:
        return [(0, size)] if size else []
    first = rng.randint(WINDOW // 2, WINDOW)
    rest = windows(size - first + LAP, WINDOW, LAP)
    return [(0, first), *((first + a - LAP, first + b - LAP) for a, b in rest)]


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

    def choose(self, name: str, rng: random.Random) -> dict[str, str]:
        """What the name and its parts become, when they become something else: parts of the corpus mixed anew, or invented."""
        words = name.split()
        luck = rng.random()
        if luck < 0.4 or len(words) > 2 or any(not re.fullmatch(r"[\w’'-]+", w) for w in words):
            return {}
        made = invent(rng.choice(NAME_KINDS), rng)
        if len(words) == 2:
            if luck < 0.65:
                return {words[0]: rng.choice(self.first), words[1]: rng.choice(self.last)}
            return {name: made.full, words[0]: made.given, words[1]: made.family}
        if words[0].islower():
            return {name: handle(rng) if luck > 0.65 else rng.choice(self.nick)}
        return {name: handle(rng) if luck > 0.9 else made.given if luck > 0.65 else rng.choice(self.first)}

    def rename(self, text: str, marks: list[Mark], doc: Document, rng: random.Random) -> tuple[str, list[Mark]]:
        """The text with some of its people renamed, each the same way throughout, and its marks moved along."""
        return renamed(text, marks, {pid: self.choose(row["name"], rng) for pid, row in doc.people.items()})


def renamed(text: str, marks: list[Mark], chosen: dict[str, dict[str, str]]) -> tuple[str, list[Mark]]:
    """The text with each person's names replaced: a whole mention where it is given, else word by word."""
    out: list[str] = []
    moved: list[Mark] = []
    at = size = 0
    for m in sorted(marks, key=lambda m: m.start):
        if m.start < at:
            continue
        surface = text[m.start : m.end]
        names = chosen.get(m.label, {})
        new = names.get(surface) or " ".join(names.get(w, w) for w in surface.split(" "))
        out.append(text[at : m.start])
        size += m.start - at
        moved.append(Mark(size, size + len(new), m.label, m.decisive))
        out.append(new)
        size += len(new)
        at = m.end
    out.append(text[at:])
    return "".join(out), moved


def read_tweets(path: Path) -> list[list[Row]]:
    """A CoNLL file of tweets: people, organizations and places are marked, events are not."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    tweets = [[line.split("\t") for line in block.splitlines() if "\t" in line] for block in blocks]
    return [[(r[0], r[-1].strip()) for r in rows if r[0]] for rows in tweets if rows]


def tweet(rows: list[Row], tokenizer: Any, swap: random.Random) -> Whole:
    """One tweet as an example, handles written together again (`@` and what follows it), and some of them without the @."""
    text, tags = "", []
    lower = swap.random() < LOWER_TWEET
    for i, (word, tag) in enumerate(rows):
        word = word.lower() if lower else word
        after = rows[i + 1][1] if i + 1 < len(rows) else "O"
        handled = i > 0 and rows[i - 1][0] == "@"
        if word == "@" and after[0] == "B":
            if swap.random() < BARE:
                continue
            tag = after
        elif handled and tag[0] == "B" and text.endswith("@"):
            tag = f"I{tag[1:]}"
        unmarked = tag == "O" and (word.startswith("@") or handled)
        glue = "" if not text or (handled and text.endswith("@")) else " "
        tags.append((len(text) + len(glue), _conll_tag("?" if unmarked else tag)))
        text += glue + word
    cut = pieces(tokenizer, text)
    starts = [a for a, _ in tags]
    made: list[int] = []
    last = -1
    for a, _ in cut.offsets:
        w = bisect_right(starts, a) - 1
        label = tags[w][1]
        made.append(label + 1 if w == last and label > 0 and TAGS[label].startswith("B") else label)
        last = w
    return Whole([Example(cut.ids[:WINDOW], cut.features[:WINDOW], made[:WINDOW])], {})


def _conll_tag(tag: str) -> int:
    """`?` is a handle that was not marked, which says nothing."""
    if tag == "?":
        return IGNORE
    label = CONLL.get(tag[2:])
    return OPEN if label is None else TAGS.index(f"{tag[0]}-{label}")


def corpus(root: Path) -> tuple[list[Document], list[Document]]:
    """(training, validation): whole documents, each by an author of its own; every eighth is kept apart."""
    docs = load(root)
    kept = [d for d in docs if int(d.path.stem) % 8 == 5]
    return [d for d in docs if d not in kept], kept
