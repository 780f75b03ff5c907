"""Whatever markup a text wears, its words keep their places."""

from __future__ import annotations

import pytest
from adversarial import GROWTH, seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.model import Span
from hallway.reading.plain import Plain, plain, refine

MARKUP = [
    "**", "*", "_", "__", "`", "```\n", "~~", "# ", "> ", "- ", "[", "](http://x.org/a_(b))", "![", "]", "[[", "]]", "[^1]", "\\_",
    "<b>", "</b>", "<a href='x'>", "</a>", "<br/>", "<br>", "<p>", "</p>", "<p class='comment'>", "<nav>", "</nav>", "<li>",
    "<pre>", "</pre>", "<article>", "</article>", "<html>", "<body>", "</body>", "<!--", "-->", "<script>", "</script>", "<title>", "</title>",
    "<td>", "</td>", "<", ">", "&", "&amp;", "&nbsp;", "&#8217;", "&#x2019;", "&T", "&copy", "&NotEqualTilde;", "&#0;", "&bogus;", "&amp",
    "---\n", "title: A day\n", "date: 2007-10-21\n", "author: Anna Berg\n", "From: Anna Berg <a@x.org>\n", "Date: Sun, 21 Oct 2007\n",
    "Subject: Oslo\n", "> quoted\n", "On Monday Anna wrote:\n", "-- \n", "\n", "\n\n", "\r\n", "\r", " ", "\t", "\u00a0", "\ufeff",
    "http://x.org/a", "<mailto:a@x.org>", "Anna Berg", "Éloïse", "Jörg", "@tormy", "met", "🎤", "e\u0301", "'s", ".", "\x0c", "\u2028", "x",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=6)), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(texts, st.data())
def test_every_stretch_of_the_plain_text_is_words_of_the_original(text: str, data: st.DataObject) -> None:
    p = plain(text)
    assert p.original == text
    assert len(p.text) == len(p.offsets)
    assert p.offsets == sorted(p.offsets)
    assert all(0 <= at < len(text) for at in p.offsets)
    a = data.draw(st.integers(0, len(p.text)))
    b = data.draw(st.integers(0, len(p.text)))
    span = p.span(a, b)
    assert 0 <= span.start <= span.end <= len(text)
    assert text[span.start : span.end] == span.text
    assert (span.text == "") == (a >= b)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdefgh ABCDEFGH.,'éß\n", max_size=200))
def test_words_alone_pass_unchanged(text: str) -> None:
    p = plain(text)
    assert (p.text, p.offsets) == (text, list(range(len(text))))


def read(text: str) -> str:
    return " ".join(plain(text).text.split())


def quoted(text: str, words: str) -> str:
    """What the original says where the plain text says `words`."""
    p = plain(text)
    start = p.text.index(words)
    return p.span(start, start + len(words)).text


def test_an_empty_stretch_stands_at_its_place() -> None:
    p = plain("**Anna** met")
    assert p.span(0, 0) == Span("", 2, 2)
    assert p.span(4, 2) == Span("", 8, 8)
    assert p.span(8, 8) == Span("", 12, 12)


def test_dropped_stretches_leave_the_rest_in_place() -> None:
    p = Plain("abcdef", "abcdef", list(range(6)))
    kept = refine(p, lambda text: [(1, 3), (4, 5)])
    assert (kept.text, kept.offsets) == ("adf", [0, 3, 5])


@pytest.mark.parametrize(
    ("text", "words", "original"),
    [
        ("<p><p><p>R&amp;D, Anna O&#8217;Neill.</p>", "Anna O’Neill", "Anna O&#8217;Neill"),
        ("<p><p><p>She is at R&amp;</p>", "at R&", "at R&amp;"),
        ("<p><p><p>at AT&T in Oslo", "AT&T in", "AT&T in"),
        ("<p><p><p>Q&A", "Q&A", "Q&A"),
        ("<p><p><p>Ren&eacute; came", "René", "Ren&eacute;"),
        ("<p><p><p>Ren&eacute came", "René", "Ren&eacute"),
        ("I met Ren&eacute;.", "René", "Ren&eacute;"),
        ("I met **Anna** *Berg*", "Anna Berg", "Anna** *Berg"),
        ("I met **Anna\r\nBerg**", "Anna\nBerg", "Anna\r\nBerg"),
    ],
)
def test_entities_and_marks_inside_are_quoted_as_given(text: str, words: str, original: str) -> None:
    assert quoted(text, words) == original


SAID = "I met Anna Berg, who works with Jörg & Ute at Acme, and her friend Kim O'Neill. It was fun!"


@pytest.mark.parametrize(
    "text",
    [
        'I met **Anna Berg**, who works with [Jörg & Ute](http://x.org/j_(u) "them") at _Acme_, and her friend Kim O\'Neill. It was fun!',
        "# I met [__Anna__ Berg][1], who works with *Jörg* &amp; **Ute** at Acme, and her friend Kim O'Neill. It was ~~fun~~!\n\n[1]: http://x.org",
        "I met <b>Anna Berg</b>, who works with <a href='x'>Jörg</a> & Ute at `Acme`, and her friend Kim O&#39;Neill.[^2] It was fun!",
        "<!-- not shown --><html><body><p>I met <b>Anna\n  Berg</b>, who works with J&ouml;rg &amp; Ute at Acme, and her\nfriend Kim O&#x27;Neill. It was fun!</p></body>",
        "<div><nav><p>Home</p></nav><p>I met <a href=x>Anna Berg</a>, who works with Jörg & Ute at Acme, and her friend Kim O'Neill. It was fun!</p></div>",
        "From: Kai Nord <kai@x.org>\nDate: Sun, 21 Oct 2007 10:00:00 +0200\n\n" + SAID,
    ],
)
def test_the_same_words_are_read_whatever_they_wear(text: str) -> None:
    assert read(text) == SAID


