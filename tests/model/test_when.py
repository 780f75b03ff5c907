"""Vague dates keep their promises: bounds in order, overlap symmetric, nonsense refused."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hallway.model import When
from hallway.model.when import span, week_of

years = st.integers(1, 9999).map(lambda y: f"{y:04}")
months = st.tuples(years, st.integers(1, 12)).map(lambda t: f"{t[0]}-{t[1]:02}")
seasons = st.tuples(st.integers(1, 9998), st.integers(21, 24)).map(lambda t: f"{t[0]:04}-{t[1]}")
days = st.dates().map(lambda d: d.isoformat())
decades = st.integers(1, 999).map(lambda n: f"{n:03}X")
centuries = st.integers(1, 99).map(lambda n: f"{n:02}XX")
points = st.one_of(years, months, seasons, days, decades, centuries)
vague = st.tuples(points, st.sampled_from(["", "?", "~", "%"])).map("".join)


@st.composite
def whens(draw: st.DrawFn) -> When:
    if draw(st.booleans()):
        return When(draw(vague))
    first, last = (
        draw(
            st.one_of(vague, st.just("..")),
        ),
        draw(st.one_of(vague, st.just(".."))),
    )
    try:
        return When(f"{first}/{last}")
    except ValueError:
        assume(False)
        raise


@given(whens())
def test_earliest_is_never_after_latest(when: When) -> None:
    assert when.earliest <= when.latest


@given(whens(), whens())
def test_overlap_is_symmetric_and_reflexive(a: When, b: When) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(a)


@given(st.dates(), st.dates())
def test_a_span_means_exactly_its_days(a: date, b: date) -> None:
    first, last = min(a, b), max(a, b)
    found = span(first, last)
    assert (found.earliest, found.latest) == (first, last)


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_week_runs_from_monday_to_sunday_around_its_day(day: date) -> None:
    monday, sunday = week_of(day)
    assert (monday.weekday(), sunday.weekday(), (sunday - monday).days) == (0, 6, 6)
    assert monday <= day <= sunday


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2007-10-04", date(2007, 10, 4), date(2007, 10, 4)),
        ("2007-21", date(2007, 3, 1), date(2007, 5, 31)),
        ("2007-24", date(2007, 12, 1), date(2008, 2, 29)),
        ("200X", date(2000, 1, 1), date(2009, 12, 31)),
        ("2005-10~", date(2005, 10, 1), date(2005, 10, 31)),
        ("2005-10/2007", date(2005, 10, 1), date(2007, 12, 31)),
        ("../2007", date.min, date(2007, 12, 31)),
        ("2007/..", date(2007, 1, 1), date.max),
    ],
)
def test_bounds(edtf: str, first: date, last: date) -> None:
    when = When(edtf)
    assert (when.earliest, when.latest) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "last spring", "2007-13", "2007-02-30", "07", "2007/2005", "200X-10", "2007-10-04x", "/x", "0000", "9999-24"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        When(text)
