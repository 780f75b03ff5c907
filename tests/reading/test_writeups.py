"""Whole write-ups of many kinds, read by the shipped reader: how many of their people are understood as a friend would."""

from __future__ import annotations

import pytest
from writeups import FOLDER, Score, load, score

from hallway.reading.local import LocalReader


@pytest.fixture(scope="module")
def told() -> Score:
    return score([load(f) for f in sorted(FOLDER.rglob("*.txt"))], LocalReader())


def test_people_are_found(told: Score) -> None:
    assert told.people_f1 > 0.9, told


def test_how_they_were_met_is_understood(told: Score) -> None:
    assert told.met_f1 > 0.75, told


def test_few_are_said_to_be_met_who_were_not(told: Score) -> None:
    assert told.falsely_met < 0.12, told
