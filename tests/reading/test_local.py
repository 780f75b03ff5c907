"""What must hold with any good network: quotes are exact, markup changes nothing, nothing is invented."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallway.model import EncounterFact, EventFact, MembershipFact, PersonFact, Reading, Span, When
from hallway.reading.local import LocalReader

READER = LocalReader()
DIARY = """Home from Lantern Days in Ghent, and it was wonderful.

On the first evening I finally met Petra Malinová for the first time. She works for Acme.
I also had dinner with Tomás Arruda & Kim O'Neill. Tomás told me about his new job.

Scott Hensley gave the keynote."""


def spans(reading: Reading) -> list[Span]:
    return [
        s
        for fact in reading.facts
        for f in fields(fact)
        if isinstance(value := getattr(fact, f.name), tuple)
        for s in value
        if isinstance(s, Span)
    ]


def understood(reading: Reading) -> dict[str, str]:
    met = {e.person: e.kind.value for e in reading.all(EncounterFact)}
    return {p.name: met.get(p.ref, "none") for p in reading.all(PersonFact)}


def marked_up() -> dict[str, str]:
    page = DIARY.replace("&", "&amp;").replace("'", "&#8217;").replace("á", "&aacute;")
    page = "".join(f"<p>{p}</p>\n" for p in page.split("\n\n")).replace("Kim", "<a href='/kim'>Kim</a>")
    return {
        "windows": DIARY.replace("\n", "\r\n"),
        "markdown": DIARY.replace("Petra Malinová", "**Petra Malinová**").replace("Scott Hensley", "[Scott Hensley](http://x.org/scott)"),
        "html": f"<html><head><title>x</title></head><body><nav><p>Tom Wade</p></nav><article>{page}</article><footer>by Ute Kern</footer></body></html>",
        "mail": f"From: Ute Kern <ute@x.org>\nTo: Tom Wade <tom@x.org>\nDate: Sun, 21 Oct 2007 10:00:00 +0200\n\n{DIARY}\n\n-- \nUte Kern\nDirector, Example Ltd\n",
        "answer": f"From: Ute Kern <ute@x.org>\nDate: Sun, 21 Oct 2007 10:00:00 +0200\n\n{DIARY}\n\nTom Wade wrote:\n> Did you meet Zelda Quist there?\n",
    }  # fmt: skip


@pytest.mark.parametrize("kind", list(marked_up()))
def test_markup_changes_nothing(kind: str) -> None:
    text = marked_up()[kind]
    reading = READER.read(text)
    said = {name.replace("’", "'"): how for name, how in understood(reading).items()}
    assert said == understood(READER.read(DIARY))
    assert all(text[s.start : s.end] == s.text for s in spans(reading))


def test_a_clear_diary_is_understood() -> None:
    found = understood(READER.read(DIARY))
    assert sorted(found) == ["Kim O'Neill", "Petra Malinová", "Scott Hensley", "Tomás Arruda"]
    assert (found["Petra Malinová"], found["Scott Hensley"]) == ("new", "none")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "... !!! ---",
        "12.10. 2007 / 14:00",
        "🎤🎤🎤",
        "&nbsp;&nbsp;",
        "```\n```",
        "---\n---\n",
        "<!-- Anna -->",
    ],
)
def test_where_nothing_is_said_nothing_is_read(text: str) -> None:
    assert READER.read(text).facts == ()


@pytest.mark.parametrize("written", [None, When("2007-10-21")])
def test_relative_dates_count_from_the_writing_and_from_nothing_else(written: When | None) -> None:
    text = "Last week I was at Lantern Days in Ghent, where I met Petra Malinová. Tom Wade joined our team earlier this year."
    reading = READER.read(text, "diary.txt", written)
    dates = [d for e in reading.all(EventFact) for d in (e.start, e.end) if d]
    dates += [d for m in reading.all(MembershipFact) for d in (m.since, m.until) if d]
    assert {str(d) for d in dates} <= (
        {"2007-10-08/2007-10-14", "2007-01-01/2007-10-21", "2007-10-08", "2007-10-14"} if written else set()
    )


def test_the_texts_own_date_wins_over_the_given_one() -> None:
    assert READER.read(f"21 October 2007\n\n{DIARY}", "2011.txt", When("2015")).source.written == When("2007-10-21")
    assert READER.read(DIARY, "2011-03.txt", When("2015")).source.written == When("2011-03")
    assert READER.read(DIARY, "diary.txt", When("2015")).source.written == When("2015")
    assert READER.read(DIARY).source.written is None


def test_the_author_meets_nobody_called_like_the_author() -> None:
    reading = READER.read(f"by Petra Malinová on 21 October 2007\n\n{DIARY}")
    assert reading.source.author == "Petra Malinová"
    assert "Petra Malinová" not in understood(reading)


PIECES = ["Anna Berg", "Tom Wade", "Tom", "@kane_b", "Seidl-Moor", "Lantern Days 2007", "Acme", "Oslo", " and ", ", ", " met ", "I ", "my friend ", "the team ", " of ",
          " (", ") ", ". ", "\n\n", "\n- ", "**", "<b>", "</b>", "&amp;", "Dr. ", "'s ", "last week ", "on 3 May ", " left ", " joined ", "> ", "#"]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join))
def test_any_text_is_read_and_every_quote_is_exact(text: str) -> None:
    reading = READER.read(text, "d.md", When("2007-10-21"))
    assert all(s.text == text[s.start : s.end] and s.text for s in spans(reading))
    json.dumps(reading.as_dict())
