"""Looking what is new in the feeds that are followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hallway.actions.addresses import as_profile, better_name, move, their_profiles
from hallway.actions.looking import Looked, look
from hallway.actions.posts import keep_posts
from hallway.fetching.client import USUAL, Limits
from hallway.fetching.many import each
from hallway.fetching.politeness import DAY, after_failures, fresh_for
from hallway.fetching.problems import FetchProblem
from hallway.store import feeds, journal
from hallway.store.store import Row, Store

NEVER = "9999-12-31T00:00:00+00:00"
"""When to ask again for what is gone for good."""
_LONGEST_VALIDATOR = 1000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of looking at one feed. `status` is `new`, `unchanged`, `later` (its server wants to be left alone until
    `until`, UTC), `page` (no feed, only a profile) or `failed`; `moved` where it is from now on, `more` the entries left out."""

    url: str
    people: tuple[str, ...]
    status: str
    title: str | None = None
    posts: int = 0
    changed: int = 0
    problem: str | None = None
    moved: str | None = None
    until: str | None = None
    more: int = 0

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        told: dict[str, object] = {"url": self.url, "people": list(self.people), "title": self.title}
        counts = {"status": self.status, "posts": self.posts, "changed": self.changed, "left_out": self.more}
        return told | counts | {"problem": self.problem, "moved": self.moved, "until": self.until}


@dataclass(slots=True)
class _Run:
    """One refresh: one action in the journal, begun with the first thing that is written."""

    store: Store
    followers: dict[str, list[Row]]
    action: int | None = None
    own: bool = False
    told: list[str] = field(default_factory=list)

    def begin(self) -> int:
        if self.action is None:
            self.action, self.own = journal.begin(self.store, "feeds", ""), True
        return self.action

    def tell(self, what: str) -> None:
        """Add to what the journal says of this run."""
        if self.own and self.action is not None:
            self.told.append(what)
            journal.describe(self.store, self.action, ", ".join(self.told))


def refresh(
    store: Store,
    only: Iterable[str] | None = None,
    *,
    every: bool = False,
    allow_local: bool = False,
    limits: Limits = USUAL,
    action: int | None = None,
    progress: Progress | None = None,
) -> list[Refreshed]:
    """Look at all feeds that are followed, or only at some of them; what each brought, in the order in which it came.

    A feed whose server wants to be left alone is, unless `every`. Each feed is one transaction; all of it is one action,
    `action` where it belongs to one already. `allow_local`: the feeds themselves may be in a local network.
    """
    followers: dict[str, list[Row]] = defaultdict(list)
    for row in feeds.followed(store):
        followers[row["url"]].append(row)
    known, now = feeds.states(store), datetime.now(UTC)
    wanted = [url for url in followers if only is None or url in set(only)]
    early = [] if every else [u for u in wanted if u in known and (known[u]["next_at"] or "") > _stamp(now)]
    due = [url for url in wanted if url not in early]
    run, kept = _Run(store, followers, action), feeds.last_posts(store)
    found = [_later(u, known[u], followers[u]) for u in early]

    def get(url: str) -> Looked:
        had = url in known and url in kept  # what was taken back has to be sent again
        etag, modified = (known[url]["etag"], known[url]["modified"]) if had else (None, None)
        return look(url, etag, modified, allow_local, limits)

    for done, (url, result) in enumerate(each(due, get), 1):
        with store.transaction():
            found.append(_written(run, url, result))
        if progress:
            progress(done, len(due))
    return found


def _later(url: str, state: Row, followers: Sequence[Row]) -> Refreshed:
    gone = state["next_at"] == NEVER
    status, until = ("failed", None) if gone else ("later", state["next_at"])
    return Refreshed(url, _names(followers), status, state["title"], problem=state["problem"], until=until)


def _written(run: _Run, url: str, result: Looked | FetchProblem) -> Refreshed:
    now, state = datetime.now(UTC), feeds.state(run.store, url)
    people, title = _names(run.followers[url]), state["title"] if state else None
    if isinstance(result, FetchProblem):
        failures = (state["failures"] if state else 0) + 1
        wait = max(result.wait or 0, after_failures(failures))
        next_at = NEVER if result.gone else _stamp(now + timedelta(seconds=wait)) if wait else None
        told = {"checked_at": _stamp(now), "next_at": next_at, "failures": failures, "problem": str(result)}
        feeds.save_state(run.store, url, **told)
        return Refreshed(url, people, "failed", title, problem=str(result), until=None if result.gone else next_at)
    moved = _moved(run, url, result)
    at = moved or url
    if result.page:
        as_profile(run.store, run.begin(), run.followers[url])
        feeds.forget_state(run.store, url)
        run.tell(f"{', '.join(people)}: a page without a feed")
        return Refreshed(url, people, "page", result.page.title)
    new, changed = _posts(run, url, at, result)
    if run.action is not None and not run.told:
        run.tell(f"{', '.join(people)}: their addresses")
    _succeeded(run.store, at, result, state, now, bool(new or changed))
    status = "new" if new or changed else "unchanged"
    if result.feed:
        title = result.feed.title or title
    return Refreshed(url, people, status, title, new, changed, moved=moved, more=result.feed.more if result.feed else 0)


def _posts(run: _Run, url: str, at: str, result: Looked) -> tuple[int, int]:
    if result.feed is None:
        return 0, 0
    followers = run.followers[url]
    their_profiles(run.store, run.begin, result.feed, at, followers)
    followers = better_name(run.store, run.begin, result.feed, followers)
    new, changed = keep_posts(run.store, run.begin, result.feed, at, followers, set(run.followers) | {at})
    if new or changed:
        counted = (f"{new} new" if new else "", f"{changed} changed" if changed else "")
        run.tell(f"{', '.join(_names(followers))}: {', '.join(c for c in counted if c)}")
    return new, changed


def _moved(run: _Run, url: str, result: Looked) -> str | None:
    """Where a feed is from now on; the memory is told, if that is somewhere else."""
    if not result.moved or result.moved == url:
        return None
    move(run.store, run.begin(), run.followers[url], result.moved)
    run.tell(f"{', '.join(_names(run.followers[url]))}: feed moved to {result.moved}")
    return result.moved


def _succeeded(store: Store, url: str, result: Looked, state: Row | None, now: datetime, news: bool) -> None:
    headers = result.fetched.headers
    wish = max(fresh_for(headers), min(result.feed.every if result.feed else _before(state), DAY))
    told: dict[str, str | int | None] = {
        "checked_at": _stamp(now),
        "next_at": _stamp(now + timedelta(seconds=wish)) if wish else None,
        "failures": 0,
        "problem": None,
    }
    if result.feed:
        told |= {"title": result.feed.title or None}
        for column, header in (("etag", "etag"), ("modified", "last-modified")):
            told[column] = (headers.get(header) or "")[:_LONGEST_VALIDATOR] or None
    if news:
        told["changed_at"] = _stamp(now)
    feeds.save_state(store, url, **told)


def _before(state: Row | None) -> int:
    """Seconds that the feed had wanted to be left alone the last time."""
    if (
        state is None
        or not state["next_at"]
        or not state["checked_at"]
        or state["next_at"] == NEVER
        or state["failures"]
    ):
        return 0
    return int((datetime.fromisoformat(state["next_at"]) - datetime.fromisoformat(state["checked_at"])).total_seconds())


def _names(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(r["name"]) for r in rows))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
