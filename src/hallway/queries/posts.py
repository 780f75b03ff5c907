"""What somebody wrote where I follow it."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.store import feeds
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Post:
    """One post: `day` is EDTF, `source` what its feed is called, `fact` the fact whose words are its sentences."""

    title: str
    url: str | None
    day: str | None
    source: str
    fact: int

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {"title": self.title, "url": self.url, "date": self.day, "source": self.source}


def posts(store: Store, person: int, without: set[int]) -> tuple[Post, ...]:
    """The posts of one person, earliest first, but for some facts."""
    rows = (r for r in feeds.posts_of(store, person) if r["fact_id"] not in without)
    return tuple(Post(r["title"], r["url"], r["when"], r["source"], r["fact_id"]) for r in rows)


@dataclass(frozen=True, slots=True)
class Wrote:
    """A post, and who wrote it (`person`: their id)."""

    person: int
    name: str
    post: Post


def newest(store: Store, most: int) -> list[Wrote]:
    """What was written last by anybody whom I follow, the newest first."""
    return [
        Wrote(r["person_id"], r["name"], Post(r["title"], r["url"], r["when"], r["source"], r["fact_id"]))
        for r in feeds.newest_posts(store, most)
    ]
