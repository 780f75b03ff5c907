"""Pictures: codes in them, and business cards by where their lines stand."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from hallway.formats import picture
from hallway.formats.cards.photographed import Line, understood
from hallway.formats.protocol import Context, Problem
from hallway.model import AffiliationFact, KeyFact, OrganizationFact, PersonFact, Reading

SAMPLE = Path(__file__).parent / "samples" / "picture.png"
LINES = [
    Line("Lys Institute", 0.99, (58, 89, 286, 145)),
    Line("Wilhelmina Oduya", 0.98, (57, 192, 607, 282)),
    Line("Head of Sound", 0.97, (65, 285, 305, 333)),
    Line("w.oduya@lys.example · +45 20 12 34 56", 0.96, (68, 407, 375, 451)),
    Line("www.lys.example/oduya", 0.95, (510, 440, 848, 485)),
]


def test_a_code_is_the_card_that_it_holds() -> None:
    with SAMPLE.open("rb") as stream:
        [card] = picture.read(stream, Context("badge.png"))
    assert isinstance(card, Reading)
    assert [p.name for p in card.all(PersonFact)] == ["Ida Holm"]
    assert (card.source.place or "").startswith("code at 16x16")


def test_a_business_card_tells_where_each_thing_was_read() -> None:
    card = understood(LINES, Context("card.jpg"))
    assert isinstance(card, Reading)
    assert [p.name for p in card.all(PersonFact)] == ["Wilhelmina Oduya"]
    assert [o.name for o in card.all(OrganizationFact)] == ["Lys Institute"]
    assert [a.role for a in card.all(AffiliationFact)] == ["Head of Sound"]
    assert [(k.kind, k.value) for k in card.all(KeyFact)] == [
        ("email", "w.oduya@lys.example"),
        ("phone", "+45 20 12 34 56"),
        ("url", "www.lys.example/oduya"),
    ]
    assert card.source.text.splitlines()[1] == "Wilhelmina Oduya  [57,192 607,282]"
    for fact in card.facts:
        for span in fact.evidence:
            assert span.text == card.source.text[span.start : span.end]


def test_a_card_without_a_name_is_a_problem() -> None:
    assert isinstance(understood(LINES[3:], Context("card.jpg")), Problem)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0nothing", SAMPLE.read_bytes()[:200]])
def test_a_damaged_picture_is_a_problem(data: bytes) -> None:
    [problem] = picture.read(io.BytesIO(data), Context("a.png"))
    assert isinstance(problem, Problem)
    assert "damaged" in problem.what
