"""Markdown gives its words and nothing else."""

from __future__ import annotations

import pytest

from hallway.reading.markdown import from_markdown
from hallway.reading.plain import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Anna** and __Ben__", "Anna and Ben"),
        ("*Anna* and _Ben_", "Anna and Ben"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("[Anna Berg](http://x.org/a_(b))", "Anna Berg"),
        ('[Anna](x "her page") came', "Anna came"),
        ("[__Anna__ `Berg`][1] came", "Anna Berg came"),
        ("![Anna on stage](anna.jpg)", "Anna on stage"),
        ("[[people/anna|Anna]] and [[Ben]]", "Anna and Ben"),
        ("see <http://x.org> now", "see  now"),
        ("see http://x.org/a?b=c now", "see  now"),
        ("# Oslo\n\n## Day 1", "Oslo\n\nDay 1"),
        ("Oslo\n=====\nfun", "Oslo\n\nfun"),
        ("~~Anna~~ Ben", "Anna Ben"),
        ("`Anna`", "Anna"),
        ("a\n```py\nAnna = 1\n```\nb", "a\n \nb"),
        ("a <!-- Anna --> b", "a  b"),
        ("Anna<br>Ben<br/>Cem", "Anna\nBen\nCem"),
        ("<b>Anna</b>'s <span class='x'>talk</span>", "Anna's talk"),
        ("mail <anna@x.org> her", "mail <anna@x.org> her"),
        ("mail <a@x.org> her", "mail <a@x.org> her"),
        ("@anna\\_berg \\*", "@anna_berg *"),
        ("Anna[^1] came\n\n[^1]: Berg", "Anna came\n\n Berg"),
        ("[1]: http://x.org/anna", ""),
        ("Nicky &amp; Andy, O&#8217;Neill, O&#x2019;Hara", "Nicky & Andy, O’Neill, O’Hara"),
        ("AT&T, &bogus; &nbsp;x", "AT&T, &bogus;  x"),
        ("- [ ] write to Anna", "- [ ] write to Anna"),
    ],
)
def test_markup_is_taken_off(text: str, words: str) -> None:
    assert from_markdown(text).text == words


@pytest.mark.parametrize(
    ("front", "meta"),
    [
        ("---\ntitle: Two days\ndate: 2007-10-21\nauthor: Anna Berg\n---\n", ("Two days", "2007-10-21", "Anna Berg")),
        ('---\nTitle: "Two days"\nDate: 21 Oct 2007\nAuthor: \'Anna Berg\'\n---\n', ("Two days", "21 Oct 2007", "Anna Berg")),
        ('+++\ntitle = "Two days"\ndate = 2007-10-21\nauthor = "Anna Berg"\n+++\n', ("Two days", "2007-10-21", "Anna Berg")),
        ("\ufeff---\ntitle: Two days\npublished: 2007\nauthor: [Anna Berg]\n---\n", ("Two days", "2007", "Anna Berg")),
        ("---\ntags: [a]\ntitle: Two days\ncreated: 2007\nauthors:\n  - Anna Berg\n  - Ben\n---\n", ("Two days", "2007", "Anna Berg")),
        ("---\r\ntitle: Two days\r\ndate: 2007\r\nauthor: Anna Berg <a@x.org>\r\n---\r\n", ("Two days", "2007", "Anna Berg")),
    ],
)  # fmt: skip
def test_front_matter(front: str, meta: tuple[str, str, str]) -> None:
    p = plain(f"{front}We met Ben.")
    assert (p.meta.get("title"), p.meta.get("written"), p.meta.get("author")) == meta
    assert p.text == "Two days\n\nWe met Ben."


@pytest.mark.parametrize("text", ["---\nA rule, then words.\n---\n", "---\ntitle: x\nno end", "Title: x\n"])
def test_what_is_no_front_matter_stays(text: str) -> None:
    assert from_markdown(text).text == text
