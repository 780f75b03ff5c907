"""Which names in one text mean the same person."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.reading.people import figures, mentions


def spans(text: str, names: list[str]) -> list[tuple[int, int, float]]:
    """Where the names stand, the longest first, as a tagger would say."""
    found: list[tuple[int, int, float]] = []
    for name in sorted(names, key=len, reverse=True):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b, _ in found):
                found.append((m.start(), m.end(), 0.9))
    return sorted(found)


def people(text: str, *names: str) -> dict[str, list[str]]:
    found = figures(text, mentions(text, spans(text, list(names))))
    assert len({f.name for f in found}) == len(found), "two people of one name"
    return {f.name: [text[m.start : m.end] for m in f.mentions] for f in found}


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Elizabeth Albrycht came. Elizabeth sang.", ["Elizabeth Albrycht", "Elizabeth"], {"Elizabeth Albrycht": ["Elizabeth Albrycht", "Elizabeth"]}),
        ("Liz came. Elizabeth Albrycht sang.", ["Elizabeth Albrycht", "Liz"], {"Elizabeth Albrycht": ["Liz", "Elizabeth Albrycht"]}),
        ("A. Berg, then Anna Berg, then Ms Berg.", ["A. Berg", "Anna Berg", "Ms Berg"], {"Anna Berg": ["A. Berg", "Anna Berg", "Ms Berg"]}),
        ("Anna\nBerg", ["Anna\nBerg"], {"Anna": ["Anna"], "Berg": ["Berg"]}),
        ("In the evening we all had dinner in town with Anna\nBerg.", ["Anna\nBerg"], {"Anna Berg": ["Anna\nBerg"]}),
        ("Nicky and Andy Wake", ["Nicky", "Andy Wake"], {"Nicky Wake": ["Nicky"], "Andy Wake": ["Andy Wake"]}),
        ("Nicky and Andy Wake", ["Nicky and Andy Wake"], {"Nicky Wake": ["Nicky"], "Andy Wake": ["Andy Wake"]}),
        ("Uta und Dr. Jörg Wake", ["Uta", "Dr. Jörg Wake"], {"Uta Wake": ["Uta"], "Dr. Jörg Wake": ["Dr. Jörg Wake"]}),
        ("Alex and Sandra Smith", ["Alex", "Sandra Smith"], {"Alex Smith": ["Alex"], "Sandra Smith": ["Sandra Smith"]}),
        ("Kim and Seidl-Moor", ["Kim", "Seidl-Moor"], {"Kim": ["Kim"], "Seidl-Moor": ["Seidl-Moor"]}),
        ("Kim and @andy_wake", ["Kim", "@andy_wake"], {"Kim": ["Kim"], "@andy_wake": ["@andy_wake"]}),
        ("Nicky Jones. Nicky and Andy Wake.", ["Nicky Jones", "Nicky", "Andy Wake"], {"Nicky Jones": ["Nicky Jones", "Nicky"], "Andy Wake": ["Andy Wake"]}),
        ("Ann, Kim and Andy Wake", ["Ann", "Kim", "Andy Wake"], {"Ann": ["Ann"], "Kim": ["Kim"], "Andy Wake": ["Andy Wake"]}),
        ("Tom and Tom Wade", ["Tom", "Tom Wade"], {"Tom": ["Tom"], "Tom Wade": ["Tom Wade"]}),
        ("Tom Wade. Tom sat. Tom Berg. Tom left.", ["Tom Wade", "Tom Berg", "Tom"], {"Tom Wade": ["Tom Wade", "Tom"], "Tom Berg": ["Tom Berg", "Tom"]}),
        ("Jos Boumans (tormy). tormy.", ["Jos Boumans", "tormy"], {"Jos Boumans": ["Jos Boumans", "tormy", "tormy"]}),
        ("tormy (Jos Boumans)", ["Jos Boumans", "tormy"], {"Jos Boumans": ["tormy", "Jos Boumans"]}),
        ("Hanselnator (aka Mr. Quill)", ["Hanselnator", "Quill"], {"Hanselnator": ["Hanselnator", "Quill"]}),
        ("Sam Clemens, better known as Mark Twain", ["Sam Clemens", "Mark Twain"], {"Sam Clemens": ["Sam Clemens", "Mark Twain"]}),
        ("Anna Berg (Tom Wade)", ["Anna Berg", "Tom Wade"], {"Anna Berg": ["Anna Berg"], "Tom Wade": ["Tom Wade"]}),
        ("Ana Ruiz y Zoë Ãngström", ["Ana Ruiz y Zoë Ãngström"], {"Ana Ruiz": ["Ana Ruiz"], "Zoë Ãngström": ["Zoë Ãngström"]}),
        ("李明 and 王芳", ["李明", "王芳"], {"李明": ["李明"], "王芳": ["王芳"]}),
        ("Chris. Chris.", ["Chris"], {"Chris": ["Chris", "Chris"]}),
        ("Dr. 12 –", ["Dr.", "12", "–"], {}),
        ("", [], {}),
    ],
)  # fmt: skip
def test_who_is_who(text: str, names: list[str], found: dict[str, list[str]]) -> None:
    assert people(text, *names) == found


def test_two_of_one_first_name_side_by_side_are_two() -> None:
    text = "Chris and Chris came."
    assert len(figures(text, mentions(text, spans(text, ["Chris"])))) == 2


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("hi @kd_lang2!", "kd", "@kd_lang2"),
        ("hi @tormy", "tormy", "@tormy"),
        ("saw zed_prime there", "_prime", "zed_prime"),
        ("Anna's", "Anna's", "Anna"),
        ("(Anna)", "Anna", "Anna"),
    ],
)
def test_mentions_are_whole_names(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    (found,) = mentions(text, [(start, start + len(part), 0.9)])
    assert (found.text, text[found.start : found.end], found.score) == (whole, whole, 0.9)


@pytest.mark.parametrize(
    "text", ["L", "Dr.", "IMG_0447", "DSC00012", "PodCamp '08", "2019", "Mix07", "GitHub", "R Markdown"]
)
def test_what_no_name_looks_like(text: str) -> None:
    assert mentions(text, [(0, len(text), 0.9)]) == []


FORMS = [
    "Anna",
    "Anna Berg",
    "A. Berg",
    "Berg",
    "Dr. Berg",
    "Tom",
    "Tom Wade",
    "T. Wade",
    "Liz",
    "Elizabeth",
    "Elizabeth Ray",
    "@tormy",
    "Kane",
    "Seidl-Moor",
    "李明",
]
JOINS = [" and ", ", ", " (", ") ", ". ", " aka ", "\n", " & ", " met ", "\n\n"]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(JOINS)), max_size=25))
def test_every_mention_has_one_owner(parts: list[tuple[str, str]]) -> None:
    text, given_spans = "", []
    for name, join in parts:
        given_spans.append((len(text), len(text) + len(name), 0.9))
        text += name + join
    found = mentions(text, given_spans)
    owned = [m for f in figures(text, found) for m in f.mentions]
    assert sorted(m.start for m in owned) == [m.start for m in found]
    assert all(f.mentions and f.score == 0.9 for f in figures(text, found))


def test_a_list_of_thousands_takes_no_longer_than_it_must() -> None:
    dice = random.Random(7)
    syllables = ["ba", "do", "ki", "lu", "ma", "ne", "ri", "so", "ta", "vu"]

    def name() -> str:
        return "".join(dice.choices(syllables, k=3)).capitalize()

    text = "\n".join(f"{name()} {name()}, {name()}" for _ in range(3000))
    found = mentions(text, [(m.start(), m.end(), 0.9) for m in re.finditer(r"\w+(?: \w+)?", text)])
    begun = time.process_time()
    assert len(figures(text, found)) > 2000
    assert time.process_time() - begun < 5
