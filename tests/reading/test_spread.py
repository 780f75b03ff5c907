"""A name that is sure in one place is a name in its others; names that hang together are one."""

from __future__ import annotations

import numpy as np

from hallway.reading.encoder.features import CONNECTIONS, TAGS, Pieces
from hallway.reading.encoder.model import Entity, Tagged
from hallway.reading.spread import joined, spread


def tagged(text: str, marks: dict[str, str]) -> Tagged:
    """The text as a network would see it that is sure of `marks` (words → kind) where they first stand, and of nothing else."""
    words: list[tuple[int, int]] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append((start, start + len(word.rstrip(".,"))))
    tags = np.zeros((len(words), len(TAGS)), np.float32)
    tags[:, 0] = 2.0
    for name, kind in marks.items():
        first = text.index(name)
        for i, (a, b) in enumerate(words):
            if first <= a and b <= first + len(name):
                tags[i, TAGS.index(("B-" if a == first else "I-") + kind)] = 9.0
    cut = Pieces(ids=[0] * len(words), offsets=words, words=list(range(len(words))), features=[0] * len(words))
    return Tagged(cut, tags, np.zeros((len(words), len(CONNECTIONS) + 2), np.float32))


def found(text: str, marks: dict[str, str]) -> list[tuple[str, str]]:
    return [(e.kind, text[e.start : e.end]) for e in spread(text, tagged(text, marks))]


def test_a_sure_name_is_found_again() -> None:
    text = "Anna Berg sang. Then Anna Berg left, and Anna Bergson came, and annA Berg, and @Anna Berg too."
    assert found(text, {"Anna Berg": "PER"}) == [("PER", "Anna Berg"), ("PER", "Anna Berg")]


def test_short_and_common_words_are_not_spread() -> None:
    assert found("Al sang. Al left.", {"Al": "PER"}) == [("PER", "Al")]
    assert found("kim sang. kim left. kane sang. kane left.", {"kim": "PER", "kane": "PER"}) == [
        ("PER", "kim"), ("PER", "kane"), ("PER", "kane"),
    ]  # fmt: skip


def test_domains_are_organizations_but_addresses_are_not() -> None:
    text = "He runs Simply-Communicate.com now, mail ute@acme.org or see acme.org/x and No.de there"
    assert found(text, {}) == [("ORG", "Simply-Communicate.com")]


def whole(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    entities = [Entity(kind, text.index(n), text.index(n) + len(n), 0.9) for n, kind in names]
    return [(e.kind, text[e.start : e.end]) for e in joined(text, sorted(entities, key=lambda e: e.start))]


def test_events_are_made_whole() -> None:
    assert whole("at rstudio::conf(2019) now", ("conf", "EVT"), ("2019", "EVT")) == [("EVT", "rstudio::conf(2019)")]
    assert whole("went to the Lantern and Skein Days", ("Days", "EVT")) == [("EVT", "Lantern and Skein Days")]
    assert whole("He left. Skein Days", ("Days", "EVT")) == [("EVT", "Days")]


def test_an_organization_takes_its_town() -> None:
    assert whole("the University of Ghent", ("University of", "ORG"), ("Ghent", "LOC")) == [("ORG", "University of Ghent")]
    assert whole("Acme in Ghent", ("Acme", "ORG"), ("Ghent", "LOC")) == [("ORG", "Acme"), ("LOC", "Ghent")]
