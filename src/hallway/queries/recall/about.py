"""Whom passages are about: those they name, and whoever the sentence before introduced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hallway.queries.recall.candidates import Passage
from hallway.queries.recall.known import Known
from hallway.queries.recall.mentions import Spoken
from hallway.store import recalling
from hallway.store.store import Store

NEXT_TO = 2


@dataclass(frozen=True, slots=True)
class About:
    """The people of one passage; `before` was named last in the sentence right before it and may still be meant."""

    people: list[int]
    before: int | None
    spoken: Spoken

    def everyone(self) -> list[int]:
        return self.people if self.before is None or self.before in self.people else [*self.people, self.before]


def about(store: Store, known: Known, passages: Sequence[Passage]) -> Iterator[tuple[Passage, About]]:
    """Each passage with its people."""
    if not passages:
        return
    referring = [int(p.row["id"]) for p in passages if Spoken(p.row["text"], (), known).refers]
    earlier = {int(r["id"]): r for r in recalling.passages_before(store, referring, NEXT_TO)}
    ids = {int(p.row["id"]) for p in passages} | {int(r["earlier"]) for r in earlier.values()}
    people: dict[int, list[int]] = defaultdict(list)
    for row in recalling.people_in(store, sorted(ids)):
        people[int(row["passage_id"])].append(int(row["person_id"]))
    for passage in passages:
        number = int(passage.row["id"])
        named = people[number]
        before = earlier.get(number)
        last = Spoken(before["text"], people[int(before["earlier"])], known).last if before else None
        yield passage, About(named, last, Spoken(passage.row["text"], named, known))
