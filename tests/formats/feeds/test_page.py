"""Home pages: which feed they name, whose they are, and posts that stand in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallway.formats.feeds.entries import Entry
from hallway.formats.feeds.page import read_page
from hallway.formats.feeds.whatever import read_feed
from hallway.model import When

URL = "https://lena.example/home/"


def test_the_feed_to_follow_comes_first() -> None:
    page = read_page(
        """<html><head><title>Lena &amp; the sea</title>
        <link rel="alternate" type="application/rss+xml" title="Comments on everything" href="/comments/feed">
        <link rel='alternate' type='application/rss+xml; charset=utf-8' href='feed.xml'>
        <LINK REL="ALTERNATE" TYPE="application/atom+xml" HREF="/atom.xml">
        <link rel="alternate" hreflang="de" href="/de">
        <link rel="stylesheet" type="text/css" href="x.css"></head></html>""",
        URL,
    )
    assert page.title == "Lena & the sea"
    assert page.feeds == (
        "https://lena.example/atom.xml",
        "https://lena.example/home/feed.xml",
        "https://lena.example/comments/feed",
    )


def test_a_base_counts() -> None:
    page = read_page('<base href="https://cdn.example/"><link rel=alternate type=application/rss+xml href=feed>', URL)
    assert page.feeds == ("https://cdn.example/feed",)


def test_whose_it_is() -> None:
    page = read_page(
        """<body><div class="h-card"><a class="p-name u-url" href="/">Lena <b>Ortiz</b></a></div>
        <a rel="me noopener" href="https://social.example/@lena">me</a><a rel="friend" href="https://ida.example">Ida</a>
        <link href="mailto:lena@lena.example" rel="me"></body>""",
        URL,
    )
    assert (page.name, page.profiles, page.feed) == ("Lena Ortiz", ("https://social.example/@lena",), None)


def test_posts_in_the_page_itself() -> None:
    page = read_page(
        """<div class="h-feed"><article class="h-entry"><h2 class="p-name"><a class="u-url" href="/1?utm_medium=x">One &amp; only</a></h2>
        <time class="dt-published" datetime="2015-10-06T23:30-05:00">autumn</time>
        <p class="p-author h-card"><img class="u-photo" src="x"><span class="p-name">Lena Ortiz</span></p>
        <div class="e-content"><p>Words <i>here</i>.</p><p>And here</div></article>
        <div class="h-entry">A note without anything</div></div>""",
        URL,
    )
    assert page.feed is not None
    assert page.feed.entries == (
        Entry("https://lena.example/1", "https://lena.example/1", "One & only", "<p>Words <i>here</i>.</p><p>And here", "Lena Ortiz", When("2015-10-06")),
    )  # fmt: skip
    assert page.name is None


def test_what_is_in_scripts_and_comments_is_not_there() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    page = read_page(f"<!-- {link} --><script>'{link}'</script><template>{link}</template><!-- {link}", URL)
    assert page.feeds == ()


def test_pages_in_other_encodings() -> None:
    found = read_feed("<html><meta charset=iso-8859-1><title>Éloïse</title>".encode("latin-1"), URL, "text/html")
    assert found is not None
    assert found.title == "Éloïse"


def test_half_a_megabyte_of_open_tags_is_read_in_no_time() -> None:
    for piece in (
        "<div class='h-entry'><p class=p-name>",
        "<a href='",
        "<!--",
        "<script>",
        '<p class="e-content">',
        "</div>",
        "<a <a ",
    ):
        text = "<html>" + piece * (500_000 // len(piece))
        assert read_page(text, URL).feeds == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "<div class='h-entry'>",
                "</div>",
                "<p class=p-name>",
                "x",
                "<a rel=me href=/y>",
                "<br class=u-url href=z>",
                "<",
                "<title>",
                "</a>",
            ]
        )
    )
)
def test_any_soup_is_read(pieces: list[str]) -> None:
    page = read_page("".join(pieces), URL)
    assert all(p == "https://lena.example/y" for p in page.profiles)
