"""What is at an address that somebody follows: fetched and understood, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hallway.fetching.client import Fetched, Limits, fetch
from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import parse
from hallway.formats.feeds.entries import Feed
from hallway.formats.feeds.page import Page
from hallway.formats.feeds.whatever import read_feed

_TRIED = 3


@dataclass(frozen=True, slots=True)
class Looked:
    """`feed` is None where nothing changed, or where there is only a `page`. `moved` is where the feed is to be had from now on."""

    fetched: Fetched
    feed: Feed | None = None
    page: Page | None = None
    moved: str | None = None


def look(url: str, etag: str | None, modified: str | None, allow_local: bool, limits: Limits) -> Looked:
    """Fetch and understand; a page is asked for the feed that it names. Raises FetchProblem where there is neither."""
    fetched = fetch(url, etag, modified, allow_local=allow_local, limits=limits)
    if fetched.body is None:
        return Looked(fetched, moved=fetched.moved)
    found = read_feed(fetched.body, fetched.url, fetched.headers.get("content-type", ""))
    if found is None:
        raise FetchProblem("what is there is no feed that can be understood: look at the address in a browser")
    if isinstance(found, Feed):
        return Looked(fetched, found, moved=fetched.moved)
    return _named_by(found, fetched, allow_local and parse(fetched.url).host == parse(url).host, limits)


def _named_by(page: Page, at: Fetched, allow_local: bool, limits: Limits) -> Looked:
    """The first feed that a page names and that is one; else what the page has itself."""
    problem: FetchProblem | None = None
    for address in page.feeds[:_TRIED]:
        try:
            fetched = fetch(
                address, allow_local=allow_local and parse(address).host == parse(at.url).host, limits=limits
            )
            found = read_feed(fetched.body or b"", fetched.url, fetched.headers.get("content-type", ""))
        except FetchProblem as error:
            problem = problem or error
            continue
        if isinstance(found, Feed):
            whole = replace(found, home=at.url, author=found.author or page.name, profiles=page.profiles)
            return Looked(fetched, whole, moved=fetched.moved or address)
    if page.feed is None and problem is not None:
        raise problem
    return Looked(at, page.feed, None if page.feed else page, at.moved)
