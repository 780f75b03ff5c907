"""A reading made elsewhere: what does not quote the text is not kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.model import (
    AffiliationFact,
    EncounterFact,
    EventFact,
    FollowingFact,
    NeedFact,
    OutcomeFact,
    PersonFact,
    Reading,
    RelationFact,
    RoleFact,
    Source,
    Span,
    When,
)
from hallway.reading.quoted import from_data, unified

TEXT = "At PodCamp 2007 in Oslo I met Ann Berg of Acme, my new editor. Annual dues are due. Tom introduced us; Ann needs a desk."
SOURCE = Source("d.md", TEXT)
MET = "I met Ann Berg of Acme, my new editor"
ANN: dict[str, Any] = {
    "name": "Ann Berg", "mentions": ["Ann Berg", "Ann"], "connection": "new", "event": 0, "evidence": [MET], "organization": "Acme", "role": "speaker",
    "relation": "my new editor", "introduced_by": "Tom", "followed_before": True, "needs": [{"kind": "need", "words": "needs a desk"}], "confidence": 0.9,
}  # fmt: skip
TOM = {"name": "Tom", "connection": "none", "evidence": []}
CAMP = {
    "name": "PodCamp 2007",
    "series": "PodCamp",
    "edition": 2007,
    "place": "Oslo",
    "start": "2007",
    "organizers": ["Tom", "Nobody"],
}
GOOD = {
    "events": [CAMP],
    "people": [ANN, TOM],
    "outcomes": [{"person": "Ann Berg", "words": "needs a desk", "evidence": ["Ann needs a desk"]}],
}


def read(**changes: Any) -> Reading:
    return from_data(SOURCE, {**GOOD, **changes})


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return SOURCE.span(start, start + len(words))


def test_what_is_quoted_is_kept() -> None:
    quote = (span(MET),)
    assert read().facts == (
        EventFact("e0", "PodCamp 2007", "PodCamp", "2007", "Oslo", When("2007"), None, ("p1",), evidence=(span("PodCamp 2007"),)),
        PersonFact("p0", "Ann Berg", (span("Ann Berg"), span("Ann")), quote, 0.9),
        EncounterFact("p0", "new", "e0", "p1", None, quote, 0.9),  # type: ignore[arg-type]
        FollowingFact("p0", MET, None, quote, 0.9),
        *[f for f in read().facts if type(f).__name__ == "OrganizationFact"],
        AffiliationFact("p0", "o0", evidence=quote),
        RoleFact("p0", "e0", "speaker", None, quote),
        RelationFact("p0", "my new editor", quote),
        NeedFact("p0", "need", "needs a desk", quote),
        PersonFact("p1", "Tom", (span("Tom"),), (), 0.8),
        OutcomeFact("needs a desk", "p0", evidence=(span("Ann needs a desk"),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"evidence": ["I met Ann Bergg"]}, EncounterFact),
        ({"evidence": []}, EncounterFact),
        ({"connection": "best friends"}, EncounterFact),
        ({"connection": "none"}, EncounterFact),
        ({"connection": {"new": 1}}, EncounterFact),
        ({"organization": "Apex"}, AffiliationFact),
        ({"organization": ["Acme"]}, AffiliationFact),
        ({"relation": "my wife"}, RelationFact),
        ({"followed_before": "yes"}, FollowingFact),
        ({"event": 3}, RoleFact),
        ({"event": True}, RoleFact),
        ({"event": "0"}, RoleFact),
        ({"role": 7}, RoleFact),
        ({"needs": [{"kind": "need", "words": "needs a chair"}]}, NeedFact),
        ({"needs": [{"kind": "wish", "words": "needs a desk"}]}, NeedFact),
        ({"needs": "a desk"}, NeedFact),
        ({"name": "Zoe", "mentions": ["Zoe"]}, FollowingFact),
        ({"name": None, "mentions": None}, FollowingFact),
    ],
)
def test_what_is_not_quoted_or_of_no_shape_is_dropped_alone(change: dict[str, Any], kind: type) -> None:
    reading = read(people=[{**ANN, **change}, TOM])
    assert list(reading.all(kind)) == []
    assert [p.name for p in reading.all(PersonFact)][-1] == "Tom"


@pytest.mark.parametrize(
    ("name", "mentions", "kept"),
    [
        ("Annabel Berg", ["Ann", "Ann Berg"], "Ann Berg"),
        (None, ["Ann"], "Ann"),
        ("Ann", [], "Ann"),
        ("ann berg", ["Ann Berg"], "Ann Berg"),
    ],
)
def test_a_name_that_is_not_in_the_text_gives_way_to_one_that_is(
    name: str | None, mentions: list[str], kept: str
) -> None:
    (person,) = read(people=[{"name": name, "mentions": mentions}]).all(PersonFact)
    assert person.name == kept


def test_names_are_found_as_whole_words() -> None:
    (person,) = read(people=[{"name": "Ann", "mentions": [{"text": "Ann", "start": 63}]}]).all(PersonFact)
    assert person.mentions == (span("Ann", 63),)
    (person,) = from_data(Source("x", "Annual: Ann"), {"people": [{"name": "Ann"}]}).all(PersonFact)
    assert person.mentions == (Span("Ann", 8, 11),)
    assert from_data(Source("x", "Annual Anna"), {"people": [{"name": "Ann"}]}).facts == ()


@pytest.mark.parametrize("start", [-91, 5, 10**9, None, "x", 2.0])
def test_wrong_offsets_do_not_matter_where_the_words_are_right(start: object) -> None:
    (person,) = read(people=[{"name": "Tom", "mentions": [{"text": "Tom", "start": start}]}]).all(PersonFact)
    assert person.mentions == (span("Tom"),)


@pytest.mark.parametrize(
    ("start", "kept"),
    [("2007-05", "2007-05"), ("2011-05-01", None), ("last May", None), (2007, "2007"), ("2007-13", None), ([], None)],
)
def test_a_year_that_nobody_told_is_no_date(start: object, kept: str | None) -> None:
    (event,) = read(events=[{**CAMP, "start": start}]).all(EventFact)
    assert (str(event.start) if event.start else None) == kept


def test_what_an_event_cannot_quote_is_left_out() -> None:
    (event,) = read(
        events=[{**CAMP, "series": "GnomeDex", "place": "Paris", "organizers": "Tom"}, {"name": "GnomeDex"}, {}]
    ).all(EventFact)
    assert (event.series, event.place, event.organizers) == (None, None, ())


@pytest.mark.parametrize(
    ("given_sure", "kept"), [(0.25, 0.25), (7, 1.0), (-1, 0.0), ("high", 0.8), (None, 0.8), (float("nan"), 0.8)]
)
def test_certainty(given_sure: object, kept: float) -> None:
    (person,) = read(people=[{"name": "Tom", "confidence": given_sure}]).all(PersonFact)
    assert person.confidence == kept


def test_nobody_introduces_themselves() -> None:
    (met,) = read(people=[{**ANN, "introduced_by": "Ann Berg"}]).all(EncounterFact)
    assert met.via is None


def test_outcomes_in_other_words_become_the_quote() -> None:
    given_outcomes = [
        {"person": "Zoe", "words": "became rich", "evidence": ["Annual dues are due."]},
        {"person": None, "words": "x", "evidence": ["not there"]},
    ]
    assert list(read(outcomes=given_outcomes).all(OutcomeFact)) == [
        OutcomeFact("Annual dues are due.", None, evidence=(span("Annual dues are due."),))
    ]


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 200), st.floats(), st.sampled_from(["Ann Berg", "Ann", "Tom", "new", "Acme", "2007", "PodCamp 2007", MET, "need", ""])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*ANN, *CAMP, "text", "kind", "words", "person"]), inner, max_size=6),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["events", "people", "outcomes"]), st.lists(values, max_size=3)))
def test_any_answer_is_read_and_everything_kept_is_quoted(data: dict[str, Any]) -> None:
    reading = from_data(SOURCE, data)
    unified(reading)
    for fact in reading.facts:
        assert all(TEXT[s.start : s.end] == s.text for s in fact.evidence)
    json.dumps(reading.as_dict())


def test_unified_makes_one_of_what_is_the_same() -> None:
    text = "I met Ann Berg. Ann Berg of Acme sang."
    source = Source("d.md", text)
    first, second = source.span(0, 15), source.span(16, 38)
    reading = Reading(
        source,
        (
            PersonFact("p0.0", "Ann Berg", (source.span(6, 14),), (first,)),
            EncounterFact("p0.0", "new", evidence=(first,), confidence=0.5),  # type: ignore[arg-type]
            RelationFact("p0.0", "friend", (first,)),
            PersonFact("p1.3", "ann berg", (source.span(16, 24),), (second,)),
            EncounterFact("p1.3", "renewed", evidence=(second,), confidence=0.7),  # type: ignore[arg-type]
            RelationFact("p1.3", "friend", (second,)),
        ),
    )
    assert unified(reading).facts == (
        PersonFact("p0.0", "Ann Berg", (source.span(6, 14), source.span(16, 24)), (first, second)),
        EncounterFact("p0.0", "renewed", evidence=(second,), confidence=0.7),  # type: ignore[arg-type]
        RelationFact("p0.0", "friend", (first,)),
    )


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["Elizabeth Ray", "Liz"], ["Elizabeth Ray"]),
        (["Liz", "Elizabeth Ray"], ["Elizabeth Ray"]),
        (["Elizabeth Ray", "Elizabeth Kent", "Liz"], ["Elizabeth Ray", "Elizabeth Kent", "Liz"]),
        (["Tom", "Ann Berg"], ["Tom", "Ann Berg"]),
    ],
)
def test_a_first_name_of_another_piece_belongs_to_the_only_bearer(names: list[str], people: list[str]) -> None:
    text = " ".join(names)
    source = Source("d.md", text)
    facts = [
        PersonFact(f"p0.{i}", n, (source.span(text.index(n), text.index(n) + len(n)),)) for i, n in enumerate(names)
    ]
    assert [p.name for p in unified(Reading(source, tuple(facts))).all(PersonFact)] in (people, people[::-1])
