"""The rules' time grows with the text and no faster, whatever is repeated in it."""

from __future__ import annotations

import re

import pytest
from adversarial import PHRASES, seconds

from hallway.reading.cues import cues
from hallway.reading.dates import find_dates
from hallway.reading.events import from_title, occasions
from hallway.reading.followings import known_from_afar
from hallway.reading.metadata import head
from hallway.reading.outcomes import outcomes
from hallway.reading.people import figures, mentions
from hallway.reading.plain import plain
from hallway.reading.roles import said
from hallway.reading.sentences import Sentences
from hallway.reading.skeleton import Token, skeleton
from hallway.reading.teams import teams

NAMES = re.compile(r"\b(?:(?P<P>Anna)|(?P<O>Acme)|(?P<E>Conf))\b")
SIZE = 15_000


def read(text: str) -> None:
    """All rules, with names found by a pattern instead of the network."""
    p = plain(text)
    head(p)
    find_dates(p.text, None)
    from_title(p.text)
    sentences = Sentences(p.text)
    spots = [(m.start(), m.end(), str(m.lastgroup)) for m in NAMES.finditer(p.text)]
    figures(p.text, mentions(p.text, [(a, b, 0.9) for a, b, kind in spots if kind == "P"]))
    occasions(p.text, [(a, b) for a, b, kind in spots if kind == "E"][:200], sentences)
    tokens = [Token(kind, i, a, b) for i, (a, b, kind) in enumerate(spots)]
    skeletons = []
    at = 0
    for s in sentences.all:
        while at < len(tokens) and tokens[at].start < s.start:
            at += 1
        here = tokens[at : at + 2000]
        skeletons.append(skeleton(p.text, s.start, s.end, [t for t in here if t.end <= s.end]))
    teams(skeletons)
    for s, skel in zip(sentences.all, skeletons, strict=True):
        list(said(skel))
        cues(skel)
        outcomes(skel, p.text[s.start : s.end])
        known_from_afar(p.text[s.start : s.end])


@pytest.mark.parametrize("unit", PHRASES)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert seconds(read, unit, SIZE) < 3
