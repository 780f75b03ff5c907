"""Who wrote it, and when: as far as the text says so, and no further."""

from __future__ import annotations

import pytest

from hallway.reading.metadata import from_file_name, head
from hallway.reading.plain import plain


def who(text: str, name: str = "") -> tuple[str | None, str | None]:
    found = head(plain(text), name)
    return found.author, str(found.written) if found.written else None


BODY = "\n\nI met Tom Wade in Oslo, and we had dinner.\n"


@pytest.mark.parametrize(
    ("line", "author", "written"),
    [
        ("by Anna Berg", "Anna Berg", None),
        ("By: Anna Berg", "Anna Berg", None),
        ("Posted by Anna Berg on 21 October 2007", "Anna Berg", "2007-10-21"),
        ("posted by @tormy on October 21, 2007", "@tormy", "2007-10-21"),
        ("Anna Berg on October 21, 2007", "Anna Berg", "2007-10-21"),
        ("Anna Berg | 21 Oct 2007", "Anna Berg", "2007-10-21"),
        ("Anna van der Berg — 2007-10-21", "Anna van der Berg", "2007-10-21"),
        ("Éloïse Bø · 21 October 2007", "Éloïse Bø", "2007-10-21"),
        ("21 October 2007 by Anna Berg", "Anna Berg", "2007-10-21"),
        ("October 21, 2007 | Anna Berg", "Anna Berg", "2007-10-21"),
        ("von Anna Berg, 21. Oktober 2007", "Anna Berg", "2007-10-21"),
        ("Geschrieben am 21. Oktober 2007", None, "2007-10-21"),
        ("par Éloïse Bø, 21 octobre 2007", "Éloïse Bø", "2007-10-21"),
        ("por Ana Ruiz, 21 de octubre de 2007", "Ana Ruiz", "2007-10-21"),
        ("door Joost van Heemst (21 oktober 2007)", "Joost van Heemst", "2007-10-21"),
        ("Author: Anna Berg", "Anna Berg", None),
        ("21 October 2007", None, "2007-10-21"),
        ("Sunday, October 21st, 2007", None, "2007-10-21"),
        ("Posted on 21 October 2007", None, "2007-10-21"),
        ("Published: 2007-10-21", None, "2007-10-21"),
        ("Date: 21.10.2007", None, "2007-10-21"),
        ("2007/10/21", None, "2007-10-21"),
        ("Oslo, 21 October 2007", None, "2007-10-21"),
        ("Back home on 21 October 2007", None, None),
        ("I spoke on 21 October 2007", None, None),
        ("Dinner with Anna Berg on 21 October 2007", None, None),
        ("Oslo Code Camp, 21 October 2007", None, None),
        ("By the sea", None, None),
        ("Published yesterday", None, None),
        ("Posted yesterday on a whim", None, None),
        ("-" * 300, None, None),
        (",;." * 190, None, None),
    ],
)
def test_bylines(line: str, author: str | None, written: str | None) -> None:
    assert who(f"Two days\n\n{line}{BODY}") == (author, written)


def test_people_beside_a_date_are_not_part_of_the_byline() -> None:
    p = plain("2007-10-21 met Anna Berg, Acme\n")
    found = head(p)
    assert found.span
    assert p.text[found.span[0] : found.span[1]] == "2007-10-21"


def test_what_the_file_says_wins_over_its_lines_and_these_over_its_name() -> None:
    assert who("---\nauthor: Anna Berg\ndate: 2007\n---\nby Tom Wade on 1 May 2009\n") == ("Anna Berg", "2007")
    assert who("by Tom Wade on 1 May 2009\n", "2011-03.md") == ("Tom Wade", "2009-05-01")
    assert who("Oslo.\n", "notes/2011-03.md") == (None, "2011-03")


def test_a_date_far_down_is_no_dateline() -> None:
    assert who("word " * 130 + "\n\n21 October 2007\n") == (None, None)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("2016-05-lantern-days.md", "2016-05"),
        ("a/2009/20071021.txt", "2007-10-21"),
        ("2007_10_21-oslo.html", "2007-10-21"),
        ("fosdem-2009.txt", "2009"),
        ("2016-13-45.md", "2016"),
        ("2016-21-seasons.md", "2016"),
        ("2007-02-31.md", "2007"),
        ("12007.txt", None),
        ("notes.txt", None),
        ("", None),
    ],
)
def test_file_names(name: str, written: str | None) -> None:
    found = from_file_name(name)
    assert (str(found) if found else None) == written


def test_a_byline_that_goes_on() -> None:
    top = head(plain("By Ida Holm, who is still on the train\n\nI met Anna Berg."))
    assert top.author == "Ida Holm"