MAIL = """From: =?utf-8?q?Ren=C3=A9e_Dub=C3=A9?= <renee@example.org>
To: Anna Berg <anna@example.org>,
\tTom Wade <tom@example.org>
Date: Sun, 21 Oct 2007 10:00:00 +0200
Message-ID: <1@example.org>
X-Mailer: pine
Subject: {subject}

{body}"""


def test_a_mail_gives_its_author_date_and_subject() -> None:
    p = plain(MAIL.format(subject="Two days in Ghent", body="I met Petra."))
    assert p.meta == {
        "author": "Renée Dubé",
        "written": "Sun, 21 Oct 2007 10:00:00 +0200",
        "title": "Two days in Ghent",
    }
    assert p.text == "Two days in Ghent\n\nI met Petra."


@pytest.mark.parametrize("subject", ["Re: dinner with Tom", "Fwd: Tom", "AW: Tom", "SV: Tom"])
def test_the_subject_of_an_answer_is_somebody_elses(subject: str) -> None:
    assert plain(MAIL.format(subject=subject, body="I met Petra.")).text.strip() == "I met Petra."


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ('"Berg, Anna" <anna@x.org>', "Berg, Anna"),
        ("anna@x.org (Anna Berg)", "anna@x.org"),
        ("<anna@x.org>", "anna@x.org"),
        ("=?nonsense?q?A?= <a@x.org>", "=?nonsense?q?A?="),
    ],
)
def test_senders(sender: str, author: str) -> None:
    assert plain(f"From: {sender}\nDate: Sun, 21 Oct 2007\n\nHello.").meta["author"] == author


@pytest.mark.parametrize(
    "quotation",
    [
        "> I met Tom in Oslo.\n> It was fun.\n",
        "On Mon, 22 Oct 2007, Anna Berg wrote:\n> I met Tom.\n",
        "On Mon, Oct 22, 2007 at 10:00 AM, Anna Berg <anna@example.org>\nwrote:\n\n> I met Tom.\n>\n> Bye\n",
        "Am 22.10.2007 schrieb Anna Berg:\n> Ich traf Tom.\n",
        "Anna Berg schrieb am 22.10.2007 um 10:00:\n> Ich traf Tom.\n",
        "Le 22 octobre 2007, Anna Berg a écrit :\n\n> J'ai vu Tom.\n",
        "El 22 de octubre, Anna Berg escribió:\n> Conocí a Tom.\n",
        "Op 22 oktober 2007 schreef Anna Berg:\n> Ik ontmoette Tom.\n",
        "Em 22 de outubro, Anna escreveu:\n> Conheci o Tom.\n",
        "Anna Berg wrote:\n>I met Tom.\n>> And I Ute.\n",
    ],
)
def test_what_others_wrote_is_not_read_as_the_authors(quotation: str) -> None:
    body = f"I met Petra.\n\n{quotation}\nAnd then Kim."
    assert read(MAIL.format(subject="Re: x", body=body)) == "I met Petra. And then Kim."


def test_an_answer_without_headers_loses_the_quotation_but_a_blockquote_stays() -> None:
    assert read("I met Petra.\n\nOn 22 Oct 2007 Anna Berg wrote:\n> I met Tom.\n\nBye.") == "I met Petra. Bye."
    assert read("On day 2 it rained.\nOn 22 Oct 2007 Anna wrote:\n> I met Tom.\n\nBye.") == "On day 2 it rained. Bye."
    assert read("As Tom said to me:\n\n> Come over.\n\nBye.") == "As Tom said to me: > Come over. Bye."


@pytest.mark.parametrize(
    "line", ["-----Original Message-----", "---------- Forwarded message ---------", "________________"]
)
def test_a_forwarded_mail_is_somebody_elses(line: str) -> None:
    body = f"I met Petra.\n\n{line}\nFrom: Tom\nDate: Monday\n\nI met Ute.\n"
    assert read(MAIL.format(subject="Re: x", body=body)) == "I met Petra."


def test_a_signature_is_not_read_wherever_it_stands() -> None:
    sign = "-- \nRenée Dubé\nAcme, Oslo\n"
    assert read(MAIL.format(subject="Re: x", body=f"I met Petra.\n\n{sign}")) == "I met Petra."
    assert read(MAIL.format(subject="Re: x", body=f"I met Petra.\n\n{sign}\n> I met Tom.\n")) == "I met Petra."


def test_a_rule_with_a_long_text_below_is_no_signature() -> None:
    below = "".join(f"Then came number {i}.\n" for i in range(12))
    assert read(MAIL.format(subject="Re: x", body=f"Hello.\n-- \n{below}")) == f"Hello. -- {' '.join(below.split())}"


@pytest.mark.parametrize("text", ["From: here to there I walked.\nIt rained.", "I wrote:\nFrom: a\nmore\nDate: x\n"])
def test_prose_with_a_colon_is_no_mail(text: str) -> None:
    assert plain(text).text == text


@pytest.mark.parametrize("unit", GROWTH)
@pytest.mark.parametrize("head", ["", "<html><body>", "From: A\nDate: x\n\n"])
def test_time_grows_with_the_text_and_no_faster(unit: str, head: str) -> None:
    assert seconds(lambda text: plain(head + text), unit) < 3
