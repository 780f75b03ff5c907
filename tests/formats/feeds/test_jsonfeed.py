"""JSON Feed."""

from __future__ import annotations

import json

import pytest

from hallway.formats.feeds.entries import Entry
from hallway.formats.feeds.jsonfeed import read_jsonfeed
from hallway.model import When

URL = "https://tides.example/feed.json"
HEAD = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Tides",
    "home_page_url": "/",
    "authors": [{"name": "Lena Ortiz"}],
}


def test_a_feed() -> None:
    items = [
        {"id": 7, "url": "/7", "title": "Seven", "content_html": "<p>Words</p>", "content_text": "W", "date_published": "2015-10-06T23:30:00-05:00"},
        {"id": "x", "external_url": "https://other.example/x", "summary": "Look & listen", "author": {"name": "Ida Holm"}},
        {"title": 5},
        "nonsense",
    ]  # fmt: skip
    found = read_jsonfeed(b"\xef\xbb\xbf" + json.dumps({**HEAD, "items": items}).encode(), URL)
    assert found is not None
    assert (found.title, found.author, found.home) == ("Tides", "Lena Ortiz", "https://tides.example/")
    assert found.entries == (
        Entry("7", "https://tides.example/7", "Seven", "<p>Words</p>", None, When("2015-10-06")),
        Entry("x", "https://other.example/x", "", "Look & listen", "Ida Holm", None, True),
    )


@pytest.mark.parametrize(
    "data", [b"{}", b'{"version": 1}', b"[" * 100_000, b'{"version": "https://jsonfeed.org/version/1"', b"\xff"]
)
def test_no_feed(data: bytes) -> None:
    assert read_jsonfeed(data, URL) is None


@pytest.mark.parametrize("items", [None, 3, {}, [None], [{"id": []}]])
def test_items_that_are_none(items: object) -> None:
    found = read_jsonfeed(json.dumps({**HEAD, "items": items}).encode(), URL)
    assert found is not None
    assert found.entries == ()
