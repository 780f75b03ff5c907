"""Dates in words, shortening, wrapping."""

import pytest
from click import unstyle
from hypothesis import example, given
from hypothesis import strategies as st

from hallway.interfaces.cli.dates import held, period, short, when, within
from hallway.interfaces.cli.render import clean, columns, entry, fit, listed, ordinal, paragraph, quote, said, shorten


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        ("2007", None, "2007"),
        ("2007-10", None, "October 2007"),
        ("2007-10-04", None, "4 October 2007"),
        ("2007-10-04", "2007-10-04", "4 October 2007"),
        ("2007-10-04", "2007-10-06", "4–6 October 2007"),
        ("2007-10-30", "2007-11-02", "30 October to 2 November 2007"),
        ("2007-12-30", "2008-01-02", "30 December 2007 to 2 January 2008"),
        ("2007-10-04/2007-10-06", None, "4–6 October 2007"),
        ("2005-10/2005-12", None, "October to December 2005"),
        ("2005/2007", None, "2005 to 2007"),
        ("2005-10/2007", None, "October 2005 to 2007"),
        ("../2007", None, "until 2007"),
        ("2007-10/..", None, "since October 2007"),
        ("../..", None, ""),
        ("2007-21", None, "spring 2007"),
        ("2007-24", None, "winter 2007"),
        ("200X", None, "the 2000s"),
        ("19XX", None, "the 1900s"),
        ("2007-10~", None, "about October 2007"),
        ("2007?", None, "perhaps 2007"),
    ],
)
def test_dates_in_words(start: str | None, end: str | None, words: str) -> None:
    assert when(start, end) == words


@pytest.mark.parametrize(
    ("edtf", "was", "began"),
    [
        ("2007-10-01/2007-10-06", "some time from 1 to 6 October 2007", "some time between 1 and 6 October 2007"),
        (
            "2022-01-01/2022-06-15",
            "some time from 1 January to 15 June 2022",
            "some time between 1 January and 15 June 2022",
        ),
        ("2005-12/2006-02", "some time from December 2005 to February 2006", "some time between December 2005 and February 2006"),
        ("2007/..", "since 2007", "since 2007"),
        ("2007-10-04", "4 October 2007", "4 October 2007"),
    ],
)  # fmt: skip
def test_some_time_within_an_interval(edtf: str, was: str, began: str) -> None:
    assert (held(edtf), within(edtf)) == (was, began)


def test_an_event_with_an_end_took_all_of_the_time() -> None:
    assert held("2007-10-04", "2007-10-06") == "4–6 October 2007"


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2005", "2007", "2005 to 2007"),
        ("2005", None, "since 2005"),
        (None, "2007", "until 2007"),
        ("2022-01-01/2022-06-15", None, "since some time between 1 January and 15 June 2022"),
        ("2021-01/2021-03", "2023", "since some time between January and March 2021, until 2023"),
        (None, None, ""),
    ],
)
def test_periods(since: str | None, until: str | None, words: str) -> None:
    assert period(since, until) == words


@pytest.mark.parametrize(
    ("start", "end", "dated", "words"),
    [
        ("2014-10-02", None, True, "2 Oct 2014"),
        ("2015-10", None, True, "Oct 2015"),
        ("2022", None, True, "2022"),
        ("2016-21", None, True, "spring 2016"),
        ("2020-10-05", "2020-10-11", True, "5–11 Oct 2020"),
        ("2014-10-30", "2014-11-02", True, "Oct–Nov 2014"),
        ("2014-12-30", "2015-01-02", True, "2014–2015"),
        ("2020-10-05/2020-10-11", None, True, "Oct 2020"),
        ("2022-01-01/2022-06-15", None, True, "2022"),
        ("2007-10~", None, True, "~Oct 2007"),
        ("200X", None, True, "2000s"),
        ("2024-12-29", None, False, "~Dec 2024"),
        (None, None, False, ""),
    ],
)
def test_dates_for_tables(start: str | None, end: str | None, dated: bool, words: str) -> None:
    assert short(start, end, dated) == words
    assert len(words) <= 14


@given(st.text(), st.text(min_size=1, max_size=8), st.integers(20, 200))
def test_a_shortened_sentence_keeps_what_it_is_about(before: str, name: str, most: int) -> None:
    name = "N" + clean(name).replace(" ", "")
    text = clean(f"{before} {name} {before}")
    short = shorten(text, name, most)
    assert len(short) <= most + 4
    assert text.find(name) >= 0


def test_shortening_around_a_name() -> None:
    text = "one two three four five six seven Petra eight nine ten eleven twelve thirteen"
    assert shorten(text, "Petra", 30) == "… seven Petra eight nine …"
    assert shorten(text, "Petra", 300) == text


@given(st.text(), st.integers(0, 6))
@example("王小明和李小龙在一起" * 20, 2)
@example("a" * 77 + "王" * 90, 1)
def test_nothing_is_wider_than_the_screen(text: str, indent: int) -> None:
    assert all(columns(line) <= 80 for line in paragraph(text, indent))
    assert all(columns(unstyle(line)) <= 80 for line in quote(text, indent=indent))


def test_wide_letters_take_two_columns() -> None:
    assert [columns(t) for t in ("Petra", "Malinová", "王小明", "Malinová")] == [5, 8, 6, 8]
    assert [fit("王小明", 8), fit("王小明", 5), fit("Petra", 4)] == ["王小明  ", "王小…", "Pet…"]
    lines = paragraph("王" * 50, 2, 2)
    assert lines == ["  " + "王" * 39, "    " + "王" * 11]


@pytest.mark.parametrize(
    ("number", "words"),
    [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("7", "7th"), ("11", "11th"), ("112", "112th"), ("22", "22nd")],
)
def test_ordinals(number: str, words: str) -> None:
    assert ordinal(number) == words


def test_lists() -> None:
    assert [listed([]), listed(["a"]), listed("ab"), listed("abc")] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**Petra Malinová**, Brno", "Petra Malinová, Brno"),
        ("Petra Malinová**, Brno", "Petra Malinová, Brno"),
        ("read *Slow Data* (a_b_c, 2 * 3 * 4)", "read Slow Data (a_b_c, 2 * 3 * 4)"),
        ("[Petra](https://petra.example/) and ![me](me.jpg)", "Petra and me"),
        ('<a href="x">Petra</a> &amp; Wim, 1 < 2 > 1', "Petra & Wim, 1 < 2 > 1"),
        ("<h2>Marta</h2> <td>Ferr&aacute;ndiz</td>", "Marta Ferrándiz"),
        ("her page https://a.example/b_c_d, and [his](https://b.example)", "her page https://a.example/b_c_d, and his"),
        ("&#27;[31m two\nlines", "[31m two lines"),
        ("**", "**"),
    ],
)
def test_words_are_shown_without_markup(written: str, seen: str) -> None:
    assert said(written) == seen


@given(st.text(alphabet="<>&*_`[]()#~\\ \nabc;/王\u0301"))
def test_whatever_is_shown_is_one_safe_line(text: str) -> None:
    assert said(text) == clean(said(text))
    assert bool(said(text)) == bool(clean(text))


def test_an_entry_begins_with_its_name_in_bold() -> None:
    assert entry("Petra", ["Brno", None, ""]) == ["  \x1b[1mPetra\x1b[0m · Brno"]
