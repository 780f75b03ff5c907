"""OPML: a whole feed reader becomes people, and people a list that other readers can read."""

from __future__ import annotations

import io
from pathlib import Path

import listparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway import Memory
from hallway.formats.feeds.names import name_in
from hallway.formats.opml import read as read_opml
from hallway.formats.opml import written
from hallway.formats.protocol import Context, Problem
from hallway.model import DetailFact, FollowingFact, KeyFact, PersonFact, Reading
from hallway.queries.feeds import FeedLine

SAMPLE = Path(__file__).parent / "samples" / "opml.opml"


def items(text: str | bytes) -> list[Reading | Problem]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_opml(io.BytesIO(data), Context("list.opml")))


def one(outline: str) -> Reading:
    [item] = items(f"<opml><body>{outline}</body></opml>")
    assert isinstance(item, Reading)
    return item


def test_who_is_followed_where_since_when() -> None:
    found = [i for i in items(SAMPLE.read_bytes()) if isinstance(i, Reading)]
    told = [
        (next(r.all(PersonFact)).name, [k.value for k in r.all(KeyFact)], str(next(r.all(FollowingFact)).since))
        for r in found
    ]
    assert told == [
        ("Half an Ear", ["https://hafenfunk.example/halfanear/feed/", "https://hafenfunk.example/halfanear/"], "../2014-10-06"),
        ("Owen Prydderch", ["https://prydderch.example/index.xml"], "2011-07-12"),
        ("Wilhelmina Oduya", ["https://oduya.example/atom.xml?lang=en&full=1"], "../2014-10-06"),
    ]  # fmt: skip
    assert [[t.value for t in r.all(DetailFact)] for r in found] == [
        ["Sound & radio"],
        ["Sound & radio"],
        ["harbours", "history"],
    ]
    assert [m.text for r in found for p in r.all(PersonFact) for m in p.mentions] == [
        "Half an Ear",
        "Owen Prydderch",
        "Wilhelmina Oduya",
    ]
    assert [r.source.place for r in found] == ["line 9", "line 10", "line 12"]


@pytest.mark.parametrize(
    "broken",
    [
        '<outline text="R&D by Ida Holm" xmlUrl="https://holm.example/?a=1&b=2">',
        "<outline text='R&amp;D by Ida Holm' xmlUrl='https://holm.example/?a=1&amp;b=2'></outline></outline></outline>",
        '<OUTLINE TEXT="R&D by Ida Holm" XMLURL="https://holm.example/?a=1&b=2" / >',
        '<outline><outline text="R&D by Ida Holm" type=rss xmlUrl="https://holm.example/?a=1&b=2"/>',
    ],
)
def test_lists_that_are_no_sound_xml(broken: str) -> None:
    reading = one(broken)
    assert (next(reading.all(PersonFact)).name, next(reading.all(KeyFact)).value) == (
        "Ida Holm",
        "https://holm.example/?a=1&b=2",
    )


def test_a_feed_without_an_address_costs_nothing_but_itself() -> None:
    found = items(
        '<opml><body>\n<outline type="rss" text="Lost"/>\n<outline type="rss" text="Odd" xmlUrl="javascript:x"/>\n'
        '<outline text="Ida Holm" xmlUrl="https://holm.example/feed"/></body></opml>'
    )
    assert [str(p) for p in found if isinstance(p, Problem)] == [
        "list.opml:2: xmlUrl: Lost has no address of a feed; give it one: https://...",
        "list.opml:3: xmlUrl: Odd has no address of a feed; give it one: https://...",
    ]
    assert [n for r in found if isinstance(r, Reading) for n in r.names().values()] == ["Ida Holm"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    [item] = items(
        '<opml><outline text="Éloïse Büchner" xmlUrl="https://eloise.example/feed"/></opml>'.encode(encoding)
    )
    assert isinstance(item, Reading)
    assert list(item.names().values()) == ["Éloïse Büchner"]


def test_entities_of_the_file_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    reading = one(f'{bomb}<outline text="&b;&b; Ida Holm" xmlUrl="https://holm.example/feed"/>')
    assert list(reading.names().values()) == ["&b;&b; Ida Holm"]


def test_importing_it_follows_them(memory: Memory) -> None:
    memory.files.import_([SAMPLE])
    assert [(f.people, f.since, f.tags) for f in memory.feeds.all()] == [
        (("Half an Ear",), "../2014-10-06", ("Sound & radio",)),
        (("Owen Prydderch",), "2011-07-12", ("Sound & radio",)),
        (("Wilhelmina Oduya",), "../2014-10-06", ("harbours", "history")),
    ]
    assert memory.undo() is not None
    assert memory.feeds.all() == []


def test_another_program_reads_what_we_write(memory: Memory) -> None:
    """listparser is what feed readers in Python read OPML with."""
    memory.files.import_([SAMPLE])
    read_by_peer = listparser.parse(memory.feeds.opml().decode())
    assert read_by_peer.bozo == 0
    assert [(f.title, f.url, f.categories or []) for f in read_by_peer.feeds] == [
        ("Half an Ear", "https://hafenfunk.example/halfanear/feed/", [["Sound & radio"]]),
        ("Owen Prydderch", "https://prydderch.example/index.xml", [["Sound & radio"]]),
        ("Wilhelmina Oduya", "https://oduya.example/atom.xml?lang=en&full=1", [["harbours"], ["history"]]),
    ]


def test_what_we_write_is_read_again_as_it_was(memory: Memory, tmp_path: Path) -> None:
    memory.files.import_([SAMPLE])
    (tmp_path / "mine.opml").write_bytes(memory.feeds.opml())
    with Memory(tmp_path / "other.db") as other:
        other.files.import_([tmp_path / "mine.opml"])
        assert other.feeds.opml() == memory.feeds.opml()


_words = st.text(max_size=30)


@given(_words, _words, _words, st.sampled_from([None, "2005", "../2014-10-06", "200X"]))
def test_whatever_is_written_can_be_read(name: str, title: str, words: str, since: str | None) -> None:
    line = FeedLine("https://holm.example/feed?a=1&b=<2>", (name or "Ida",), title, since, words)
    [item] = items(written([line]))
    assert isinstance(item, Reading)
    assert next(item.all(KeyFact)).value == line.url
    assert str(next(item.all(FollowingFact)).since or "") == (since or "")
    assert listparser.parse(written([line]).decode()).bozo == 0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ida Holm's Weblog", "Ida Holm"),
        ("Ida’s blog", "Ida"),
        ("Notes by Ida Holm", "Ida Holm"),
        ("Weblog of Marieke Van Hecke", "Marieke Van Hecke"),
        ("Marieke van Hecke: ports and people", "Marieke van Hecke"),
        ("Tides & Tapes | Lena Ortiz", "Lena Ortiz"),
        ("Tides – Lena Ortiz", "Lena Ortiz"),
        ("Harbour News", "Harbour News"),
        ("The Daily Lantern: Conference Reports", "The Daily Lantern: Conference Reports"),
        ("Lena Ortiz", "Lena Ortiz"),
        ("  Half  an Ear ", "Half an Ear"),
    ],
)
def test_names_in_titles(title: str, name: str) -> None:
    assert name_in(title) == name
