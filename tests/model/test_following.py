"""How long I had followed somebody when we met, as vague as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model import When
from hallway.model.following import how, how_long_before, in_words


@pytest.mark.parametrize(
    ("since", "met", "long"),
    [
        ("2004-10-01", "2007-10-04", "for three years"),
        ("2004", "2007-10-04", "for about three years"),
        ("2004~", "2007-10-04", "for about three years"),
        ("2005", "2007-10-04", "for about two years"),
        ("2007-02", "2007-10-04", "for about eight months"),
        ("2007-09-20", "2007-10-04", "for two weeks"),
        ("2007-10-03", "2007-10-04", "for a day"),
        ("2006-10-04", "2007-10-04", "for a year"),
        ("2007-10-01", "2007-10-02/2007-10-04", "for about two days"),
        ("../2004", "2007-10-04", "for at least two years"),
        ("../2007-10-01", "2007-10-04", "for at least three days"),
        ("199X", "2007-10-04", "for at least seven years"),
        ("2001/2005", "2007-10-04", "for at least a year"),
        ("2007", "2007-10-04", "perhaps for up to ten months"),
        ("1985-05-05", "2007-10-04", "for 22 years"),
        ("2008", "2007-10-04", None),
        ("2007-10-04", "2007-10-04", None),
        ("../2026-11-24", "2007-10-04", None),
        ("2005/..", "2007-10-04", "perhaps for up to three years"),
    ],
)
def test_how_long(since: str, met: str, long: str | None) -> None:
    assert how_long_before(When(since), When(met)) == long


@pytest.mark.parametrize(
    ("words", "did"),
    [
        ("I read her podcast blog", "read"),
        ("listened to for years", "listened to"),
        ("her podcast", "listened to"),
        ("I watch his videos", "watched"),
        ("followed on the list", "followed"),
        ("their feed", "read"),
    ],
)
def test_how(words: str, did: str) -> None:
    assert how(words) == did


@given(st.floats(0, 40_000))
def test_any_number_of_days_has_words(days: float) -> None:
    assert in_words(days).split()[-1].rstrip("s") in ("year", "month", "week", "day")
