"""From fleeting to outcome: how far ties came, step by step, and who took each step."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hallway.store import pictures
from hallway.store.store import Row, Store

STAGES = ("followed", "fleeting", "new", "renewed", "cemented", "outcome")
"""The steps in their order: known from afar, met in passing, met, met again, time together, something came of it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step: how many ties ever came to it, and how many are there so far. Nobody is gone who stays: it may go on any day."""

    name: str
    people: int
    so_far: tuple[tuple[int, str], ...]

    def as_dict(self) -> dict[str, object]:
        return {"stage": self.name, "people": self.people, "so_far": len(self.so_far)}


@dataclass(frozen=True, slots=True)
class Band:
    """Those who came from one step to a later one, as (id, name), by name."""

    begin: str
    end: str
    people: tuple[tuple[int, str], ...]

    def as_dict(self, limit: int | None = None) -> dict[str, object]:
        some = [{"id": i, "name": n} for i, n in self.people[:limit]]
        return {"from": self.begin, "to": self.end, "count": len(self.people), "people": some}


@dataclass(frozen=True, slots=True)
class Flow:
    """All steps in their order, and the bands between those that anybody took."""

    stages: tuple[Stage, ...]
    bands: tuple[Band, ...]

    def as_dict(self, limit: int | None = None) -> dict[str, object]:
        """Plain data; at most `limit` people of each band."""
        return {"stages": [s.as_dict() for s in self.stages], "bands": [b.as_dict(limit) for b in self.bands]}


def flow(store: Store, events: Sequence[int] | None = None) -> Flow:
    """How all ties came about and grew; with `events`, those with people whom I met there, with all their steps."""
    ways: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in pictures.stages(store, events):
        ways[row["person_id"], row["name"]].append(row)
    came: dict[str, int] = defaultdict(int)
    so_far: dict[str, list[tuple[int, str]]] = defaultdict(list)
    bands: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for person, rows in ways.items():
        steps = way(rows)
        for step in steps:
            came[step] += 1
        for begin, end in itertools.pairwise(steps):
            bands[begin, end].append(person)
        so_far[steps[-1]].append(person)
    stages = tuple(Stage(name, came[name], _by_name(so_far[name])) for name in STAGES)
    order = sorted(bands, key=lambda b: (STAGES.index(b[0]), STAGES.index(b[1])))
    return Flow(stages, tuple(Band(*b, _by_name(bands[b])) for b in order))


def way(rows: Iterable[Row]) -> list[str]:
    """The steps of one tie in the order of their days, without those backwards: who meets in passing once more goes on from there.

    Whom I followed I followed before we met, unless a day says otherwise.
    """
    dated = sorted((_day(r), STAGES.index(r["stage"])) for r in rows if r["stage"] in STAGES)
    steps: list[int] = []
    for _, step in dated:
        if not steps or step > steps[-1]:
            steps.append(step)
    return [STAGES[step] for step in steps]


def _day(row: Row) -> str:
    return row["day"] or ("" if row["stage"] != "outcome" else "9999")


def _by_name(people: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(people, key=lambda p: (p[1].casefold(), p[0])))
