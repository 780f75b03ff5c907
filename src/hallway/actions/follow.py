"""Following somebody's writing, and no longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hallway.actions.addresses import add_fact
from hallway.actions.keep import Kept, is_kept, keep_one
from hallway.fetching.urls import parse
from hallway.model import DetailFact, FollowingFact, KeyFact, PersonFact, Reading, Source, When
from hallway.store import feeds, journal
from hallway.store.facts import source_with_facts
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
    """Keep that I follow somebody; `person` says who it is, where that is known, else it is somebody new, even if others
    have the same feed."""
    if is_kept(store, reading):
        return Kept(reading.source.name, already=True)
    key = next(reading.all(KeyFact))
    others = tuple(f for f in reading.facts if f is not key)
    with store.transaction():
        feeds.forget_state(store, key.value)
        action = journal.begin(store, "follow", reading.source.text)
        who = person or store.insert("person", action_id=action, name=next(reading.all(PersonFact)).name)
        kept = keep_one(store, Reading(reading.source, others), action, known={"p0": who})
        for row in feeds.followers_in(store, source_with_facts(store, reading.source.digest) or 0):
            add_fact(store, action, row, key)
    return replace(kept, facts=kept.facts + 1, people=int(not person), recognised=int(bool(person)))


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
