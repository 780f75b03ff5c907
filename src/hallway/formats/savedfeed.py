"""A feed that somebody saved to disk: RSS, Atom or JSON Feed. Whose it is and that I follow them, and each post of theirs.

It says itself where it is (`rel="self"`, `feed_url`), else its home page does; so whoever is followed already is known by it,
and `hallway feeds refresh` goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from hallway.formats.feeds.entries import Entry, Feed
from hallway.formats.feeds.jsonfeed import read_jsonfeed
from hallway.formats.feeds.names import name_in
from hallway.formats.feeds.syndication import is_syndication, read_syndication
from hallway.formats.kit import words
from hallway.formats.kit.reading import TREE, whole
from hallway.formats.protocol import Context, Format, Item, Problem, Stream
from hallway.model import Fact, FollowingFact, KeyFact, PersonFact, PostFact, Reading, Source
from hallway.model.key import normal

KIND = "post"
LONGEST = 200_000
"""Letters of a post that are kept, as of one that is fetched."""
MOST_PASSAGES = 24
_LONGEST_TITLE = 300


def sniff(head: bytes, name: str) -> float:
    """A root element of RSS or Atom, or the version of JSON Feed."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return 0.95 if b"jsonfeed.org/version" in head.replace(b"\\/", b"/")[:4096] else 0.0
    return 0.9 if is_syndication(head) else 0.0


def read(stream: Stream, context: Context) -> Iterator[Item]:
    """That somebody is followed, and each post, as a reading of its own."""
    data = whole(stream, context, TREE)
    if isinstance(data, Problem):
        yield data
        return
    feed = read_jsonfeed(data, "") or (read_syndication(data, "") if is_syndication(data) else None)
    if feed is None:
        yield context.problem(None, None, "is a feed that cannot be read", "save it again")
        return
    url = next((u for u in (feed.url, feed.home) if u and normal("feed", u)), None)
    name = words.name(feed.author or "") or words.name(name_in(feed.title))
    if url is None or not name:
        what = "where it is" if url is None else "whose it is"
        yield context.problem(None, None, f"does not say {what}", "follow it: hallway follow NAME ADDRESS")
        return
    yield _followed(feed, name, url)
    for number, entry in enumerate(feed.entries, 1):
        found = _post(entry, feed, name, url, number)
        yield found or context.problem(None, f"entry {number}", "has no words", "nothing is lost but itself")
    if feed.more:
        yield context.problem(None, None, f"has {feed.more} more posts than are read", "save it in parts")


def _followed(feed: Feed, name: str, url: str) -> Reading:
    title = words.line(feed.title) or name
    text = f"{title}\n{name}\n{url}"
    source = Source(title[:200], text, KIND, name, place="the feed", record=f"feed:{normal('feed', url)}")
    at = len(title) + 1
    said, address = source.span(at, at + len(name)), source.span(at + len(name) + 1, len(text))
    what = source.span(0, len(title))
    facts = (
        PersonFact("p0", name, (said,), (said,)),
        KeyFact("p0", "feed", url, (address,)),
        FollowingFact("p0", title, None, (what,)),
    )
    return Reading(source, facts)


def _post(entry: Entry, feed: Feed, name: str, url: str, number: int) -> Reading | None:
    """What one entry says, its own address and that of its feed below it; None where there are no words in it."""
    title = words.line(entry.title)[:_LONGEST_TITLE]
    body = words.plain(entry.html[: 3 * LONGEST])[:LONGEST]
    told = "\n\n".join(part for part in (title, body) if part)
    if not told:
        return None
    text = "\n".join((f"{told}\n", *([entry.url] if entry.url else []), url))
    record = f"post:{entry.url or entry.key}"[:500]
    called = words.line(feed.title)[:200] or name
    source = Source(called, text, KIND, entry.author or name, entry.when, place=f"entry {number}", record=record)
    spots = words.chunks(text, 0, len(told), MOST_PASSAGES) or [(0, len(told))]
    evidence = tuple(source.span(*spot) for spot in spots)
    address = (source.span(len(text) - len(url), len(text)),)
    heading = title or told[:80]
    facts: tuple[Fact, ...] = (
        PersonFact("p0", name, (), address),
        KeyFact("p0", "feed", url, address),
        PostFact("p0", heading, entry.url, entry.when, evidence),
    )
    return Reading(source, facts)


FORMAT = Format(
    name="feed",
    title="RSS, Atom or JSON Feed, saved",
    kind=KIND,
    sniff=sniff,
    read=read,
    where=(
        "In a browser, open the address of the feed and choose *Save page as*; or `curl -O`. A feed that is still there is"
        " better followed with `hallway follow`, which also fetches what comes later."
    ),
    fields=(
        ("the author of the feed, else the name in its title", "the person"),
        (
            '`link rel="self"`, `feed_url`, else the home page',
            "the address of their feed, by which they are recognised",
        ),
        ("the title of the feed", "that I follow them"),
        ("`item`, `entry`, `items`", "a post of theirs, with title, address and day; recall finds its words"),
    ),
)
