"""Feeds: who is followed where, how each was last found, and the posts that came from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hallway.store.store import Row, Store, Value, marks

UNFOLLOWED = "unfollowed"
"""The kind of detail that says that I stopped following somebody at an address."""

_FOLLOWED = f"""
SELECT key.fact_id, key.value AS url, key.record_id, key.person_id, person.name, key_fact.source_id, following.words,
       following.since, source.kind AS source_kind
FROM key JOIN fact AS key_fact ON key_fact.id = key.fact_id JOIN source ON source.id = key_fact.source_id
JOIN fact AS told ON told.source_id = key_fact.source_id
JOIN following ON following.fact_id = told.id AND following.record_id = key.record_id
JOIN person ON person.id = key.person_id
WHERE key.kind = 'feed' AND NOT EXISTS (SELECT 1 FROM detail WHERE detail.kind = '{UNFOLLOWED}' AND
 detail.person_id = key.person_id AND detail.value = key.value AND detail.fact_id > key.fact_id)
"""
"""A feed is followed where one text says both that it is somebody's and that I follow them, and none says later that I
stopped."""


def followed(store: Store) -> list[Row]:
    """Every feed that is followed, once for each person and text that says so, earliest first."""
    return store.rows(f"{_FOLLOWED} ORDER BY key.fact_id")


def followers_in(store: Store, source: int) -> list[Row]:
    """Whom one text says that I follow (record_id, person_id, source_id)."""
    return store.rows(
        "SELECT record_id, person_id, source_id FROM following JOIN fact ON fact.id = fact_id WHERE source_id = ?",
        (source,),
    )


def state(store: Store, url: str) -> Row | None:
    """How a feed was last found."""
    return store.row("SELECT * FROM feed WHERE url = ?", (url,))


def states(store: Store) -> dict[str, Row]:
    return {r["url"]: r for r in store.rows("SELECT * FROM feed")}


def save_state(store: Store, url: str, **values: Value) -> None:
    """Write down how a feed was found; what is not given stays as it was."""
    store.run("INSERT OR IGNORE INTO feed (url) VALUES (?)", (url,))
    if values:
        columns = ", ".join(f"{column} = ?" for column in values)
        store.run(f"UPDATE feed SET {columns} WHERE url = ?", (*values.values(), url))


def forget_state(store: Store, url: str) -> None:
    store.run("DELETE FROM feed WHERE url = ?", (url,))


_POST = (
    'SELECT post.fact_id, fact.source_id, source.digest, source.place, post.person_id, post.title, post.url, post."when"'
    " FROM post JOIN fact ON fact.id = post.fact_id JOIN source ON source.id = fact.source_id"
)


def posts_at(store: Store, urls: Sequence[str]) -> list[Row]:
    """The posts at any of these addresses."""
    return store.rows(f"{_POST} WHERE post.url IN ({marks(urls)}) ORDER BY post.fact_id", urls)


def posts_titled(store: Store, people: Sequence[int], title: str, day: str | None) -> list[Row]:
    """The posts of some people with this title and day."""
    return store.rows(
        f'{_POST} WHERE post.person_id IN ({marks(people)}) AND post.title = ? AND post."when" IS ? ORDER BY post.fact_id',
        (*people, title, day),
    )


def facts_of(store: Store, sources: Iterable[int]) -> list[int]:
    """Ids of all facts that some texts gave."""
    some = sorted(set(sources))
    return [int(r["id"]) for r in store.rows(f"SELECT id FROM fact WHERE source_id IN ({marks(some)})", some)]


def names_of(store: Store, people: Sequence[int]) -> list[str]:
    """Every name (folded) of some people."""
    found = store.rows(f"SELECT DISTINCT folded FROM name WHERE person_id IN ({marks(people)})", people)
    return [r["folded"] for r in found]


def has_key(store: Store, person: int, folded: str) -> bool:
    """Whether a person has a key of this normal form, of whatever kind."""
    return store.row("SELECT 1 FROM key WHERE person_id = ? AND folded = ?", (person, folded)) is not None


def named_by(store: Store, source: int, record: int) -> list[Row]:
    """The facts (fact_id, text) by which one text names a record."""
    return store.rows(
        "SELECT DISTINCT name.fact_id, text FROM name JOIN fact ON fact.id = name.fact_id"
        " WHERE source_id = ? AND record_id = ? AND fullest > 0",
        (source, record),
    )


def last_posts(store: Store) -> dict[str, Row]:
    """Feed → its newest post's day and how many it has (`day`, `posts`)."""
    found = store.rows(
        'SELECT source.place, max(post."when") AS day, count(DISTINCT source.id) AS posts FROM post'
        " JOIN fact ON fact.id = post.fact_id JOIN source ON source.id = fact.source_id GROUP BY source.place"
    )
    return {r["place"]: r for r in found if r["place"]}


def tags(store: Store, people: Sequence[int]) -> dict[int, list[str]]:
    """Person → the tags that they have."""
    found: dict[int, list[str]] = {}
    for row in store.rows(
        f"SELECT DISTINCT person_id, value FROM detail WHERE kind = 'tag' AND person_id IN ({marks(people)})", people
    ):
        found.setdefault(int(row["person_id"]), []).append(row["value"])
    return found


def newest_posts(store: Store, most: int) -> list[Row]:
    """The posts that were written last, with who wrote them."""
    return store.rows(
        'SELECT post.fact_id, post.title, post.url, post."when", source.name AS source, person.id AS person_id, person.name'
        " FROM post JOIN fact ON fact.id = post.fact_id JOIN source ON source.id = fact.source_id"
        ' JOIN person ON person.id = post.person_id ORDER BY post."when" DESC, post.fact_id DESC LIMIT ?',
        (most,),
    )


def posts_of(store: Store, person: int) -> list[Row]:
    """What one person wrote, earliest first."""
    return store.rows(
        'SELECT post.fact_id, post.title, post.url, post."when", source.name AS source, source.written FROM post'
        " JOIN fact ON fact.id = post.fact_id JOIN source ON source.id = fact.source_id WHERE person_id = ?"
        ' ORDER BY post."when", post.fact_id',
        (person,),
    )
