"""The parts of names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.reading.names import compatible, part_of, same_word, trim, words


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Frau Dr. Seidl-Moor", ["seidl", "moor"]),
        ("Prof. Anna Berg", ["anna", "berg"]),
        ("@kd_lang", ["kd", "lang"]),
        ("Éloïse O’Neill-Bø", ["eloise", "oneill", "bo"]),
        ("J. R. Roe", ["j", "r", "roe"]),
        ("Dr.", ["dr"]),
        ("李明", ["李明"]),
        ("", []),
    ],
)
def test_words(name: str, parts: list[str]) -> None:
    assert words(name) == parts


def test_words_are_the_callers_to_change() -> None:
    words("Anna Berg").clear()
    assert words("Anna Berg") == ["anna", "berg"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Anna Berg, ", "Anna Berg"),
        ("“Anna”", "Anna"),
        ("(Anna)", "Anna"),
        ("Anna's", "Anna"),
        ("Anna’s", "Anna"),
        ("James'", "James"),
        ("Anna B.", "Anna B."),
        ("Sammy Davis Jr.", "Sammy Davis Jr."),
        ("Anna.", "Anna"),
        ("Anna (tormy)", "Anna (tormy)"),
        ("tormy)", "tormy"),
        ("Dear Anna", "Anna"),
        ("Chère Françoise,", "Françoise"),
        ("CTO Anna Berg", "Anna Berg"),
        ("Hi", "Hi"),
        ("'s", "s"),
        ("...", ""),
        ("", ""),
    ],
)
def test_trim(text: str, name: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == name


@settings(deadline=None)
@given(st.text(alphabet="AnaJr.'’s ()“”-\n", max_size=20))
def test_trimming_twice_is_trimming_once(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert 0 <= start <= end <= len(text) or text[start:end] == ""
    assert trim(text, start, end) == (start, end) or text[start:end][-2:-1] in "'’`" or "." in text[start:end]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("anna", "anna", True),
        ("a", "anna", True),
        ("liz", "elizabeth", True),
        ("liz", "beth", True),
        ("steve", "steven", True),
        ("berger", "bergen", True),
        ("crescenzo", "crezcenzo", True),
        ("anna", "anne", False),
        ("tom", "tim", False),
        ("berg", "wade", False),
    ],
)
def test_same_word(a: str, b: str, same: bool) -> None:
    assert (same_word(a, b), same_word(b, a)) == (same, same)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Anna Berg", "Anna Berg", True),
        ("A. Berg", "Anna Berg", True),
        ("Anna B.", "Anna Berg", True),
        ("Liz Albrycht", "Elizabeth Albrycht", True),
        ("van Heemst", "Joost van Heemst", True),
        ("Anna Lena Berg", "Anna Berg", True),
        ("Steve Crescenzo", "Steve Crecsenzo", True),
        ("Tom Wade", "Tom Berg", False),
        ("Tom Wade", "Ute Wade", False),
        ("T. B.", "Tom Berg", False),
        ("Tim Berger", "Tom Bergen", False),
    ],
)
def test_compatible(a: str, b: str, same: bool) -> None:
    assert (compatible(words(a), words(b)), compatible(words(b), words(a))) == (same, same)


@pytest.mark.parametrize(
    ("short", "full", "part"),
    [
        ("anna", "Anna Berg", True),
        ("berg", "Anna Berg", True),
        ("liz", "Elizabeth Albrycht", True),
        ("robert", "Bob Kent", True),
        ("lena", "Anna Lena Berg", True),
        ("van", "Joost van Heemst", False),
        ("tom", "Anna Berg", False),
        ("anna", "", False),
    ],
)
def test_part_of(short: str, full: str, part: bool) -> None:
    assert part_of(short, words(full)) is part
