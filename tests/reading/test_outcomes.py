"""What came of meeting, what was recorded, what somebody is after."""

from __future__ import annotations

import pytest
from rules import drafted, marked

from hallway.model import OutcomeFact
from hallway.reading.outcomes import meant, outcomes, subjects

Told = list[tuple[str, int | None, str | None]]


def told(text: str) -> Told:
    return [(f.what, f.person, f.detail) for f in outcomes(marked(text), text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six months later P0 became a client.", [("outcome", 0, "Six months later")]),
        ("P0 hired me the following spring.", [("outcome", 0, "the following spring")]),
        ("P0 and I now run a podcast together.", [("outcome", 0, None)]),
        ("It led to a contract.", [("outcome", None, None)]),
        ("P0 ist heute Kunde.", [("outcome", 0, None)]),
        ("The photo was taken by P0.", [("clip", 0, "photo")]),
        ("Video clip shot by P0 on his recorder.", [("clip", 0, "video")]),
        ("Photo: P0", [("clip", 0, "photo")]),
        ("P0's slides are online", [("clip", 0, "slides")]),
        ("a recording by P0", [("clip", 0, "audio")]),
        ("P0 came.", []),
        ("The photo shows P0.", []),
        ("P0 runs into me", []),
        ("P0 wants his money", []),
    ],
)
def test_outcomes_and_clips(text: str, found: Told) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("P0 needs help with podcasts.", "need", "needs help with podcasts"),
        ("P0, who is still looking for a job at O0, sang.", "need", "is still looking for a job at ⟦O0⟧, sang"),
        ("P0 could use a mentor; P1 left", "need", "could use a mentor"),
        ("P0 sucht einen Job", "need", "sucht einen Job"),
        ("P0 makes chairs.", "offer", "makes chairs"),
        ("P0 runs O0", "offer", "runs ⟦O0⟧"),
        ("P0 baut Orgeln", "offer", "baut Orgeln"),
    ],
)
def test_needs_and_offers(text: str, what: str, words: str) -> None:
    assert [(f.what, f.person, f.words) for f in outcomes(marked(text), text)] == [(what, 0, words)]


def test_subjects() -> None:
    assert subjects(marked("P0 and P1 told P2")) == [0, 1]
    assert subjects(marked("I told P2")) == []


def test_a_pronoun_means_the_one_person_of_the_sentence_before() -> None:
    assert meant(marked("She became a client."), marked("P3 asked me in L0.")) == 3
    assert meant(marked("She became a client."), marked("P3 asked P1.")) is None
    assert meant(marked("She became a client of P1."), marked("P3 asked me.")) is None
    assert meant(marked("It led to a client."), marked("P3 asked me.")) is None
    assert meant(marked("She became a client."), None) is None


@pytest.mark.parametrize(("gap", "person"), [(" ", "p0"), ("\n\n", None)])
def test_an_outcome_told_in_the_next_sentence(gap: str, person: str | None) -> None:
    text = f"Ursina Caflisch asked me whether I train engineers.{gap}She became a client six months later."
    [found] = drafted(text, {"Ursina Caflisch": "PER"}).all(OutcomeFact)
    assert (found.person, found.lag, found.evidence[-1].text) == (
        person,
        "six months later",
        "She became a client six months later.",
    )
