"""Facts put together by the rules, from names that are known: no network has a say here."""

from __future__ import annotations

import pytest
from rules import drafted

from hallway.model import (
    AffiliationFact,
    ClipFact,
    EncounterFact,
    EventFact,
    FollowingFact,
    MembershipFact,
    NeedFact,
    OrganizationFact,
    OutcomeFact,
    PersonFact,
    Reading,
    RelationFact,
    RoleFact,
    TeamFact,
    When,
)

NAMES = {
    "Anna Berg": "PER", "Tom Wade": "PER", "Ute Kern": "PER", "Kim Roe": "PER", "Acme": "ORG", "Ghent University": "ORG", "Lantern Days": "EVT", "Skein Days": "EVT",
    "Ghent": "LOC", "Oslo": "LOC",
}  # fmt: skip
WRITTEN = When("2007-10-21")


def read(text: str, written: When | None = WRITTEN) -> Reading:
    return drafted(text, {n: k for n, k in NAMES.items() if not (n == "Ghent" and "Ghent University" in text)}, written)


def named(reading: Reading, refs: tuple[str, ...]) -> list[str]:
    return [reading.names()[r] for r in refs]


def met(reading: Reading) -> dict[str, tuple[str, str | None, str | None]]:
    """Name → how, where, through whom."""
    n = reading.names()
    return {n[e.person]: (e.kind.value, n.get(e.event or ""), n.get(e.via or "")) for e in reading.all(EncounterFact)}


def test_events_with_all_that_belongs_to_them() -> None:
    text = (
        "Lantern Days in Ghent, the third edition, ran from 4 to 6 October 2007. It was organized by Ute Kern at Ghent University and Acme.\n\n"
        "I finally met Anna Berg at Lantern Days."
    )
    reading = drafted(text.replace("in Ghent,", "in Oslo,"), {n: k for n, k in NAMES.items() if n != "Ghent"}, WRITTEN)
    (event,) = reading.all(EventFact)
    assert (event.name, event.series, event.edition, event.place) == ("Lantern Days", "Lantern Days", "3", "Oslo")
    assert (event.start, event.end) == (When("2007-10-04"), When("2007-10-06"))
    assert named(reading, event.organizers) == ["Ute Kern", "Ghent University", "Acme"]
    assert [o.name for o in reading.all(OrganizationFact)] == ["Ghent University", "Acme"]
    assert met(reading) == {"Anna Berg": ("new", "Lantern Days", None)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At Lantern Days I finally met Anna Berg.", {"Anna Berg": ("new", "Lantern Days", None)}),
        ("I finally met Anna Berg.", {"Anna Berg": ("new", None, None)}),
        ("Tom Wade introduced me to Anna Berg.", {"Anna Berg": ("new", None, "Tom Wade")}),
        (
            "I was at Lantern Days. We were at Skein Days.\n\nI saw Tom Wade again.",
            {"Tom Wade": ("renewed", "Skein Days", None)},
        ),
        ("I did not get to meet Anna Berg.", {}),
        ("We missed Anna Berg, who couldn't make it.", {}),
        ("Anna Berg's keynote was about cheese.", {}),
        ("Anna Berg was mentioned.", {}),
    ],
)
def test_encounters(text: str, found: dict[str, tuple[str, str | None, str | None]]) -> None:
    assert met(read(text)) == found


def test_a_team_with_who_left_and_who_joined() -> None:
    text = "At Lantern Days our team was Anna Berg, Tom Wade and me. Tom Wade still has other priorities, and Ute Kern joined the team earlier this year."
    reading = read(text)
    n = reading.names()
    (team,) = reading.all(TeamFact)
    assert (team.name, n[team.event or ""]) == ("Lantern Days team", "Lantern Days")
    members = {
        n.get(m.person or "", "me"): (m.change, str(m.since or ""), str(m.until or ""))
        for m in reading.all(MembershipFact)
    }
    assert members == {
        "Anna Berg": (None, "", ""),
        "Tom Wade": ("left", "", ""),
        "me": (None, "", ""),
        "Ute Kern": ("joined", "2007-01-01/2007-10-21", ""),
    }
    assert met(reading)["Anna Berg"][0] == "cemented"


