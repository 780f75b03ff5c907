"""Sentences with their names replaced by marks."""

from __future__ import annotations

import re

import pytest

from hallway.reading.skeleton import LIST, Token, numbers, skeleton

TEXT = "Ute met Marc of Acme. Marc left."


def test_names_become_marks() -> None:
    tokens = [Token("P", 1, 0, 3), Token("P", 0, 8, 12), Token("O", 0, 16, 20), Token("P", 0, 22, 26)]
    s = skeleton(TEXT, 0, 21, tokens)
    assert (s.text, s.start, s.end, s.tokens) == ("⟦P1⟧ met ⟦P0⟧ of ⟦O0⟧.", 0, 21, tuple(tokens[:3]))
    assert (s.people(), s.has("O"), s.has("E")) == ([1, 0], True, False)


def test_of_two_names_in_one_place_the_first_counts_and_half_a_name_none() -> None:
    tokens = [Token("P", 0, 8, 12), Token("O", 0, 8, 10), Token("O", 1, 10, 12), Token("O", 2, 16, 20)]
    assert skeleton(TEXT, 4, 18, tokens).text == "met ⟦P0⟧ of Ac"


def test_numbers_come_once_and_in_order() -> None:
    assert numbers("⟦P3⟧, ⟦P1⟧, ⟦O2⟧ and ⟦P3⟧") == [3, 1]
    assert numbers("⟦P3⟧ ⟦O2⟧", "O") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "⟦P0⟧", "⟦P0⟧, ⟦P1⟧ and ⟦P2⟧", "⟦P0⟧ & ⟦P1⟧", "⟦P0⟧/⟦P1⟧", "⟦P0⟧ (of Acme), ⟦P1⟧; ⟦P2⟧, and the ⟦P3⟧", "⟦P0⟧ und ⟦P1⟧", "⟦P0⟧ plus also ⟦P1⟧",
    ],
)  # fmt: skip
def test_an_enumeration_is_found_whole(text: str) -> None:
    found = re.finditer(LIST, f"with {text} there")
    assert [m[0].strip() for m in found] == [text]
