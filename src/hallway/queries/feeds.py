"""The feeds that are followed, in a line each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hallway.model.following import how
from hallway.store import feeds
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed at a glance: whose it is, its newest post's day (EDTF), how many posts are kept, when it was last looked at and
    is to be looked at again (UTC, ISO 8601), and what went wrong the last time."""

    url: str
    people: tuple[str, ...]
    title: str | None
    since: str | None
    words: str
    posts: int = 0
    last_post: str | None = None
    checked_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    problem: str | None = None
    tags: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        told: dict[str, object] = {
            "url": self.url,
            "people": list(self.people),
            "title": self.title,
            "since": self.since,
        }
        counted = {"posts": self.posts, "last_post": self.last_post, "checked_at": self.checked_at}
        return (
            told
            | counted
            | {"next_at": self.next_at, "failures": self.failures, "problem": self.problem, "tags": list(self.tags)}
        )

    @property
    def did(self) -> str:
        """What I do with it: `read`, `listened to`, `watched`."""
        return how(self.words)


def followed(store: Store) -> list[FeedLine]:
    """Every feed once, by whose it is."""
    rows: dict[str, list[Row]] = {}
    for row in feeds.followed(store):
        rows.setdefault(row["url"], []).append(row)
    states, last = feeds.states(store), feeds.last_posts(store)
    tags = feeds.tags(store, sorted({r["person_id"] for some in rows.values() for r in some}))
    found = [_line(url, some, states.get(url), last.get(url), tags) for url, some in rows.items()]
    return sorted(found, key=lambda line: (line.people[0].casefold(), line.url))


def _line(url: str, rows: list[Row], state: Row | None, last: Row | None, tags: dict[int, list[str]]) -> FeedLine:
    line = FeedLine(
        url,
        tuple(dict.fromkeys(str(r["name"]) for r in rows)),
        None,
        rows[0]["since"],
        rows[0]["words"],
        tags=tuple(dict.fromkeys(t for r in rows for t in tags.get(r["person_id"], ()))),
    )
    if last:
        line = replace(line, posts=int(last["posts"]), last_post=last["day"])
    if state:
        line = replace(line, **{k: state[k] for k in ("title", "checked_at", "next_at", "failures", "problem")})
    return line
