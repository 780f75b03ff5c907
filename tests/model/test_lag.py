"""How long it took, no more exactly than is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.model.lag import Lag, lag, middle, told


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("2007-10-01", "2007-10-11", Lag(10, 10)),
        ("2007-10", "2008-05", Lag(183, 243)),
        ("2007", "2007", Lag(0, 364)),
        ("2007-10-15/2007-10-20", "2007-10-20", Lag(0, 5)),
        ("2008", "2007", None),
        ("2007-10-01", "2007-11/..", Lag(31, None)),
        ("../2007-10-01", "2008-01-01", Lag(92, None)),
    ],
)
def test_between_two_dates(first: str, then: str, found: Lag | None) -> None:
    assert lag(first, then) == found


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("six months later", (5.5, 6.5)),
        ("a call 6 months after", (5.5, 6.5)),
        ("half a year later", (3, 9)),
        ("one and a half years", (15, 21)),
        ("two and a half years", (27, 33)),
        ("a year later", (6, 18)),
        ("a couple of months on", (1.5, 2.5)),
    ],
)
def test_in_words(words: str, months: tuple[float, float]) -> None:
    found = told(words)
    assert found
    assert (found.least / 30.44, (found.most or 0) / 30.44) == pytest.approx(months, rel=0.01)


@pytest.mark.parametrize("words", ["", "the following spring", "much later", "monthly"])
def test_words_without_a_number_say_nothing(words: str) -> None:
    assert told(words) is None


def test_the_middle_of_vague_lags() -> None:
    assert middle([]) is None
    assert middle([Lag(1, 2), Lag(10, 20), Lag(5, 8)]) == Lag(5, 8)
    assert middle([Lag(1, 2), Lag(10, None)]) == Lag(5.5, None)


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(days, st.integers(0, 3000), st.booleans(), st.booleans())
def test_the_truth_is_within_the_bounds(first: date, after: int, vague_first: bool, vague_then: bool) -> None:
    then = first + timedelta(days=after)
    found = lag(f"{first:%Y-%m}" if vague_first else str(first), f"{then:%Y}" if vague_then else str(then))
    assert found
    assert found.most is not None
    assert found.least <= after <= found.most
