"""What a fetch tells of the people behind a feed: that it moved, which pages are theirs too, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hallway.formats.feeds.entries import Feed
from hallway.model import Fact, KeyFact, PersonFact, Span
from hallway.model.folding import fold
from hallway.model.key import normal, tells_apart
from hallway.store import attic, feeds, nouns
from hallway.store.facts import Context, write_fact
from hallway.store.store import Row, Store

_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,3}")
_SAID_BY_A_PAGE = 0.8
"""How sure it is that a page is somebody's because another page of theirs says so."""


def move(store: Store, action: int, rows: Sequence[Row], url: str) -> None:
    """The feed of these rows is at `url` from now on, for all who are followed there; as part of `action`."""
    for row in rows:
        attic.set_aside(store, [row["fact_id"]], action)
        add_fact(store, action, row, KeyFact("p0", "feed", url))
        state = feeds.state(store, row["url"])
        if state is not None:
            feeds.forget_state(store, row["url"])
            feeds.save_state(store, url, title=state["title"], changed_at=state["changed_at"])


def as_profile(store: Store, action: int, rows: Sequence[Row]) -> None:
    """What was followed as a feed is a page without one: it stays as an address of theirs."""
    for row in rows:
        attic.set_aside(store, [row["fact_id"]], action)
        add_fact(store, action, row, KeyFact("p0", "url", row["url"]))


def their_profiles(store: Store, begin: Callable[[], int], feed: Feed, url: str, rows: Sequence[Row]) -> None:
    """Keep the page that a feed belongs to and those that it links as the same person's, where one person is followed in it."""
    if len({r["person_id"] for r in rows}) != 1:
        return
    sure = [(feed.home, 1.0)] if feed.home else []
    for address, confidence in [*sure, *((p, _SAID_BY_A_PAGE) for p in feed.profiles)]:
        folded = normal("url", address)
        if folded and tells_apart("url", folded) and not feeds.has_key(store, rows[0]["person_id"], folded):
            add_fact(store, begin(), rows[0], KeyFact("p0", "url", address, confidence=confidence))


def better_name(store: Store, begin: Callable[[], int], feed: Feed, rows: list[Row]) -> list[Row]:
    """The rows with the name of whoever writes the feed, where a list of feeds only had what the feed is called."""
    authors = {e.author for e in feed.entries if e.author}
    author = authors.pop() if len(authors) == 1 else feed.author
    if not author or not _NAME.fullmatch(author) or author == author.lower() or fold(author) == fold(feed.title):
        return rows
    for row in rows:
        named = feeds.names_of(store, [row["person_id"]])
        if (
            row["source_kind"] == "list"
            and named == [fold(row["name"])]
            and not set(fold(author).split()) & set(named[0].split())
        ):
            _rename(store, begin(), row, author)
    now = {r["fact_id"]: r for r in feeds.followed(store)}
    return [now.get(r["fact_id"], r) for r in rows]


def _rename(store: Store, action: int, row: Row, author: str) -> None:
    """Call somebody by their name; what the list called them stays as another name."""
    old = feeds.named_by(store, row["source_id"], row["record_id"])
    attic.set_aside(store, [r["fact_id"] for r in old], action)
    also = tuple(Span(r["text"], -1, -1) for r in old)
    add_fact(store, action, row, PersonFact("p0", author, also))
    nouns.refresh_people(store, {row["person_id"]})


def add_fact(store: Store, action: int, row: Row, fact: Fact) -> None:
    """Write one more fact about `p0`, the record of a row, as something that the row's text told."""
    record, source = int(row["record_id"]), int(row["source_id"])
    write_fact(Context(store, action, source, {"p0": record}, {}, {}, {}, {record: int(row["person_id"])}), fact)
