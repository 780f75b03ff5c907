"""Mail, chats and notes: people and my own words, and nothing of what others wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formats.reads import names, read, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.formats.kit.signature import own_words, signature_of
from hallway.model import AffiliationFact, DetailFact, EncounterFact, KeyFact, Reading

SAMPLES = Path(__file__).parent / "samples"


def keys(reading: Reading) -> list[tuple[str, str]]:
    return [(k.kind, k.value) for k in reading.all(KeyFact)]


def test_mbox_keeps_my_words_and_others_signatures() -> None:
    readings, problems = read((SAMPLES / "mail.mbox").read_bytes())
    assert problems == []
    mine, theirs = readings
    assert mine.source.text.endswith("may I write to her?\n\nFrom the quay, with thanks\n")
    assert "Did they fit" not in mine.source.text
    assert "Tell her" not in theirs.source.text
    assert keys(theirs) == [
        ("email", "eloise@tamm.example"),
        ("phone", "+372 555 0188"),
        ("url", "https://tamm.example/workshop"),
    ]
    assert [a.role for a in theirs.all(AffiliationFact)] == ["Head of restoration"]
    assert [r.source.record for r in readings] == ["mail:a1@holm.example", "mail:b2@tamm.example"]


def test_a_single_message() -> None:
    text = "From: Piet Vandersloot <piet@wharf.example>\r\nTo: ida@holm.example\r\nSubject: Type\r\nDate: Thu, 2 Nov 2017 10:00:00 +0000\r\n\r\nHello\r\n"
    readings, problems = read(text, "a.eml")
    assert (names(readings), problems) == (["Piet Vandersloot"], [])
    assert "Hello" not in readings[0].source.text


@pytest.mark.parametrize(
    ("body", "mine"),
    [
        ("Yes.\n\nOn Mon, 2 Oct 2017, Anke wrote:\n> Really?\n", "Yes."),
        ("Ja.\n\nAm 02.10.17 um 10:00 schrieb Anke Reimers:\n> Wirklich?\n", "Ja."),
        ("> Really?\nYes.\n> Sure?\nSure.\n", "Yes.\nSure."),
        ("Yes.\n-----Original Message-----\nFrom: Anke\n", "Yes."),
        ("Yes.\n-- \nIda\n", "Yes."),
    ],
)
def test_own_words(body: str, mine: str) -> None:
    assert own_words(body) == mine


@pytest.mark.parametrize(
    ("body", "title", "organization"),
    [
        ("Hi\n-- \nAnke Reimers\nEditor at Hafenfunk\n", "Editor", "Hafenfunk"),
        ("Hi\n-- \nAnke Reimers\nEditor, features\n", "Editor", "features"),
        ("Hi\n\nAnke Reimers\nHead of features\nHafenfunk\nTel. +49 555 01234\n", "Head of features", "Hafenfunk"),
    ],
)
def test_signatures(body: str, title: str, organization: str) -> None:
    found = signature_of(body, "Anke Reimers")
    assert found is not None
    assert (found.title, found.organization) == (title, organization)


def test_no_signature_is_none() -> None:
    assert signature_of("Hi,\nsee you at four.\nAnke\n", "Anke Reimers") is None


def test_whatsapp_of_ios_knows_me_by_the_other_s_name() -> None:
    readings, problems = shaped("WhatsApp Chat - Anke Reimers.txt")
    assert (names(readings), problems) == (["Anke Reimers"], [])
    assert "Then the slow train,\nwith Owen and his coils." in readings[0].source.text
    assert "Are you still" not in readings[0].source.text


def test_whatsapp_without_that_keeps_people_and_says_so() -> None:
    text = "1/31/17, 9:15 PM - Anke Reimers: Hello\n2/1/17, 9:16 PM - Ida Holm: Hello yourself\n"
    readings, problems = read(text, "chat.txt")
    assert names(readings) == ["Anke Reimers", "Ida Holm"]
    assert "Hello" not in readings[0].source.text
    assert [str(d.when) for d in readings[0].all(DetailFact)] == ["2017-02-01", "2017-02-01"]
    assert problems[0].what == "does not say which of these is you: Anke Reimers, Ida Holm"


def test_a_page_about_a_person() -> None:
    readings, problems = read((SAMPLES / "markdown.md").read_bytes(), "People/Owen Prydderch.md")
    assert (names(readings), problems) == (["Owen Prydderch"], [])
    [owen] = readings
    assert keys(owen) == [("email", "owen@prydderch.example")]
    assert {(d.kind, d.value) for d in owen.all(DetailFact)} == {
        ("birthday", "1958-02-03"),
        ("tag", "radio"),
        ("favourite tea", "lapsang"),
        ("nickname", "Tide"),
        ("nickname", "O. Prydderch"),
    }


def test_a_daily_note_tells_whom_i_met_and_whom_i_did_not() -> None:
    readings, problems = shaped("2017-11-16.md")
    assert (names(readings), problems) == (["Sana Okafor", "Piet Vandersloot"], [])
    assert [(e.person, str(e.when)) for e in readings[0].all(EncounterFact)] == [("p0", "2017-11-16")]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_after_a_mail_s_head_is_read(body: str) -> None:
    read(
        f"From: Piet <piet@wharf.example>\nTo: a@b.example\nSubject: x\nDate: Thu, 2 Nov 2017 10:00:00 +0000\n\n{body}"
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_note_is_read(body: str) -> None:
    read(f"---\nx: y\n---\n[[Sana Okafor]] {body}", "2017-11-16.md")


def test_whatsapp_with_spaces_in_its_a_m() -> None:
    chat = "01/20/2019, 11:25 a. m. - Ida Holm: so\n01/20/2019, 11:26 p. m. - Owen Prys: well\n"
    readings, _ = read(chat, "chat.txt")
    assert sorted(names(readings)) == ["Ida Holm", "Owen Prys"]


def test_a_chat_of_telegram_without_type_and_with_seconds_since_1970() -> None:
    chat = {"messages": [{"type": "message", "date_unixtime": "1544006350", "from": "Ida Holm", "text": "so"}]}
    readings, problems = read(json.dumps({"name": "", "type": "", **chat, "id": 7}), "result.json")
    assert (names(readings), str(readings[0].source.written), problems) == (["Ida Holm"], "2018-12-05", [])
