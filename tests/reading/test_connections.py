"""How the author connected with somebody: the network's judgement, and plain words that overrule it."""

from __future__ import annotations

import pytest

from hallway.model import Connection
from hallway.reading.connections import Verdict, decide, weigh
from hallway.reading.people import Figure, Mention
from hallway.reading.phrases import CONTACT
from hallway.reading.sentences import Sentences
from hallway.reading.tagged import Tie

EVEN = dict.fromkeys(("none", "fleeting", "new", "renewed", "cemented"), 0.2)


def judged(
    text: str, likely: dict[str, float], said: dict[str, float], mate: bool = False, followed: float = 0.1
) -> Verdict:
    start = text.index("Anna")
    figure = Figure("Anna", [Mention("Anna", start, start + 4, 0.9)])
    return decide(text, figure, Tie(EVEN | likely, followed, (1.0,)), [Sentences(text).at(start)], mate, [said])


def test_weighing_keeps_a_distribution_and_words_move_it() -> None:
    for said in ({}, {"new": 2.0}, {"none": 2.0}, {CONTACT: 2.0}):
        assert sum(weigh(EVEN, [said]).values()) == pytest.approx(1)
    assert weigh(EVEN, [{"new": 2.0}])["new"] > weigh(EVEN, [])["new"]
    assert weigh(EVEN, [{CONTACT: 2.0}])["none"] < weigh(EVEN, [])["none"]
    assert weigh(EVEN, [{}, {"none": 2.0}])["none"] > weigh(EVEN, [])["none"]


@pytest.mark.parametrize(
    "said", ["couldn't make it", "was ill", "had to cancel", "stayed home", "konnte leider nicht", "no pudo"]
)
def test_who_was_absent_was_not_met(said: str) -> None:
    verdict = judged(f"Anna {said}.", {"none": 0.01, "new": 0.9}, {})
    assert (verdict.kind, verdict.status) == (Connection.NONE, "absent")


@pytest.mark.parametrize(
    "said", ["I missed", "Sorry I missed", "I did not get to meet", "I never got to meet", "I was too shy to talk to"]
)
def test_who_was_missed_was_not_met(said: str) -> None:
    verdict = judged(f"{said} Anna.", {"none": 0.01, "new": 0.9}, {})
    assert (verdict.kind, verdict.status) == (Connection.NONE, "missed")


def test_a_missed_talk_is_not_a_missed_person() -> None:
    assert judged("I missed Anna's talk.", {}, {}).status is None


def test_contact_told_elsewhere_outweighs_absence() -> None:
    assert judged("Anna was ill.", {"none": 0.01, "renewed": 0.9}, {"renewed": 2.0}).kind is Connection.RENEWED


def test_a_mate_is_a_tie_even_where_nothing_else_is_said() -> None:
    assert judged("Anna did it.", {"none": 0.9}, {}, mate=True).kind is Connection.CEMENTED
    assert judged("Anna did it.", {"none": 0.99}, {}).kind is Connection.NONE
    assert judged("Anna was ill.", {"none": 0.9}, {}, mate=True).kind is Connection.NONE


@pytest.mark.parametrize(
    ("text", "likely", "followed", "found"),
    [
        ("Having read her blog for years I met Anna.", {"new": 0.9}, 0.1, True),
        ("I met Anna.", {"new": 0.9}, 0.9, True),
        ("I met Anna.", {"new": 0.9}, 0.1, False),
        ("I read Anna's blog.", {"none": 0.99}, 0.5, True),
        ("I saw Anna again.", {"renewed": 0.9}, 0.9, False),
    ],
)
def test_followed_before(text: str, likely: dict[str, float], followed: float, found: bool) -> None:
    assert judged(text, likely, {}, followed=followed).followed is found
