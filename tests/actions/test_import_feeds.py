"""A feed that was saved to disk becomes the same as one that is followed and fetched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from actions.feeding import item, rss
from web import Site

from hallway import Memory

SELF = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="{}"/>'


def saved(folder: Path, text: str, name: str = "feed") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def titles(memory: Memory) -> list[tuple[str, str | None]]:
    [story] = memory.who("Lena Ortiz")
    return [(p.title, p.url) for p in story.posts]


def test_rss(memory: Memory, tmp_path: Path) -> None:
    text = rss(
        item(1, "Salt & rope"),
        item(2),
        title="Tides and Tapes by Lena Ortiz",
        more=SELF.format("https://tides.example/feed"),
    )
    done = memory.files.import_([saved(tmp_path, text)])
    assert [(f.format, f.records, f.people, f.recognised, f.failures) for f in done.files] == [("feed", 3, 1, 2, 0)]
    assert [(f.url, f.people, f.title or f.words) for f in memory.feeds.all()] == [
        ("https://tides.example/feed", ("Lena Ortiz",), "Tides and Tapes by Lena Ortiz")
    ]
    assert titles(memory) == [("Salt & rope", "https://tides.example/1"), ("Post 2", "https://tides.example/2")]
    memory.undo()
    assert (memory.people(), memory.feeds.all()) == ([], [])


def test_json_feed(memory: Memory, tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Tides", "feed_url": "https://tides.example/feed.json",
        "authors": [{"name": "Lena Ortiz"}],
        "items": [{"id": "1", "url": "https://tides.example/1", "content_text": "Rope hates salt.", "date_published": "2015-10-06"}],
    }  # fmt: skip
    memory.files.import_([saved(tmp_path, json.dumps(feed))])
    assert titles(memory) == [("Rope hates salt.", "https://tides.example/1")]


@pytest.mark.parametrize("saved_first", [True, False])
def test_what_was_saved_and_what_is_fetched_are_one(
    saved_first: bool, memory: Memory, site: Site, tmp_path: Path
) -> None:
    address = site.url("/feed")
    text = rss(item(1, "Salt & rope"), item(2), title="Tides and Tapes by Lena Ortiz", more=SELF.format(address))
    site.feed("/feed", text)
    file = saved(tmp_path, text)
    if saved_first:
        memory.files.import_([file])
    else:
        memory.feeds.follow("Lena Ortiz", address)
    memory.feeds.refresh(allow_local=True)
    memory.files.import_([file])
    memory.feeds.refresh(allow_local=True, every=True)
    assert titles(memory) == [("Salt & rope", "https://tides.example/1"), ("Post 2", "https://tides.example/2")]
    assert [(f.url, f.people) for f in memory.feeds.all()] == [(address, ("Lena Ortiz",))]


def test_a_feed_that_does_not_say_where_it_is(memory: Memory, tmp_path: Path) -> None:
    done = memory.files.import_([saved(tmp_path, rss(item(1)))])
    assert [str(p) for f in done.files for p in f.problems] == [
        "feed: does not say where it is; follow it: hallway follow NAME ADDRESS"
    ]
