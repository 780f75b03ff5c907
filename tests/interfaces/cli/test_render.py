"""Dates in words, shortening, wrapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.interfaces.cli.render import clean, entry, listed, ordinal, paragraph, quote, said, shorten


@pytest.mark.parametrize(
    ("start", "end", "said"),
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
def test_dates_in_words(start: str | None, end: str | None, said: str) -> None:
    assert when(start, end) == said


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
def test_nothing_is_wider_than_the_screen(text: str, indent: int) -> None:
    assert all(len(line) <= 80 for line in paragraph(text, indent))
    assert all(len(clean(line)) <= 80 for line in quote(text, indent=indent))


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("7", "7th"), ("11", "11th"), ("112", "112th"), ("22", "22nd")],
)
def test_ordinals(number: str, said: str) -> None:
    assert ordinal(number) == said


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
    ],
)
def test_quotes_are_shown_without_markup(written: str, seen: str) -> None:
    assert without_markup(written) == seen


def test_an_entry_begins_with_its_name_in_bold() -> None:
    assert entry("Petra", ["Brno", None, ""]) == ["  \x1b[1mPetra\x1b[0m · Brno"]
