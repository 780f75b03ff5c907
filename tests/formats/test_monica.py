"""Monica: whoever moves loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

from formats.reads import names, read, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway import Memory
from hallway.model import (
    AffiliationFact,
    DetailFact,
    EncounterFact,
    KeyFact,
    NeedFact,
    Reading,
    RelationFact,
    TopicFact,
)

SAMPLE = Path(__file__).parent / "samples" / "monica.json"


def details(reading: Reading) -> list[tuple[str, str]]:
    return [(d.kind, d.value) for d in reading.all(DetailFact)]


def test_a_contact_with_everything() -> None:
    readings, problems = read(SAMPLE.read_bytes())
    assert problems == []
    ursina = readings[0]
    assert names([ursina]) == ["Ursina Caflisch", "Chidi Ashworth"]
    assert [(k.kind, k.value) for k in ursina.all(KeyFact)][1:3] == [
        ("email", "ursina@klang.example"),
        ("phone", "+41 555 0123"),
    ]
    assert [a.role for a in ursina.all(AffiliationFact)] == ["Restorer"]
    assert details(ursina) == [
        ("tag", "music"),
        ("tag", "Leeds"),
        ("birthday", "--03-09"),
        ("first met", "2017-11-10"),
        ("created", "2017-11-12"),
        ("food preferences", "no cheese"),
        ("gift", "A tuning fork, offered, 2018-12-24"),
        ("call", "2018-05-14, She wants a quote., contact called"),
        ("address", "Workshop, Klanggasse 3, 7000, Chur, CH"),
        ("nickname", "Uschi"),
    ]
    assert [n.words for n in ursina.all(NeedFact)] == ["Restores harmoniums.", "Asked for *reeds* from 1890."]
    assert [(e.person, e.via, str(e.when)) for e in ursina.all(EncounterFact)] == [("p0", "p1", "2017-11-10")]


def test_activities_relationships_and_the_journal() -> None:
    readings, _ = read(SAMPLE.read_bytes())
    assert [r.source.record for r in readings[2:]] == [
        "monica:relationship:r1",
        "monica:activity:e1f2",
        "monica:journal:j1",
    ]
    relation, activity, journal = readings[2:]
    assert [f.words for f in relation.all(RelationFact)] == ["colleague of Ursina Caflisch"]
    assert names([activity]) == ["Ursina Caflisch", "Chidi Ashworth"]
    assert [str(e.when) for e in activity.all(EncounterFact)] == ["2019-02-02", "2019-02-02"]
    assert (names([journal]), [t.words for t in journal.all(TopicFact)]) == (["Ursina Caflisch"], ["Chur"])


def test_every_word_of_the_export_is_kept() -> None:
    readings, _ = read(SAMPLE.read_bytes())
    kept = "\n".join(r.source.text + (r.source.original or b"").decode() for r in readings)
    exported = json.loads(SAMPLE.read_text(encoding="utf-8"))["account"]["data"]
    for word in (
        "harmoniums",
        "no cheese",
        "tuning fork",
        "She wants a quote",
        "Klanggasse",
        "Soup, then Bach",
        "colleague",
    ):
        assert word in json.dumps(exported)
        assert word in kept


def test_people_are_one_across_records(memory: Memory) -> None:
    memory.files.import_([SAMPLE])
    assert sorted(p.name for p in memory.people()) == ["Chidi Ashworth", "Ursina Caflisch"]
    [story] = memory.who("Ursina")
    assert [(m.day, m.via) for m in story.meetings] == [("2017-11-10", "Chidi Ashworth"), ("2019-02-02", None)]


def test_what_the_api_gives() -> None:
    readings, problems = shaped("monica-api.json")
    assert problems == []
    [yusuf] = readings
    assert names(readings) == ["Yusuf Karaca"]
    assert ("birthday", "1984") in details(yusuf)
    assert [n.words for n in yusuf.all(NeedFact)] == ["At the foundry in Porto, by the big bell.", "Rings A flat."]
    assert [str(e.when) for e in yusuf.all(EncounterFact)] == ["2016-05-27"]


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.sampled_from(["", "x", "2016-05-27", "c1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "data",
                    "values",
                    "type",
                    "properties",
                    "uuid",
                    "first_name",
                    "happened_at",
                    "tags",
                    "post",
                    "birthdate",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(_VALUES)
def test_any_account_is_read_or_reported(value: object) -> None:
    read(
        json.dumps(
            {
                "app_version": "4.1.2",
                "account": {"data": [{"type": "contact", "values": [value]}, value], "properties": value},
            }
        )
    )
