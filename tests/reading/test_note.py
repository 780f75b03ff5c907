"""One line, as people type it on a phone."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import example, given, settings
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
    When,
)
from hallway.reading.note import Known, NoteReader, said_back
from hallway.reading.protocol import UnreadableText

KNOWN = Known(
    people=["Owen Prydderch", "Ximena Ros", "Éloïse Bø"],
    events=[
        "Lantern Communications Conference 2007",
        "FOSDEM 2024",
        "UK Games Expo",
        "Herbsttagung 2006",
        "Herbsttagung 2007",
    ],
    organizations=["Lumen AG", "Acme"],
)
WRITTEN = When("2007-10-21")
LANTERN = "Lantern Communications Conference 2007"


def read(text: str, known: Known = KNOWN) -> Reading:
    return NoteReader().read(text, known, WRITTEN)


def understood(reading: Reading) -> dict[str, object]:
    """The reading as plain data without order and offsets."""
    names = reading.names()
    out: dict[str, object] = {}
    for p in reading.all(PersonFact):
        met = next(reading.of(EncounterFact, p.ref), None)
        out[p.name] = {
            "met": met
            and (met.kind.value, met.confidence, names.get(met.event or ""), names.get(met.via or ""), str(met.when)),
            "jobs": {(names[a.organization], a.role) for a in reading.of(AffiliationFact, p.ref)},
            "needs": {(n.kind, n.words) for n in reading.of(NeedFact, p.ref)},
            "roles": {(r.role, r.status) for r in reading.of(RoleFact, p.ref)},
            "relations": {r.words for r in reading.of(RelationFact, p.ref)},
            "followed": {f.words for f in reading.of(FollowingFact, p.ref)},
            "outcomes": {o.words for o in reading.of(OutcomeFact, p.ref)},
        }
    return out


def met(reading: Reading) -> dict[str, str]:
    names = reading.names()
    return {names[e.person]: e.kind.value for e in reading.all(EncounterFact)}


def test_the_note_of_the_story() -> None:
    reading = read("Eleri Vaughan, new, at the Lantern event; wants help with podcasts; via Owen Prydderch")
    assert understood(reading) == {
        "Eleri Vaughan": {
            "met": ("new", 1.0, LANTERN, "Owen Prydderch", "None"),
            "jobs": set(),
            "needs": {("need", "wants help with podcasts")},
            "roles": set(),
            "relations": set(),
            "followed": set(),
            "outcomes": set(),
        },
        "Owen Prydderch": {key: set() for key in ("jobs", "needs", "roles", "relations", "followed", "outcomes")}
        | {"met": None},
    }
    assert said_back(reading) == f"Eleri Vaughan: new, at {LANTERN}, via Owen Prydderch; wants help with podcasts."


def test_an_unknown_event_keeps_its_words() -> None:
    reading = read("Eleri Vaughan, new, at the Lantern event; wants help with podcasts; via Owen Prydderch", Known())
    assert [e.name for e in reading.all(EventFact)] == ["Lantern event"]
    assert (
        said_back(reading) == "Eleri Vaughan: new, at the Lantern event, via Owen Prydderch; wants help with podcasts."
    )


KINDS = [
    ("Ann Bek, new", {"Ann Bek": "new"}),
    ("Ann Bek brand new", {"Ann Bek": "new"}),
    ("first time: Ann Bek", {"Ann Bek": "new"}),
    ("finally met Ann Bek", {"Ann Bek": "new"}),
    ("never met before: Ann Bek, sells microphones", {"Ann Bek": "new"}),
    ("I had never met Ann Bek before", {"Ann Bek": "new"}),
    ("Ann Bek again", {"Ann Bek": "renewed"}),
    ("caught up with Ann Bek over lunch", {"Ann Bek": "renewed"}),
    ("ran into Ann Bek at the airport yesterday", {"Ann Bek": "renewed"}),
    ("Ann Bek, old friend, at FOSDEM", {"Ann Bek": "renewed"}),
    ("Ann Bek, seen before", {"Ann Bek": "renewed"}),
    (
        "Anna and Lorcan Devane, old friends, at the Lantern conference",
        {"Anna Devane": "renewed", "Lorcan Devane": "renewed"},
    ),
    ("my podcasting partner Shel Holtz, long talk", {"Shel Holtz": "cemented"}),
    ("long talk with my friend Ann Bek", {"Ann Bek": "cemented"}),
    ("Ann Bek, colleague", {"Ann Bek": "cemented"}),
    ("Tuur - shared the hotel room, snores", {"Tuur": "cemented"}),
    ("Ann Bek hi only", {"Ann Bek": "fleeting"}),
    ("waved at Ann Bek across the hall", {"Ann Bek": "fleeting"}),
    ("glimpsed Ann Bek", {"Ann Bek": "fleeting"}),
    ("said hi to Ann Bek in passing", {"Ann Bek": "fleeting"}),
    ("Dag (waved, across the hall, twice)", {"Dag": "fleeting"}),
    ("met Ann, Bo and Cy at lunch", {"Ann": "new", "Bo": "new", "Cy": "new"}),
    ("Ann Bek and Jo Lund, new, at FOSDEM", {"Ann Bek": "new", "Jo Lund": "new"}),
    ("Ann Bek, Jo Lund, both new", {"Ann Bek": "new", "Jo Lund": "new"}),
    ("new: Ann Bek; again: Jo Lund", {"Ann Bek": "new", "Jo Lund": "renewed"}),
    ("Will Smith, new, will send slides", {"Will Smith": "new"}),
    ("Big Ole, again, at the door", {"Big Ole": "renewed"}),
    ("Jean-Luc de la Tour, new", {"Jean-Luc de la Tour": "new"}),
    ("Siobhán O'Neill-Carty, new", {"Siobhán O'Neill-Carty": "new"}),
    ("J. Okafor (Lumen AG), new", {"J. Okafor": "new"}),
    ("Luca T. again, hall 7. still no price", {"Luca T.": "renewed"}),
    ("PAWLITZKI CAME BY, AGAIN", {"Pawlitzki": "renewed"}),
    ("@tolva, again", {"@tolva": "renewed"}),
    ("tolva, new, at the Lantern event", {"tolva": "new"}),
    ("eleri vaughan new podcasts via owen", {"Eleri Vaughan": "new"}),
    ("met ann bek & jo lund @ fosdem, both new", {"Ann Bek": "new", "Jo Lund": "new"}),
    ("éloïse bo again", {"Éloïse Bø": "renewed"}),
    ("OWEN PRYDDERCH", {"Owen Prydderch": "renewed"}),
    ("Frau Dr. Seidl-Moor, neu, beim Kongress in Graz", {"Frau Dr. Seidl-Moor": "new"}),
    ("Claire Dubois, nouvelle, au salon, cherche un éditeur", {"Claire Dubois": "new"}),
    ("José Pérez, otra vez, en el congreso de Lima", {"José Pérez": "renewed"}),
    ("Joost van Heemst, weer, op de beurs; zoekt werk", {"Joost van Heemst": "renewed"}),
    ("João Silva, novo, na Feira do Livro", {"João Silva": "new"}),
    ("Ann Bek, new job at Acme, again", {"Ann Bek": "renewed"}),
    ("Ann Bek; missed her talk; new", {"Ann Bek": "new"}),
    ("Ann Bek, want to meet again next year", {"Ann Bek": "new"}),
    ("Ann Bek, heard her talk then met her at the bar", {"Ann Bek": "new"}),
    ("Ann Bek, new; missed Jo Lund; wants podcasts", {"Ann Bek": "new"}),
    ("Ann Bek, new, Marc says hi", {"Ann Bek": "new"}),
    ("Ann Bek's boss, Jo Lund, new", {"Jo Lund": "new"}),
    ("Jo Lund, friend of Owen Prydderch, new", {"Jo Lund": "new"}),
    ("Owen introduced me to Ann Bek", {"Ann Bek": "new"}),
    ("dinner at Jo Lund's place with Ann Bek", {"Ann Bek": "new"}),
    ("Ann Bek (@annbek), new", {"Ann Bek": "new"}),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_how_we_met(text: str, kinds: dict[str, str]) -> None:
    assert met(read(text)) == kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("missed Ann Bek", "Ann Bek"),
        ("missed Ann Bek again at FOSDEM 2024", "Ann Bek"),
        ("Ann Bek, missed her at FOSDEM 2024", "Ann Bek"),
        ("didn't get to meet Ann Bek", "Ann Bek"),
        ("didnt meet Ann Bek, her train was late", "Ann Bek"),
        ("nearly met Ann Bek", "Ann Bek"),
        ("want to meet Ann Bek next year", "Ann Bek"),
        ("heard Ann Bek's talk", "Ann Bek"),
        ("heard Ann Bek's talk at FOSDEM 2024, new", "Ann Bek"),
        ("Ann Bek's keynote at FOSDEM 2024", "Ann Bek"),
        ("saw Ann Bek speak at FOSDEM 2024", "Ann Bek"),
        ("talk by Ann Bek, good", "Ann Bek"),
        ("Ann Bek spoke on stage", "Ann Bek"),
        ("only mailed with Ann Bek", "Ann Bek"),
        ("write to Ann Bek", "Ann Bek"),
        ("tell Ted the Prague sump idea", "Ted"),
        ("Szymon - not at stand when i went by, 2x", "Szymon"),
        ("Hob - looked for him, no luck", "Hob"),
        ("Gregor - not here, knee", "Gregor"),
        ("Dr Habermehl, absent, at FachPack 2010", "Dr Habermehl"),
        ("missed owen prydderch at fosdem", "Owen Prydderch"),
        ("Ann Bek verpasst", "Ann Bek"),
        ("Habe Ann Bek nicht getroffen", "Ann Bek"),
        ("pas rencontré Claire Dubois", "Claire Dubois"),
        ("no conocí a José Pérez", "José Pérez"),
        ("Joost van Heemst niet ontmoet", "Joost van Heemst"),
    ],
)
def test_a_meeting_that_did_not_happen_is_not_claimed(text: str, name: str) -> None:
    reading = read(text)
    assert [p.name for p in reading.all(PersonFact)] == [name]
    assert met(reading) == {}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ann Bek; looking for a co-author", "need", "looking for a co-author"),
        ("Ann Bek, new. wants tubs that survive -30", "need", "wants tubs that survive -30"),
        ("Frau Seidl, neu, sucht Partner", "need", "sucht Partner"),
        ("Claire Dubois, cherche un éditeur", "need", "cherche un éditeur"),
        ("José Pérez, busca traductora", "need", "busca traductora"),
        ("Ann Bek; teaches yoga", "offer", "teaches yoga"),
        ("Ann Bek, can send samples by friday", "offer", "can send samples by friday"),
        ("Ann Bek, ann@porter.example", "note", "ann@porter.example"),
        ("Ann Bek, +44 20 7946 0958", "note", "+44 20 7946 0958"),
        ("Ann Bek, https://ann.example/blog", "note", "https://ann.example/blog"),
        ("Ann Bek from Lviv, new", "note", "from Lviv"),
        ("Ann Bek via LinkedIn", "note", "via LinkedIn"),
        ("Ann Bek, new, help getting through the winter", "note", "help getting through the winter"),
        ("Ann Bek likes Drupal at scale, new", "note", "likes Drupal at scale"),
    ],
)
def test_needs_offers_and_notes(text: str, kind: str, words: str) -> None:
    assert [(n.kind, n.words) for n in read(text).all(NeedFact)] == [(kind, words)]


@pytest.mark.parametrize(
    ("text", "organization", "role"),
    [
        ("Eleri Vaughan of Vaughan Associates, new", "Vaughan Associates", None),
        ("Eleri Vaughan (Lumen AG), new", "Lumen AG", None),
        ("Eleri Vaughan @ Lumen, again", "Lumen", None),
        ("Eleri Vaughan from the BBC, new", "BBC", None),
        ("Eleri Vaughan, CTO of Vaughan Associates, at FOSDEM", "Vaughan Associates", "CTO"),
        ("jo lund cto of acme new at fosdem 2024", "Acme", "cto"),
        ("Ann Bek, University of Tartu, new", "University of Tartu", None),
    ],
)
def test_affiliations(text: str, organization: str, role: str | None) -> None:
    reading = read(text)
    assert [(reading.names()[a.organization], a.role) for a in reading.all(AffiliationFact)] == [(organization, role)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ann Bek, new, at the Lantern event", LANTERN),
        ("Ann Bek, new, lantern conference", LANTERN),
        ("Ann Bek, FOSDEM 2024, new", "FOSDEM 2024"),
        ("Ann Bek, new @FOSDEM", "FOSDEM 2024"),
        ("Ann Bek, new, at the Herbsttagung", "Herbsttagung"),
        ("Ann Bek, new, at EuroComm 2007", "EuroComm 2007"),
        ("Ann Bek, new, auf dem Kongress in Graz", "Kongress"),
    ],
)
def test_events(text: str, event: str) -> None:
    reading = read(text)
    names = reading.names()
    assert [names[e.event or ""] for e in reading.all(EncounterFact)] == [event]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ann Bek, new, via Owen Prydderch", "Owen Prydderch"),
        ("Ann Bek through Sina, new", "Sina"),
        ("thanks to Owen Prydderch met Ann Bek", "Owen Prydderch"),
        ("Ann Bek, new, intro by Sina. wants samples", "Sina"),
        ("Ann Bek: new; Sina introduced us", "Sina"),
        ("Ann Bek, neu, über Owen Prydderch", "Owen Prydderch"),
        ("Ann Bek, nouvelle, grâce à Sina", "Sina"),
    ],
)
def test_through_whom(text: str, via: str) -> None:
    reading = read(text)
    assert [reading.names()[e.via or ""] for e in reading.all(EncounterFact)] == [via]


def test_dates_count_from_the_writing() -> None:
    assert [str(e.when) for e in read("Ann Bek, new, yesterday").all(EncounterFact)] == ["2007-10-20"]
    assert [str(e.when) for e in read("Ann Bek, neu, gestern").all(EncounterFact)] == ["2007-10-20"]
    undated = NoteReader().read("Ann Bek, new, yesterday")
    assert [e.when for e in undated.all(EncounterFact)] == [None]
    assert [str(e.when) for e in read("Ann Bek, new, needs chairs by 3 March 2008").all(EncounterFact)] == ["None"]


def test_following_relation_outcome_and_role() -> None:
    reading = read("Sara Novak, finally met, reads her blog for years; my boss; became a client six months later")
    assert [f.words for f in reading.all(FollowingFact)] == ["reads her blog for years"]
    assert [r.words for r in reading.all(RelationFact)] == ["my boss"]
    assert [(o.words, o.lag) for o in reading.all(OutcomeFact)] == [
        ("became a client six months later", "six months later")
    ]
    roles = read("Ann Bek, speaker, at FOSDEM 2024 in Brussels, new")
    assert [r.role for r in roles.all(RoleFact)] == ["speaker"]
    assert [e.place for e in roles.all(EventFact)] == ["Brussels"]


def test_guesses_are_marked() -> None:
    assert [(e.kind.value, e.confidence) for e in read("Ann Bek").all(EncounterFact)] == [("new", 0.6)]
    assert [(e.kind.value, e.confidence) for e in read("owen prydderch").all(EncounterFact)] == [("renewed", 0.6)]
    assert said_back(read("Ann Bek")) == "Ann Bek: new?."


@pytest.mark.parametrize(
    "text", ["", "  \n", "new, at the Lantern event", "podcasts", "via Owen Prydderch", "???", "x" * 5000]
)
def test_what_cannot_be_read_says_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableText, match=r"who was it\? Start with a name|hallway read"):
        read(text)


PARTS = [
    "Eleri Vaughan",
    "new",
    "at the Lantern event",
    "wants help with podcasts",
    "via Owen Prydderch",
    "of Vaughan Associates",
]


@pytest.mark.parametrize("order", random.Random(7).sample(list(itertools.permutations(PARTS)), 60))
def test_the_order_of_parts_means_nothing(order: tuple[str, ...]) -> None:
    assert understood(read(", ".join(order))) == understood(read(", ".join(PARTS)))


PIECES = st.lists(
    st.sampled_from(
        [
            "new",
            "at FOSDEM 2024",
            "sells microphones",
            "needs a translator",
            "via Sina",
            "(Lumen AG)",
            "yesterday",
            "loves jazz",
            "my boss",
        ]
    ),
    unique=True,
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(PIECES, st.sampled_from([", ", "; ", " - ", " / ", "\n", ". "]), st.randoms())
def test_any_order_with_any_separator(pieces: list[str], separator: str, rng: random.Random) -> None:
    shuffled = ["Ann Bek", *pieces]
    rng.shuffle(shuffled)
    assert understood(read(separator.join(shuffled))) == understood(read("; ".join(["Ann Bek", *pieces])))


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Ann",
                "Bek",
                "Owen",
                "Prydderch",
                "new",
                "again",
                "via",
                "at",
                "@",
                "the",
                "of",
                "from",
                "missed",
                "heard",
                "talk",
                "met",
                "and",
                "&",
                "wants",
                "(",
                ")",
                ",",
                ";",
                ".",
                "-",
                "/",
                "'s",
                "'",
                '"',
                "Lumen",
                "AG",
                "FOSDEM",
                "2024",
                "my",
                "friend",
                "@x",
                "in",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=600, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=80)))
@example("İ Ann ﬁnally met ǅ")
@example("\ud800 Ann, new")
def test_any_text_gives_exact_spans_or_says_why_not(text: str) -> None:
    try:
        reading = read(text)
    except UnreadableText:
        return
    refs = set(reading.names())
    assert list(reading.all(PersonFact))
    for fact in reading.facts:
        for span in (*fact.evidence, *getattr(fact, "mentions", ())):
            assert span.text and text[span.start : span.end] == span.text
        for link in ("person", "event", "via", "organization"):
            assert getattr(fact, link, None) is None or getattr(fact, link) in refs
    assert "\n" not in said_back(reading)
