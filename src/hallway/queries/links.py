"""Who knows whom among the people of a memory, and from what."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hallway.model.when import bounds
from hallway.store import ties
from hallway.store.store import Row, Store

ME = 0
"""Stands for me among the ids of people, which begin at 1."""

SURE = {"introduction": 0.9, "team": 0.8, "organizing": 0.8, "met": 0.6, "work": 0.5}
"""How likely two people know each other who were introduced, in one team, ... : guesses, said as such wherever shown."""

CROWD = 40
"""Who shares no more than a place with more people than that is not taken to know each of them."""

_ABOUT = 3
"""Years around the day of a text for which a job of unknown beginning or end is taken to have lasted."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two people know each other: `kind` is one of SURE, `words` name the team, company or event; facts tell of it."""

    kind: str
    words: str | None
    facts: tuple[int, ...]
    sure: float


class Links:
    """All links between others, and how sure each is; the surest where there are several."""

    def __init__(self, store: Store) -> None:
        self.of: dict[int, dict[int, Link]] = defaultdict(dict)
        self.sure: dict[int, dict[int, float]] = defaultdict(dict)
        for row in ties.introductions(store):
            self._join(row["a"], row["b"], Link("introduction", None, (row["fact_id"],), SURE["introduction"]))
        groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for row in ties.together(store):
            groups[row["kind"], row["place"]].append(row)
        self._crowds: list[tuple[str, list[Row]]] = []
        for (kind, _), rows in groups.items():
            if len({r["person_id"] for r in rows}) > CROWD:
                self._crowds.append((kind, rows))
            else:
                self._group(kind, rows, itertools.combinations(rows, 2))

    def to(self, goal: int) -> Links:
        """The same, with all the crowds that `goal` is in."""
        for kind, rows in self._crowds:
            mine = [r for r in rows if r["person_id"] == goal]
            self._group(kind, rows, itertools.product(mine, rows))
        return self

    def with_me(self, met: Iterable[int]) -> dict[int, set[int]]:
        """Everybody's acquaintances, with me (ME) among those of the people whom I met."""
        around: dict[int, set[int]] = defaultdict(set, {a: set(links) for a, links in self.of.items()})
        for person in met:
            around[ME].add(person)
            around[person].add(ME)
        return around

    def _group(self, kind: str, rows: Sequence[Row], pairs: Iterable[tuple[Row, Row]]) -> None:
        many = len({r["person_id"] for r in rows})
        sure = SURE[kind] * (5 / max(5, many)) ** 0.5
        for a, b in pairs:
            if a["person_id"] != b["person_id"] and (kind != "work" or _at_once(a, b)):
                link = Link(kind, a["words"], tuple(sorted({a["fact_id"], b["fact_id"]})), sure)
                self._join(a["person_id"], b["person_id"], link)

    def _join(self, a: int, b: int, link: Link) -> None:
        old = self.of[a].get(b)
        if old is None or link.sure > old.sure:
            self.of[a][b] = self.of[b][a] = link
            self.sure[a][b] = self.sure[b][a] = link.sure


def _at_once(a: Row, b: Row) -> bool:
    """Whether two jobs in one place may have been at the same time."""
    (first, last), (begin, end) = _period(a), _period(b)
    return first <= end and begin <= last


def _period(row: Row) -> tuple[date, date]:
    told = [bounds(d) for d in (row["since"], row["until"], row["written"]) if d]
    low = bounds(row["since"])[0] if row["since"] else _years(min((a for a, _ in told), default=date.min), -_ABOUT)
    high = bounds(row["until"])[1] if row["until"] else _years(max((b for _, b in told), default=date.max), _ABOUT)
    return low, high


def _years(day: date, more: int) -> date:
    year = day.year + more
    return day.replace(year=year, day=min(day.day, 28)) if 1 <= year <= 9999 else day


def between(links: Links, me: Iterable[int], person: int) -> Iterator[int]:
    """Those whom I met and who know `person`."""
    return (z for z in me if z in links.of.get(person, {}))
