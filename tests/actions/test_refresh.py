"""Following feeds on a real server: what is fetched when, what is kept, and what it takes back."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from actions.feeding import item, rss
from dump import dump
from web import Page, Site

from hallway import Memory
from hallway.actions.refresh import Refreshed
from hallway.store.problems import MemoryProblem


def follow(memory: Memory, url: str, name: str = "Lena Ortiz", **more: str) -> None:
    known = memory.feeds.candidates(name)
    memory.feeds.follow(name, url, **more, person=known[0].id if known else None)  # type: ignore[arg-type]


def refresh(memory: Memory, every: bool = False) -> list[Refreshed]:
    return memory.feeds.refresh(allow_local=True, every=every)


def told(memory: Memory, every: bool = False) -> list[tuple[str, int, int]]:
    return [(r.status, r.posts, r.changed) for r in refresh(memory, every)]


def titles(memory: Memory, name: str = "Lena Ortiz") -> list[str]:
    [story] = memory.who(name)
    return [p.title for p in story.posts]


def test_posts_become_sources_in_the_story(memory: Memory, site: Site) -> None:
    follow(
        memory,
        site.feed(
            "/feed",
            rss(item(1, "Salt & rope", "<p>Rope <b>hates</b> salt.</p><p>Wash it.</p>"), item(2, day="2016-01-04")),
        ),
    )
    assert told(memory) == [("new", 2, 0)]
    [story] = memory.who("Lena Ortiz")
    assert [p.as_dict() for p in story.posts] == [
        {"title": "Salt & rope", "url": "https://tides.example/1", "date": "2015-10-06", "source": "Tides and Tapes"},
        {"title": "Post 2", "url": "https://tides.example/2", "date": "2016-01-04", "source": "Tides and Tapes"},
    ]
    assert story.meetings == ()
    row = memory.store.row("SELECT text, kind, author, written, place FROM source WHERE kind = 'post' ORDER BY id")
    assert row is not None
    assert tuple(row) == (
        "Salt & rope\n\nRope hates salt.\n\nWash it.\n\nhttps://tides.example/1", "post", "Lena Ortiz", "2015-10-06", site.url("/feed")
    )  # fmt: skip


def test_recall_finds_a_post_with_its_sentence(memory: Memory, site: Site) -> None:
    body = "<p>It was wet.</p><p>We dried four hundred logbooks with hair dryers.</p>"
    follow(memory, site.feed("/feed", rss(item(1, "On archives", body))))
    refresh(memory)
    [found] = memory.recall("who dried logbooks with hair dryers?")
    assert (found.name, found.sure, found.because[0].text) == (
        "Lena Ortiz", True, "We dried four hundred logbooks with hair dryers."
    )  # fmt: skip
    assert (found.because[0].source, found.because[0].date) == ("Tides and Tapes", "2015-10-06")


def test_what_did_not_change_is_not_sent_again(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1))))
    assert [told(memory), told(memory)] == [[("new", 1, 0)], [("unchanged", 0, 0)]]
    assert ["if-none-match" in headers for _, headers in site.asked] == [False, True]
    assert [e.verb for e in memory.log()] == ["feeds", "follow"]


def test_new_and_changed_posts(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1), item(2))))
    refresh(memory)
    site.feed("/feed", rss(item(3), item(2, "Post 2, corrected"), item(1)))
    before = dump(memory.store)
    assert told(memory) == [("new", 1, 1)]
    assert titles(memory) == ["Post 1", "Post 3", "Post 2, corrected"]
    memory.undo()
    assert titles(memory) == ["Post 1", "Post 2"]
    now = dump(memory.store)
    assert {t: now[t] for t in now if t != "feed"} == {t: before[t] for t in before if t != "feed"}


def test_what_leaves_the_feed_stays(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1), item(2))))
    refresh(memory)
    site.feed("/feed", rss(item(3)))
    refresh(memory)
    assert titles(memory) == ["Post 1", "Post 2", "Post 3"]


def test_one_post_in_two_feeds_is_one(memory: Memory, site: Site) -> None:
    full = item(1, "Salt", "<p>Rope hates salt. Wash it.</p>")
    follow(memory, site.feed("/full", rss(full)))
    follow(memory, site.feed("/short", rss(full.replace("Wash it", "…").replace("/1<", "/1/?utm_source=x<"))))
    follow(memory, site.feed("/copy", rss(full.replace("tides.example/1", "mirror.example/a"))))
    assert sorted(told(memory)) == [("new", 1, 0), ("unchanged", 0, 0), ("unchanged", 0, 0)]
    assert sorted(told(memory, every=True)) == [("unchanged", 0, 0)] * 3
    assert titles(memory) == ["Salt"]


def test_a_feed_of_two_people(memory: Memory, site: Site) -> None:
    several = rss(item(1, author="Lena Ortiz"), item(2, author="ida holm"), item(3, author="Kwame"), item(4))
    url = site.feed("/feed", several)
    follow(memory, url)
    refresh(memory)
    assert titles(memory) == ["Post 1", "Post 4"]
    follow(memory, url, "Ida Holm")
    memory.feeds.refresh(allow_local=True)
    assert {tuple(f.people) for f in memory.feeds.all()} == {("Lena Ortiz", "Ida Holm")}
    assert (titles(memory), titles(memory, "Ida Holm")) == (["Post 1", "Post 4"], ["Post 2", "Post 4"])


def test_moved_for_good(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/old", rss(item(1))), since="2005")
    refresh(memory)
    new = site.feed("/new", rss(item(1), item(2)))
    site.pages["/old"] = Page(status=301, headers={"Location": "/new"})
    [one] = refresh(memory)
    assert (one.status, one.posts, one.moved) == ("new", 1, new)
    assert [(f.url, f.since) for f in memory.feeds.all()] == [(new, "2005")]
    assert told(memory) == [("unchanged", 0, 0)]
    assert site.paths[-1] == "/new"
    memory.undo()
    assert [f.url for f in memory.feeds.all()] == [site.url("/old")]


def test_moved_for_now(memory: Memory, site: Site) -> None:
    site.feed("/new", rss(item(1)))
    site.pages["/old"] = Page(status=302, headers={"Location": "/new"})
    follow(memory, site.url("/old"))
    assert told(memory) == [("new", 1, 0)]
    assert [f.url for f in memory.feeds.all()] == [site.url("/old")]


def test_a_home_page_leads_to_its_feed(memory: Memory, site: Site) -> None:
    site.feed(
        "/feed.json",
        '{"version": "https://jsonfeed.org/version/1", "title": "T", "items": [{"id": 1, "content_text": "Salt < rope"}]}',
    )
    site.pages["/"] = Page(
        '<html><head><link rel="alternate" type="application/feed+json" href="feed.json">'
        '<a rel="me" href="https://social.example/@lena">',
        headers={"Content-Type": "text/html"},
    )
    follow(memory, site.url("/"))
    assert told(memory) == [("new", 1, 0)]
    assert [f.url for f in memory.feeds.all()] == [site.url("/feed.json")]
    assert titles(memory) == ["Salt < rope"]
    rows = memory.store.rows("SELECT kind, value FROM key ORDER BY fact_id")
    assert ("url", "https://social.example/@lena") in [tuple(r) for r in rows]


def test_a_page_without_a_feed_stays_as_an_address(memory: Memory, site: Site) -> None:
    site.pages["/lena"] = Page("<html><title>Lena</title><p>Hello</p></html>", headers={"Content-Type": "text/html"})
    follow(memory, site.url("/lena"), words="I read her page")
    assert [r.status for r in refresh(memory)] == ["page"]
    assert memory.feeds.all() == []
    assert [tuple(r) for r in memory.store.rows("SELECT kind, value FROM key")] == [("url", site.url("/lena"))]
    [story] = memory.who("Lena")
    assert [f.text for f in story.followings] == ["I read her page"]


def test_a_page_with_posts_is_a_feed(memory: Memory, site: Site) -> None:
    page = '<html><div class="h-entry"><a class="u-url p-name" href="/{0}">Post {0}</a><p class="e-content">Words {0}</p></div>'
    site.pages["/"] = Page(page.format(1))
    follow(memory, site.url("/"))
    assert told(memory) == [("new", 1, 0)]
    site.pages["/"] = Page(page.format(1) + page.format(2))
    assert told(memory) == [("new", 1, 0)]
    assert titles(memory) == ["Post 1", "Post 2"]


@pytest.mark.parametrize("said", ["<ttl>90</ttl>", "<sy:updatePeriod>hourly</sy:updatePeriod>", "header"])
def test_being_left_alone(memory: Memory, site: Site, said: str) -> None:
    headers = {"Cache_Control": "max-age=3600"} if said == "header" else {}
    follow(memory, site.feed("/feed", rss(item(1), more="" if headers else said), **headers))
    assert [told(memory), told(memory)] == [[("new", 1, 0)], [("later", 0, 0)]]
    assert len(site.asked) == 1
    assert told(memory, every=True) == [("unchanged", 0, 0)]
    assert told(memory) == [("later", 0, 0)]


def test_one_that_fails_stops_no_other(memory: Memory, site: Site) -> None:
    site.pages["/busy"] = Page(status=503, headers={"Retry-After": "600"})
    site.pages["/gone"] = Page(status=410)
    site.pages["/odd"] = Page("nothing of the kind")
    for path in ("/busy", "/gone", "/odd", "/missing"):
        follow(memory, site.url(path), f"Somebody At{path.replace('/', ' ').title()}")
    follow(memory, site.feed("/feed", rss(item(1))))
    found = {r.url.removeprefix(site.root): (r.status, r.problem) for r in refresh(memory)}
    assert found == {
        "/busy": ("failed", "127.0.0.1 answers 503 Service Unavailable: try again later"),
        "/gone": ("failed", "it is gone for good, says its server (410): unfollow it, or give its new address"),
        "/odd": ("failed", "what is there is no feed that can be understood: look at the address in a browser"),
        "/missing": ("failed", "127.0.0.1 answers 404 Not Found: look whether the feed has another address"),
        "/feed": ("new", None),
    }
    del site.asked[:]
    again = {r.url.removeprefix(site.root): r.status for r in refresh(memory)}
    assert again == {"/busy": "later", "/gone": "failed", "/odd": "failed", "/missing": "failed", "/feed": "unchanged"}
    assert sorted(site.paths) == ["/feed", "/missing", "/odd"]
    assert {f.url.removeprefix(site.root): f.failures for f in memory.feeds.all()} == {
        "/busy": 1, "/gone": 1, "/odd": 2, "/missing": 2, "/feed": 0
    }  # fmt: skip
    assert {r.status for r in refresh(memory)} == {"later", "failed", "unchanged"}


def test_local_networks_are_not_asked(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1))))
    [one] = memory.feeds.refresh()
    assert (one.status, site.asked) == ("failed", [])
    site.pages["/feed"] = Page('<html><link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/feed">')
    [one] = refresh(memory)
    assert one.problem == "10.0.0.1 is in a local network (10.0.0.1): only the public internet is asked"


def test_packed_and_cut(memory: Memory, site: Site) -> None:
    site.pages["/feed"] = Page(gzip.compress(rss(item(1)).encode()), headers={"Content-Encoding": "gzip"})
    site.pages["/huge"] = Page(gzip.compress(b" " * 100_000_000), headers={"Content-Encoding": "gzip"})
    follow(memory, site.url("/feed"))
    follow(memory, site.url("/huge"), "Ida Holm")
    found = {r.url.removeprefix(site.root): (r.status, r.problem) for r in refresh(memory)}
    assert found == {
        "/feed": ("new", None),
        "/huge": ("failed", "the answer is larger than 10 MB: no feed is that large"),
    }


def test_a_list_s_title_gives_way_to_a_name(memory: Memory, site: Site, tmp_path: Path) -> None:
    url = site.feed("/feed", rss(item(1, author="Lena Ortiz"), title="Harbour Notes"))
    listed = tmp_path / "list.opml"
    listed.write_text(f'<opml><outline text="Harbour Notes" xmlUrl="{url}"/></opml>')
    memory.files.import_([listed])
    assert [f.people for f in memory.feeds.all()] == [("Harbour Notes",)]
    refresh(memory)
    assert [f.people for f in memory.feeds.all()] == [("Lena Ortiz",)]
    assert memory.who("Harbour Notes")[0].person.name == "Lena Ortiz"
    memory.undo()
    assert [f.people for f in memory.feeds.all()] == [("Harbour Notes",)]


def test_undo_of_following_forgets_what_came_with_it(memory: Memory, site: Site) -> None:
    url = site.feed("/feed", rss(item(1)))
    for _ in range(2):
        kept = memory.feeds.follow("Lena Ortiz", url)
        memory.feeds.refresh(allow_local=True, action=kept.action)
        assert titles(memory) == ["Post 1"]
        memory.undo()
        assert (memory.feeds.all(), memory.who("Lena")) == ([], [])


def test_unfollowing(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1))), since="2005", words="I read her blog")
    refresh(memory)
    memory.feeds.unfollow("Lena Ortiz")
    assert (memory.feeds.all(), refresh(memory)) == ([], [])
    [story] = memory.who("Lena")
    assert ([f.since for f in story.followings], len(story.posts)) == (["2005"], 1)
    with pytest.raises(MemoryProblem, match=r"^nobody called “Lena” and no such address is followed"):
        memory.feeds.unfollow("Lena")
    memory.undo()
    assert [f.url for f in memory.feeds.all()] == [site.url("/feed")]
    memory.feeds.unfollow(site.url("/feed/"))
    follow(memory, site.url("/feed"))
    assert [f.url for f in memory.feeds.all()] == [site.url("/feed")]


def test_merged_people_keep_their_feeds(memory: Memory, site: Site) -> None:
    follow(memory, site.feed("/feed", rss(item(1))))
    follow(memory, site.feed("/other", rss(item(9))), "L. Ortiz")
    refresh(memory)
    lena, other = memory.feeds.candidates("Lena Ortiz")[0], memory.feeds.candidates("L. Ortiz")[0]
    memory.same.merge(f"#{lena.id}", f"#{other.id}")
    assert {f.people for f in memory.feeds.all()} == {("Lena Ortiz",)}
    assert sorted(titles(memory)) == ["Post 1", "Post 9"]
    site.feed("/other", rss(item(9), item(10)))
    refresh(memory)
    memory.undo()
    memory.undo()
    assert titles(memory, "L. Ortiz") == ["Post 9"]


def test_bad_addresses_are_said_at_once(memory: Memory) -> None:
    with pytest.raises(MemoryProblem, match=r"^ftp://tides\.example: only http and https are fetched, not ftp"):
        memory.feeds.follow("Lena Ortiz", "ftp://tides.example")
    assert memory.log() == []
