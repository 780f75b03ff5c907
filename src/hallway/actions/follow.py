"""Following somebody's writing, and no longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hallway.actions.keep import Kept, keep, keep_one
from hallway.fetching.urls import parse
from hallway.model import DetailFact, FollowingFact, KeyFact, PersonFact, Reading, Source, When
from hallway.store import feeds, journal
from hallway.store.store import Row, Store


def following(name: str, url: str, words: str, since: When | None, today: When) -> Reading:
    """What it means to follow somebody from today on: their feed, and that I read it.

    Without `since` all that is known is that it began today at the latest. Raises FetchProblem for what is no address.
    """
    address = str(parse(url))
    told = f"{name} {address}" + (f", since {since}" if since else "") + (f": {words}" if words else "")
    source = Source("followed", told, "note", written=today)

    def said(part: str) -> tuple[int, int]:
        start = told.rindex(part)
        return start, start + len(part)

    evidence = (source.span(*said(words)) if words else source.span(0, len(told)),)
    person = PersonFact("p0", name, (source.span(0, len(name)),))
    key = KeyFact("p0", "feed", address, (source.span(len(name) + 1, len(name) + 1 + len(address)),))
    begun = since or When(f"../{today.latest.isoformat()}")
    return Reading(source, (person, key, FollowingFact("p0", words or "their feed", begun, evidence)))


def follow(store: Store, reading: Reading, person: int | None) -> Kept:
    """Keep that I follow somebody; `person` says who it is, where that is known, else it is somebody new."""
    return keep(store, [reading], "follow", {"p0": person} if person else None)[0]


def unfollow(store: Store, rows: Sequence[Row]) -> int:
    """Stop following some feeds (rows of `feeds.followed`), in one action; returns its number.

    Nothing is forgotten: neither that I followed them, nor since when, nor what was read.
    """
    now = datetime.now(UTC)
    with store.transaction():
        action = journal.begin(store, "unfollow", ", ".join(dict.fromkeys(f"{r['name']} {r['url']}" for r in rows)))
        for row in {(r["person_id"], r["url"]): r for r in rows}.values():
            told = f"No longer following {row['name']} at {row['url']} ({now:%Y-%m-%d %H:%M:%S.%f} UTC)"
            source = Source("unfollowed", told, "note", written=When(now.date().isoformat()))
            detail = DetailFact("p0", feeds.UNFOLLOWED, row["url"], When(now.date().isoformat()))
            reading = Reading(source, (PersonFact("p0", row["name"]), detail))
            keep_one(store, reading, action, known={"p0": row["person_id"]})
    return action