def test_a_team_without_a_day_of_writing_has_no_dates() -> None:
    reading = read("Our team was Anna Berg, Tom Wade and me. Ute Kern joined the team earlier this year.", None)
    assert [(m.since, m.until) for m in reading.all(MembershipFact)] == [(None, None)] * 4


def test_what_is_said_about_people() -> None:
    text = (
        "Anna Berg of Acme, my podcasting partner, was there. Tom Wade needs help from Acme. Ute Kern builds lamps.\n\n"
        "I'd been reading Kim Roe's blog for years. Six months later Kim Roe became a client. Photo: Ute Kern"
    )
    reading = read(text)
    n = reading.names()
    assert [(n[a.person], n[a.organization]) for a in reading.all(AffiliationFact)] == [("Anna Berg", "Acme")]
    assert [(n[r.person], r.words) for r in reading.all(RelationFact)] == [("Anna Berg", "my podcasting partner")]
    assert [(n[x.person], x.kind, x.words) for x in reading.all(NeedFact)] == [
        ("Tom Wade", "need", "needs help from Acme"),
        ("Ute Kern", "offer", "builds lamps"),
    ]
    assert [(n[o.person or ""], o.words, o.lag) for o in reading.all(OutcomeFact)] == [
        ("Kim Roe", "Six months later Kim Roe became a client.", "Six months later")
    ]
    assert [(c.kind, n[c.maker or ""]) for c in reading.all(ClipFact)] == [("photo", "Ute Kern")]


def test_roles_and_absence_at_an_event() -> None:
    reading = read(
        "I was at Lantern Days. Anna Berg gave the keynote. The talk by Tom Wade was long.\n\nKim Roe was ill."
    )
    n = reading.names()
    roles = {(n[r.person], n[r.event], r.role, r.status) for r in reading.all(RoleFact)}
    assert {r for r in roles if r[0] != "Anna Berg"} == {
        ("Tom Wade", "Lantern Days", "speaker", None),
        ("Kim Roe", "Lantern Days", None, "absent"),
    }


def test_followed_before() -> None:
    reading = read("I have been reading her blog for years, so it was great to finally meet Anna Berg.")
    (fact,) = reading.all(FollowingFact)
    assert (reading.names()[fact.person], fact.words) == ("Anna Berg", reading.source.text)


def test_the_author_and_the_byline_are_nobody_met() -> None:
    reading = read("by Anna Berg on 21 October 2007\n\nI finally met Tom Wade. Anna Berg says hello.")
    assert [p.name for p in reading.all(PersonFact)] == ["Tom Wade"]


def test_the_evidence_goes_on_with_she_and_he() -> None:
    reading = read("I finally met Anna Berg. She bakes. He left. It rained.")
    (anna,) = reading.all(PersonFact)
    assert [s.text for s in anna.evidence] == ["I finally met Anna Berg.", "She bakes.", "He left."]


def test_the_place_of_a_whole_text_is_in_its_title() -> None:
    (event,) = read("Three wet days in Oslo\n\nLantern Days was fun.").all(EventFact)
    assert event.place == "Oslo"


def test_every_fact_quotes_the_marked_up_text() -> None:
    text = "# At *Lantern Days*\n\n**Tom Wade** introduced me, right after the very first of the many talks there, to *Anna\nBerg* &amp; **Ute Kern** of `Acme`. Photo: _Kim Roe_"
    reading = drafted(text, {**NAMES, "Anna\nBerg": "PER"}, WRITTEN)
    assert sorted(p.name for p in reading.all(PersonFact)) == ["Anna Berg", "Kim Roe", "Tom Wade", "Ute Kern"]
    for fact in reading.facts:
        assert fact.evidence
        assert [text[s.start : s.end] for s in fact.evidence] == [s.text for s in fact.evidence]
