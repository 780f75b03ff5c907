"""Sentences, bullets and captions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.reading.sentences import LONGEST, Sentences, split

PIECES = st.sampled_from(
    [
        "Anna",
        "met",
        ". ",
        "? ",
        "...",
        "!",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "Dr. ",
        "e.g. ",
        "J. ",
        "“",
        "”",
        ")",
        " ",
        "é",
        "。",
        "\t",
    ]
)


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=60).map("".join))
def test_sentences_are_in_order_inside_the_text_and_lose_no_word(text: str) -> None:
    found = split(text)
    assert found
    at = 0
    for s in found:
        assert at <= s.start <= s.end <= len(text)
        assert not any(c.isalpha() for c in text[at : s.start])
        at = s.end
    assert not any(c.isalpha() for c in text[at:])
    assert [s.block for s in found] == sorted(s.block for s in found)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I met Anna. It rained! Did it? Yes… So.", ["I met Anna.", "It rained!", "Did it?", "Yes…", "So."]),
        ("Dr. Berg met Prof. Wade and J. Roe vs. Ben.", ["Dr. Berg met Prof. Wade and J. Roe vs. Ben."]),
        ("See e.g. Anna, i.e. Ben etc. and Cem.", ["See e.g. Anna, i.e. Ben etc. and Cem."]),
        ("Am 12. Mai beim 7. BarCamp. Dann heim.", ["Am 12. Mai beim 7. BarCamp.", "Dann heim."]),
        ('He said "Yes." Then he left.', ['He said "Yes."', "Then he left."]),
        ("Anna 3.5 came. éloïse x", ["Anna 3.5 came.", "éloïse x"]),
        ("People:\n- Anna Berg\n* Ben\n1. Cem\n10) Dov", ["People:", "Anna Berg", "Ben", "Cem", "Dov"]),
        ("Anna\n\nBen\n   \nCem", ["Anna", "Ben", "Cem"]),
        ("Anna\nBerg", ["Anna\nBerg"]),
        ("我見到安娜。很好！", ["我見到安娜。", "很好！"]),
        ("   ", ["   "]),
        ("...", ["..."]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_sentence_without_an_end_is_cut_where_it_can_be() -> None:
    assert [len(s) for s in cut("x" * 5000)] == [LONGEST, LONGEST, 1000]
    lines = cut("Anna Berg of Acme\n" * 300)
    assert {line.split("\n")[0] for line in lines} == {"Anna Berg of Acme"}
    assert "".join(lines).count("Anna") == 300


def test_positions() -> None:
    text = "One. Two.\n\nThree. Four. Five."
    s = Sentences(text)
    assert [text[s.at(i).start : s.at(i).end] for i in (0, 3, 5, 10, 11, 29)] == [
        "One.",
        "One.",
        "Two.",
        "Two.",
        "Three.",
        "Five.",
    ]
    assert [s.index(i) for i in (0, 5, 11, 29)] == [0, 1, 2, 4]
    low, high = s.near(20, 1, 1)
    assert text[low:high] == "Three. Four. Five."
    low, high = s.near(11, 1, 0)
    assert text[low:high] == "Three."
