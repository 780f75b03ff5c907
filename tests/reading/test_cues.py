"""Plain words for how two people connected."""

from __future__ import annotations

import pytest
from rules import marked

from hallway.reading.cues import cues
from hallway.reading.phrases import CONTACT


def best(text: str) -> dict[int, str]:
    return {person: max(labels, key=lambda k: labels[k]) for person, labels in cues(marked(text)).items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I finally met P0 and P1.", {0: "new", 1: "new"}),
        ("Met P0", {0: "new"}),
        ("new faces: P0, P1", {0: "new", 1: "new"}),
        ("Brand new: P0, who draws. P1 sang.", {0: "new"}),
        ("Old friends: P0 and P1", {0: "renewed", 1: "renewed"}),
        ("Sponsors: P0", {}),
        ("P0 introduced herself.", {0: "new"}),
        ("I caught up with P0.", {0: "renewed"}),
        ("my old friend P0", {0: "renewed"}),
        ("saw P0 again", {0: "renewed"}),
        ("said hello to P0", {0: "fleeting"}),
        ("talked to P0 briefly", {0: "fleeting"}),
        ("P0 and I shared a cab", {0: "cemented"}),
        ("our room-mate P0", {0: "cemented"}),
        ("a long chat with P0", {0: CONTACT}),
        ("P0 and P1 told me a joke, and P2 sang", {0: CONTACT, 1: CONTACT}),
        ("P0's keynote was good", {0: "none"}),
        ("according to P0", {0: "none"}),
        ("the weather was fine, P0", {}),
        ("I met O0", {}),
    ],
)
def test_cues(text: str, found: dict[int, str]) -> None:
    assert best(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I didn't meet P0.", "I did not meet P0.", "I didn't get to meet P0.", "I did not manage to meet P0.", "I couldn't meet P0.", "I never met P0.",
        "I was not able to meet P0.", "no time to meet P0", "I never got to meet P0.", "I hope to meet P0.", "We missed meeting P0.", "too shy to talk to P0",
    ],
)  # fmt: skip
def test_a_meeting_that_was_not_is_never_taken_for_one(text: str) -> None:
    assert set(cues(marked(text))[0]) == {"none"}
