"""Sentences with their names marked by hand: P0 is a person, O0 an organization, E0 an event, L0 a place."""

from __future__ import annotations

import re

import numpy as np

from hallway.model import Reading, Source, When
from hallway.reading.draft import Draft
from hallway.reading.encoder.features import CONNECTIONS, TAGS, Pieces
from hallway.reading.encoder.model import Seen
from hallway.reading.events import occasions
from hallway.reading.lists.items import cuts, listings
from hallway.reading.metadata import head
from hallway.reading.people import figures, mentions
from hallway.reading.plain import plain
from hallway.reading.sentences import Sentences
from hallway.reading.skeleton import Skeleton
from hallway.reading.spread import spread


def marked(text: str) -> Skeleton:
    """`P0 of O1` → `⟦P0⟧ of ⟦O1⟧`."""
    out = re.sub(r"\b([POEL]\d+)\b", r"⟦\1⟧", text)
    return Skeleton(out, 0, len(text), ())


def tagged(text: str, marks: dict[str, str], everywhere: bool = True) -> Seen:
    """The text as a network would see it that is sure of `marks` (words → kind) wherever they stand (or only where they
    first do), of nothing else, and thinks that nobody was met."""
    words = [m.span() for m in re.finditer(r"[\w@'’&:-]+(?:\.\w+)*", text)]
    tags = np.zeros((len(words), len(TAGS)), np.float32)
    tags[:, 0] = 2.0
    for name, kind in marks.items():
        spots = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
        for m in spots if everywhere else spots[:1]:
            for i, (a, b) in enumerate(words):
                if m.start() <= a and b <= m.end():
                    tags[i, TAGS.index(("B-" if a == m.start() else "I-") + kind)] = 9.0
    ties = np.zeros((len(words), len(CONNECTIONS) + 2), np.float32)
    ties[:, 0], ties[:, 5] = 3.0, -3.0
    cut = Pieces(ids=[0] * len(words), offsets=words, words=list(range(len(words))), features=[0] * len(words))
    return Seen(cut, tags, ties)


def drafted(text: str, marks: dict[str, str], written: When | None = None) -> Reading:
    """The reading that the rules make of a text whose names are known."""
    p = plain(text)
    top = head(p)
    network = tagged(p.text, marks)
    lists = listings(p.text)
    entities = spread(p.text, network, lists)
    people = figures(p.text, mentions(p.text, [(e.start, e.end, e.score) for e in entities if e.kind == "PER"]))
    sentences = Sentences(p.text, cuts(lists))
    events = occasions(p.text, [(e.start, e.end) for e in entities if e.kind == "EVT"], sentences)
    source = Source("d.md", text, "diary", top.author, top.written or written)
    return Draft(p, source, top, network, sentences, people, events, entities, lists).reading()
