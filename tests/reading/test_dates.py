"""Dates count from the day of writing; what is not known is not invented."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.model import When
from hallway.reading.dates import find_dates, founding, parse_date

WRITTEN = When("2007-10-21")  # a Sunday


def dates(text: str, written: When | None = WRITTEN) -> list[str]:
    return [str(d.when) for d in find_dates(text, written)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 2007-10-04", ["2007-10-04"]),
        ("on 4 October 2007", ["2007-10-04"]),
        ("on the 4th of October, 2007", ["2007-10-04"]),
        ("October 4th, 2007", ["2007-10-04"]),
        ("Oct. 4 2007", ["2007-10-04"]),
        ("am 4. Oktober 2007", ["2007-10-04"]),
        ("le 4 octobre 2007", ["2007-10-04"]),
        ("el 4 de octubre de 2007", ["2007-10-04"]),
        ("op 4 oktober 2007", ["2007-10-04"]),
        ("em 4 de outubro de 2007", ["2007-10-04"]),
        ("4-6 October 2007", ["2007-10-04/2007-10-06"]),
        ("October 4 to 6, 2007", ["2007-10-04/2007-10-06"]),
        ("vom 4. bis 6. Oktober 2007", ["2007-10-04/2007-10-06"]),
        ("28 August - 2 September 2007", ["2007-08-28/2007-09-02"]),
        ("August 28 – September 2, 2007", ["2007-08-28/2007-09-02"]),
        ("30 December to 2 January 2008", ["2007-12-30/2008-01-02"]),
        ("in October 2007", ["2007-10"]),
        ("30 February 2007", ["2007-02"]),
        ("spring 2007, Herbst 2006", ["2007-21", "2006-23"]),
        ("in late 2005", ["2005-09/2005-12"]),
        ("early 2006 and mid-2006", ["2006-01/2006-04", "2006-05/2006-08"]),
        ("since 1999", ["1999"]),
        ("3 May, 5 November", ["2007-05-03", "2007-11-05"]),
        ("12 December", ["2006-12-12"]),
        ("earlier this year", ["2007-01-01/2007-10-21"]),
        ("last year", ["2006"]),
        ("last month", ["2007-09"]),
        ("this week", ["2007-10-15/2007-10-21"]),
        ("last week", ["2007-10-08/2007-10-14"]),
        ("in the last week", ["2007-10-14/2007-10-21"]),
        ("yesterday and today", ["2007-10-20", "2007-10-21"]),
        ("two days ago", ["2007-10-19"]),
        ("three weeks ago", ["2007-09-24/2007-09-30"]),
        ("two months ago", ["2007-08~"]),
        ("12 months ago", ["2006-10~"]),
        ("four years ago", ["2003~"]),
        ("last spring", ["2007-21"]),
        ("last autumn", ["2006-23"]),
        ("this summer", ["2007-22"]),
        ("last winter", ["2006-24"]),
        ("last Friday", ["2007-10-19"]),
        ("on Sunday", ["2007-10-14"]),
        ("in March", ["2007-03"]),
        ("last October", ["2006-10"]),
        ("in December", ["2006-12"]),
    ],
)  # fmt: skip
def test_dates_in_text(text: str, found: list[str]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "you may 2 may not", "only 2 may enter", "they march in may", "31 April", "in 3007", "2007-13-01", "2007-10-045",
        "version 2.0", "room 2007", "at 10:30", "2000 people", "see you in May", "it will be on 4 June", "next March", "submit by 3 May",
        "hope to be there on Friday", "the Friday market", "on Fridays", "99999999999999999999 years ago",
        "9000 months ago", "99999 days ago", "99999 weeks ago",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


RELATIVE = [
    "earlier this year", "this year", "last year", "last month", "this month", "yesterday", "today", "last night", "this week", "last week", "a week ago",
    "two months ago", "four years ago", "last spring", "this winter", "last Friday", "in March", "last October", "3 May", "4-6 May", "May 3", "28 May - 2 June",
]  # fmt: skip


@pytest.mark.parametrize("text", RELATIVE)
@pytest.mark.parametrize("written", [None, When("2005/.."), When("200X"), When("2005/2007")])
def test_nothing_is_counted_from_an_unknown_day(text: str, written: When | None) -> None:
    assert dates(text, written) == []


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("last spring", "2007", ["2007-21"]),
        ("this summer", "2007-02-03", ["2007-22"]),
        ("this winter", "2007-01-20", ["2006-24"]),
        ("earlier this year", "2007", ["2007"]),
        ("last month", "2007", []),
        ("last month", "2007-10", ["2007-09"]),
        ("two months ago", "2007", []),
        ("two months ago", "2007-10", ["2007-08~"]),
        ("yesterday, last week, last Friday", "2007-10", []),
        ("3 May", "2007", ["2007-05-03"]),
        ("last week", "2007-01-01", ["2006-12-25/2006-12-31"]),
        ("last month", "2007-01-31", ["2006-12"]),
    ],
)
def test_vague_days_of_writing_give_vague_dates(text: str, written: str, found: list[str]) -> None:
    assert dates(text, When(written)) == found


def test_explicit_dates_win_and_offsets_are_exact() -> None:
    text = "From 4-6 October 2007, so last week, in Oslo; the first in late 2005."
    found = find_dates(text, WRITTEN)
    assert [(text[d.start : d.end], str(d.when), d.vague) for d in found] == [
        ("4-6 October 2007", "2007-10-04/2007-10-06", False),
        ("last week", "2007-10-08/2007-10-14", True),
        ("late 2005", "2005-09/2005-12", True),
    ]


@settings(deadline=None)
@given(
    st.text(alphabet="0123456789 -–.,/MayOctbrjspingewk", max_size=60),
    st.one_of(st.none(), st.dates().map(lambda d: When(d.isoformat()))),
)
def test_anything_can_be_asked_and_what_is_found_does_not_overlap(text: str, written: When | None) -> None:
    found = find_dates(text, written)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= d.start < d.end <= len(text) for d in found)


@settings(deadline=None)
@given(st.sampled_from(RELATIVE), st.dates(min_value=date(1950, 1, 1)))
def test_relative_dates_of_the_past_are_not_after_the_writing(text: str, day: date) -> None:
    written = When(str(day))
    looking_back = [d.when for d in find_dates(text, written) if "May" not in text and "this" not in text]
    assert all(w.earliest <= written.latest for w in looking_back)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2007", "2007"),
        ("2007-10", "2007-10"),
        ("2007-10-21", "2007-10-21"),
        ("2007-10-21T10:00:00+02:00", "2007-10-21"),
        ("2007-10-21 10:00:00 +0200", "2007-10-21"),
        ("Sun, 21 Oct 2007 10:00:00 +0200", "2007-10-21"),
        ("October 21, 2007", "2007-10-21"),
        ("21.10.2007", "2007-10-21"),
        ("21. 10. 2007, 10 Uhr", "2007-10-21"),
        ("2007/10/21", "2007-10-21"),
        ("10/21/2007", "2007"),
        ("31/02/2007", "2007"),
        ("2007/13/21", None),
        ("some time in 2007", "2007"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_alone(text: str, found: str | None) -> None:
    when = parse_date(text)
    assert (str(when) if when else None) == found


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the late 1990s", "1997/1999"), ("in the early 1980's", "1980/1983"), ("in the 1970s", "197X"), ("at the end of 2015", "2015-09/2015-12"),
        ("fin 2005", "2005-09/2005-12"), ("principios de 2009", "2009-01/2009-04"), ("eind 2017", "2017-09/2017-12"), ("herfst 2016", "2016-23"),
    ],
)  # fmt: skip
def test_vague_dates_stay_as_vague_as_they_are(words: str, edtf: str) -> None:
    assert [d.when.edtf for d in find_dates(words, None)] == [edtf]


@pytest.mark.parametrize(
    "words", ["The group goes back to late 2015", "It was founded in 2003", "We first came together in late 2005"]
)
def test_when_something_began_is_known_from_when_it_is_held(words: str) -> None:
    assert [founding(words, d) for d in find_dates(words, None)] == [True]
    assert [founding("Held in 2003", d) for d in find_dates("Held in 2003", None)] == [False]
