"""Talks: whose, where, about what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.queries.events import titled, year_of
from hallway.store import talks as store_talks
from hallway.store.store import Row, Store

MOST_SAYING = 200
"""How many talks are listed at most that only say something in their abstracts."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk in a line. `start` is ISO 8601, `minutes` its length; `people` held it; `event` is the event's title."""

    title: str
    people: tuple[str, ...]
    event: str
    start: str | None
    minutes: int | None
    room: str | None
    track: str | None
    url: str | None

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        plain = {key: getattr(self, key) for key in ("title", "event", "start", "minutes", "room", "track", "url")}
        return plain | {"people": list(self.people)}


def talks(store: Store, words: str = "") -> list[Talk]:
    """The talks in whose title, track, room, event or speakers all words are found, in the order in which they were held.

    Where there is none, those whose abstracts have all the words. Without words, all talks.
    """
    rows = _lines(store, store_talks.every(store))
    wanted = fold(words).split()
    found = [t for t in rows if all(f" {w}" in _known_by(t) for w in wanted)]
    if found or not wanted:
        return found
    match = " ".join(f'"{w}"' for w in re.findall(r"\w+", words))
    return _lines(store, store_talks.saying(store, match, MOST_SAYING)) if match else []


def talks_of(store: Store, person: int, but: Container[int] = ()) -> list[Talk]:
    """The talks of one person, without those that these facts tell of."""
    return _lines(store, [r for r in store_talks.of_person(store, person) if r["fact_id"] not in but])


def _known_by(talk: Talk) -> str:
    return f" {fold(' '.join((talk.title, talk.event, talk.track or '', talk.room or '', *talk.people)))}"


def _lines(store: Store, rows: list[Row]) -> list[Talk]:
    people: dict[int, list[str]] = defaultdict(list)
    for row in store_talks.speakers(store, [r["fact_id"] for r in rows]):
        people[row["fact_id"]].append(row["name"])
    return [_line(row, tuple(people.get(row["fact_id"], ()))) for row in rows]


def _line(r: Row, people: tuple[str, ...]) -> Talk:
    event = titled(r["event"], year_of((r["start"] or "")[:10] or None, None, None))
    return Talk(r["title"], people, event, r["start"], r["minutes"], r["room"], r["track"], r["url"])
