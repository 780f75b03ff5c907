"""Other names for the people and events of a text, so that none is learnt by heart."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import Document, Mark
from naming import KINDS, handle, invent
from occasions import occasion
from recipe import Recipe


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

    def choose(self, name: str, how: Recipe, rng: random.Random) -> dict[str, str]:
        """What the name and its parts become, when they become something else: parts of the corpus mixed anew, or invented."""
        words = name.split()
        if len(words) > 2 or any(not re.fullmatch(r"[\w’'-]+", w) for w in words) or rng.random() < how.as_written:
            return {}
        if rng.random() < how.invented:
            return _anew(words, rng)
        if len(words) == 2:
            return {words[0]: rng.choice(self.first), words[1]: rng.choice(self.last)}
        return {name: rng.choice(self.nick if words[0].islower() else self.first)}

    def rename(
        self, text: str, marks: list[Mark], doc: Document, how: Recipe, rng: random.Random
    ) -> tuple[str, list[Mark]]:
        """The text with some of its people and events renamed, each the same way throughout, and its marks moved along."""
        chosen = {pid: self.choose(row["name"], how, rng) for pid, row in doc.people.items()}
        for eid, row in doc.events.items():
            if rng.random() < how.occasions:
                chosen[eid] = dict.fromkeys((row["name"], row.get("series", row["name"])), occasion(rng))
        return renamed(text, marks, chosen)


def _anew(words: list[str], rng: random.Random) -> dict[str, str]:
    """An invented name, or a handle: rarely for two words, now and then for one, mostly where that is a handle already."""
    luck = rng.random()
    if luck < (0.08 if len(words) == 2 else 0.75 if words[0].islower() else 0.15):
        return dict.fromkeys((" ".join(words), *words), handle(rng))
    made = invent(rng.choice(KINDS), rng)
    if len(words) == 2:
        return {" ".join(words): made.full, words[0]: made.given, words[1]: made.family}
    return {words[0]: made.given.lower() if words[0].islower() else made.given}


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
