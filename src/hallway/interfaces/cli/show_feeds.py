"""Feeds and what came of looking at them, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from hallway.interfaces.cli.dates import when
from hallway.interfaces.cli.render import clean, entry, heading, listed, paragraph

if TYPE_CHECKING:
    from hallway.actions.refresh import Refreshed
    from hallway.queries.feeds import FeedLine
    from hallway.queries.story import Story

_MOST_POSTS = 5


def feed_lines(lines: Iterable[FeedLine]) -> Iterator[str]:
    """Every feed: whose, what it is called, its address, and how it is."""
    for line in lines:
        yield from entry(listed(line.people), [line.title], indent=0)
        yield f"  {clean(line.url)}"
        yield from paragraph(_state(line), 2)
        if line.problem:
            yield from (click.style(part, fg="red") for part in paragraph(line.problem, 2))


def _state(line: FeedLine) -> str:
    posts = _posts(line.posts) + (f", the last of {when(line.last_post)}" if line.last_post else "")
    checked = f"looked at {_minute(line.checked_at)}" if line.checked_at else "not looked at yet"
    since = f"{line.did} since {when(line.since)}" if line.since and not line.since.startswith("..") else ""
    return "; ".join(part for part in (posts if line.checked_at or line.posts else "", checked, since) if part)


def refreshed_lines(found: Iterable[Refreshed]) -> Iterator[str]:
    """What is new, feed by feed; those without news are counted. Problems are for standard error."""
    quiet = later = failed = 0
    for one in found:
        quiet += one.status == "unchanged" and not one.moved
        later += one.status == "later"
        failed += one.status == "failed"
        if one.status == "page":
            yield from paragraph(
                f"{listed(one.people)}: a page without a feed; it is kept as an address of theirs", hanging=2
            )
        elif one.status == "new" or one.moved:
            yield from paragraph(f"{listed(one.people)}: {_news(one)}", hanging=2)
    counted = (
        f"{quiet} without news" if quiet else "",
        f"{later} to be left alone for now (--all looks anyway)" if later else "",
        f"{failed} failed" if failed else "",
    )
    if any(counted):
        yield f"{', '.join(c for c in counted if c)}."


def _news(one: Refreshed) -> str:
    told = [f"{_posts(one.posts)}" if one.posts else "", f"{one.changed} changed" if one.changed else ""]
    title = f" in {one.title}" if one.title and (one.posts or one.changed) else ""
    more = f"; {one.more} more were left out" if one.more else ""
    moved = f"now at {one.moved}" if one.moved else ""
    return "; ".join(part for part in (", ".join(t for t in told if t) + title + more, moved) if part)


def post_lines(story: Story) -> Iterator[str]:
    """What somebody wrote since we last met; where that is nothing, the last of what they wrote."""
    if not story.posts:
        return
    met = story.meetings[-1].day if story.meetings else None
    since = [p for p in story.posts if met and (p.day or "") > met.rpartition("/")[2]]
    shown = (since or list(story.posts))[-_MOST_POSTS:]
    yield from ["", heading("What they wrote since" if since else "What they wrote")]
    for post in reversed(shown):
        yield from paragraph(", ".join(p for p in (f"“{post.title}”", when(post.day), post.source) if p), 2, hanging=2)
        if post.url:
            yield click.style(f"    {clean(post.url)}", dim=True)
    if len(story.posts) > len(shown):
        yield f"  … and {len(story.posts) - len(shown)} more, which `hallway recall` looks through"


def _posts(count: int) -> str:
    return f"{count} post{'' if count == 1 else 's'}"


def _minute(stamp: str | None) -> str:
    return (stamp or "")[:16].replace("T", " ")
