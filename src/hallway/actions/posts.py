"""What somebody wrote where I follow it: entries of a feed into the memory, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from hallway.actions.keep import keep_one
from hallway.formats.feeds.entries import Entry, Feed
from hallway.model import PersonFact, PostFact, Reading, Ref, Source
from hallway.model.folding import fold
from hallway.reading.html import from_html
from hallway.reading.sentences import split
from hallway.store import attic, feeds
from hallway.store.store import Row, Store

LONGEST = 200_000
"""Letters of a post that are kept."""
MOST_PASSAGES = 24
"""Sentences of a post by which it can be recalled; the whole text stays."""
_SHORT = 60
_LONGEST_TITLE = 300
_NO_TITLE = 80

People = Mapping[Ref, tuple[int, str]]
"""Whose feed it is: ref → person and name."""


def keep_posts(
    store: Store, begin: Callable[[], int], feed: Feed, url: str, followers: Sequence[Row], feeds_now: set[str]
) -> tuple[int, int]:
    """Keep what is new in a feed and replace what was changed, inside the caller's transaction: (new, changed).

    `begin` gives the action; it is called only where there is something to write. `feeds_now`: all feeds that are
    followed; what one of them has, another that has it too does not change.
    """
    new = changed = 0
    called = {int(r["person_id"]): str(r["name"]) for r in followers}
    for entry, whose in by_them(feed, {p: feeds.names_of(store, [p]) for p in called}):
        people = {f"p{p}": (p, called[p]) for p in whose}
        reading = post(entry, feed, url, people)
        if reading is None:
            continue
        old = _kept(store, reading, whose, url)
        if old and not _changed(old, reading, whose, url, feeds_now):
            continue
        action = begin()
        attic.set_aside(store, feeds.facts_of(store, {r["source_id"] for r in old}), action)
        keep_one(store, reading, action, known={ref: person for ref, (person, _) in people.items()})
        new, changed = new + (not old), changed + bool(old)
    return new, changed


def was_fetched(store: Store, reading: Reading) -> bool:
    """Whether a post of a feed that somebody saved was fetched before: then it is there already, in full."""
    found = next(reading.all(PostFact), None)
    same = feeds.posts_at(store, _spellings(found.url)) if found and found.url else []
    return any("://" in (r["place"] or "") for r in same)


def post(entry: Entry, feed: Feed, url: str, people: People) -> Reading | None:
    """An entry as a source of its own with what it says of who wrote it; None where there are no words in it."""
    title, body = _plain(entry.title)[:_LONGEST_TITLE].replace("\n", " "), _body(entry)
    if body.startswith(title):
        body = body[len(title) :].lstrip()
    words = "\n\n".join(part for part in (title, body) if part)
    if not words:
        return None
    text = f"{words}\n\n{entry.url}" if entry.url else words
    author = entry.author or feed.author or next((name for _, name in people.values()), None)
    called = _plain(feed.title).replace("\n", " ")[:200] or urlsplit(url).netloc
    source = Source(called, text, "post", author, entry.when, place=url)
    heading = title or (f"{body[:_NO_TITLE].rpartition(' ')[0]} …" if len(body) > _NO_TITLE else body)
    evidence = tuple(source.span(start, end) for start, end in _passages(words))
    facts = [
        f
        for ref, (_, name) in people.items()
        for f in (PersonFact(ref, name), PostFact(ref, heading, entry.url, entry.when, evidence))
    ]
    return Reading(source, tuple(facts))


def by_them(feed: Feed, names: Mapping[int, Sequence[str]]) -> list[tuple[Entry, list[int]]]:
    """The entries that these people (with all their names) may have written, each with who of them did.

    Where a feed has several authors, an entry that names none of them is somebody else's.
    """
    known = {person: {w for n in theirs for w in n.split() if len(w) > 1} for person, theirs in names.items()}
    authors = {fold(e.author) for e in feed.entries if e.author}
    named = {a: [p for p, words in known.items() if words & set(a.split())] for a in authors}
    if (len(authors) < 2 and len(known) < 2) or not any(named.values()):
        return [(e, list(known)) for e in feed.entries]
    whose = ((e, named[fold(e.author)] if e.author else list(known)) for e in feed.entries)
    return [(e, people) for e, people in whose if people]


def _body(entry: Entry) -> str:
    return (entry.html if entry.plain else _plain(entry.html))[:LONGEST].strip()


def _plain(markup: str) -> str:
    """Markup as its words, paragraphs apart."""
    text = from_html(markup[: 3 * LONGEST]).text if re.search(r"[<&]", markup) else markup
    lines = (" ".join(line.split()) for line in text.replace("\0", "").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _passages(words: str) -> list[tuple[int, int]]:
    """The title and the first sentences, very short ones together with the next of their paragraph."""
    found: list[tuple[int, int]] = []
    block = -1
    for s in split(words):
        if found and s.block == block and found[-1][1] - found[-1][0] < _SHORT and len(found) > 1:
            found[-1] = (found[-1][0], s.end)
        else:
            found.append((s.start, s.end))
        block = s.block
        if len(found) > MOST_PASSAGES:
            return found[:MOST_PASSAGES]
    return found


def _kept(store: Store, reading: Reading, people: Sequence[int], url: str) -> list[Row]:
    """The rows of this very post, where it is in the memory: at the same address, or in another feed under the same title
    and day."""
    fact = next(reading.all(PostFact))
    if fact.url:
        same = feeds.posts_at(store, _spellings(fact.url))
        if same:
            return same
    titled = feeds.posts_titled(store, people, fact.title, fact.when.edtf if fact.when else None)
    return [r for r in titled if not (fact.url and r["url"]) or r["place"] != url]


def _changed(old: Sequence[Row], reading: Reading, people: Sequence[int], url: str, feeds_now: set[str]) -> bool:
    """Whether it has to be written anew: it reads otherwise in the feed that it came from, or is somebody's more."""
    if set(people) - {int(r["person_id"]) for r in old}:
        return True
    mine = [r for r in old if r["place"] == url or r["place"] not in feeds_now]
    return bool(mine) and all(r["digest"] != reading.source.digest for r in mine)


def _spellings(url: str) -> list[str]:
    """The ways in which one address is written: with and without `www.`, a slash at the end, the s of https."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    return [
        f"{scheme}://{www}{bare}{slash}" for scheme in ("https", "http") for www in ("", "www.") for slash in ("", "/")
    ]
