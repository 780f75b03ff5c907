"""RSS and Atom as they are found, sound and broken."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from feedgen.feed import FeedGenerator
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.formats.feeds.entries import MOST_ENTRIES, Entry, Feed
from hallway.formats.feeds.whatever import read_feed
from hallway.model import When

URL = "https://tides.example/feed"


def feed(text: str | bytes, content_type: str = "") -> Feed:
    found = read_feed(text if isinstance(text, bytes) else text.encode(), URL, content_type)
    assert isinstance(found, Feed)
    return found


RSS2 = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tides &amp; Tapes</title><link>https://tides.example/</link><ttl>90</ttl>
<item><title>How to record a lighthouse</title><link>/lighthouse?utm_source=rss&amp;p=1</link><guid isPermaLink="false">7</guid>
<pubDate>Tue, 06 Oct 2015 23:30:00 -0500</pubDate><dc:creator>Lena Ortiz</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>Take a <b>microphone</b>.</p>]]></content:encoded></item></channel></rss>"""
RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://tides.example/"><title>Tides</title><link>https://tides.example/</link>
<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
<item rdf:about="https://tides.example/1"><title>One</title><link>https://tides.example/1</link>
<dc:date>2003-05</dc:date><dc:creator>Lena</dc:creator><description>Words.</description></item></rdf:RDF>"""
RSS09 = """<rss version="0.91"><channel><title>Tides</title><link>https://tides.example/</link>
<item><title>One</title><link>https://tides.example/1</link><description>Words.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tides.example/blog/"><title type="html">Tides &amp;amp; Tapes</title>
<link href="https://tides.example/"/><author><name>Lena Ortiz</name><email>lena@tides.example</email></author>
<entry><id>tag:tides.example,2015:1</id><title>One</title><link href="one"/><published>2015-10-06T23:30:00-05:00</published>
<updated>2016-01-01T00:00:00Z</updated><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("text", "entry", "every"),
    [
        (RSS2, Entry("7", "https://tides.example/lighthouse?p=1", "How to record a lighthouse", "<p>Take a <b>microphone</b>.</p>", "Lena Ortiz", When("2015-10-06")), 5400),
        (RSS1, Entry("https://tides.example/1", "https://tides.example/1", "One", "Words.", "Lena", When("2003-05")), 21600),
        (RSS09, Entry("https://tides.example/1", "https://tides.example/1", "One", "Words."), 0),
        (ATOM, Entry("tag:tides.example,2015:1", "https://tides.example/blog/one", "One", "<p>Words.</p>", None, When("2015-10-06")), 0),
    ],
    ids=["rss 2.0", "rss 1.0", "rss 0.91", "atom"],
)  # fmt: skip
def test_every_kind(text: str, entry: Entry, every: int) -> None:
    found = feed(text)
    assert (found.entries, found.every) == ((entry,), every)


def test_a_feed_that_another_program_wrote() -> None:
    made = FeedGenerator()
    made.id(URL)
    made.title("Tides & Tapes")
    made.author(name="Lena Ortiz", email="lena@tides.example")
    made.link(href="https://tides.example/")
    made.description("Sound")
    for n in range(3):
        entry = made.add_entry(order="append")
        entry.id(f"https://tides.example/{n}")
        entry.title(f"Post {n} <&>")
        entry.link(href=f"https://tides.example/{n}")
        entry.content(f"<p>Words {n}</p>", type="CDATA")
        entry.published(datetime(2015, 10, n + 1, tzinfo=UTC))
    for data in (made.rss_str(), made.atom_str()):
        found = feed(data)
        assert [(e.url, e.title, e.html, str(e.when)) for e in found.entries] == [
            (f"https://tides.example/{n}", f"Post {n} <&>", f"<p>Words {n}</p>", f"2015-10-0{n + 1}") for n in range(3)
        ]
    assert feed(made.atom_str()).author == "Lena Ortiz"


@pytest.mark.parametrize(
    ("broken", "title"),
    [
        (RSS09.replace("<title>One", "<title>Salt & rope"), "Salt & rope"),
        (RSS09.replace("<title>One", "<title>Salt &nbsp;&eacute;t&eacute;"), "Salt \xa0été"),
        (RSS09.replace("</item></channel></rss>", ""), "One"),
        (RSS09.replace("<description>", "<b><description>"), "One"),
        ("\n\n  \ufeff" + RSS09, "One"),
        ("<!-- made by hand -->\n" + RSS09, "One"),
        (RSS09.replace("<title>One", "<title>One\x0c"), "One"),
    ],
)
def test_broken_xml(broken: str, title: str) -> None:
    [entry] = feed(broken).entries
    assert (entry.title, entry.url) == (title, "https://tides.example/1")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("utf-8", "latin-1"), ("iso-8859-1", "latin-1"), ("utf-8", "cp1252"), ("utf-16", "utf-16")],
)
def test_encodings_and_lies_about_them(declared: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>' + RSS09.replace("<title>One", "<title>Éloïse à Gent")
    assert [e.title for e in feed(text.encode(encoding)).entries] == ["Éloïse à Gent"]


def test_entities_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>' + RSS09.replace(
        "<title>One", "<title>&l11;"
    )
    found = read_feed(bomb.encode(), URL)
    assert sum(len(e.title) for e in (found.entries if isinstance(found, Feed) else ())) < 10_000


def test_nothing_outside_is_fetched() -> None:
    spy = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + RSS09.replace("<title>One", "<title>[&x;]")
    found = read_feed(spy.encode(), URL)
    assert isinstance(found, Feed)
    assert [e.title in ("[]", "[&x;]") for e in found.entries] == [True]


def test_far_too_many_entries() -> None:
    item = "<item><title>N</title><link>https://tides.example/{}</link></item>"
    many = (
        RSS09.partition("<item>")[0] + "".join(item.format(n) for n in range(MOST_ENTRIES + 300)) + "</channel></rss>"
    )
    found = feed(many)
    assert (len(found.entries), found.more) == (MOST_ENTRIES, 300)
    assert found.entries[-1].url == f"https://tides.example/{MOST_ENTRIES - 1}"


@pytest.mark.parametrize("text", ["", "   ", "hello", "{", "<x/>", "\x00\x01", "%PDF-1.4", "[1, 2]", "GIF89a"])
def test_what_is_no_feed(text: str) -> None:
    assert read_feed(text.encode(), URL) is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_however_it_is_damaged_it_is_read_or_not(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([RSS2, RSS1, ATOM])).encode()
    at = data.draw(st.integers(0, len(whole)))
    noise = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b"]]>", b"&", b"</item>", b"<![CDATA[", b"<?xml"]))
    )
    found = read_feed(whole[:at] + noise + whole[at + data.draw(st.integers(0, 30)) :], URL)
    assert found is None or not isinstance(found, Feed) or len(found.entries) <= 2
