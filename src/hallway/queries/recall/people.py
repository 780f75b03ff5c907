"""From passages to people: whom the best passages are about, and how well they fit what was understood."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from hallway.queries.recall.candidates import Found, Passage
from hallway.queries.recall.fit import Fit
from hallway.queries.recall.known import Known
from hallway.queries.recall.understand import Understood
from hallway.store import recalling
from hallway.store.store import Store

LOOKED_AT = 150
CROWD = 0.04
FURTHER = 0.10
VIA_STAYS_BEHIND = 0.5


@dataclass(slots=True)
class Candidate:
    """A person with the passages about them, best first; `covered` is the share of the question's words in them."""

    person: int
    passages: list[tuple[float, Passage]] = field(default_factory=list)
    score: float = 0.0
    cues: float = 0.0
    covered: float = 0.0

    @property
    def meaning(self) -> float:
        return max(p.meaning for _, p in self.passages)


def people(store: Store, known: Known, found: Found, cues: Understood) -> list[Candidate]:
    """Rank the people that the candidates are about, best first."""
    best = found.passages[:LOOKED_AT]
    about = _about(store, best)
    fit = Fit(store, known, cues, best)
    everyone: dict[int, Candidate] = {}
    for passage in best:
        number = int(passage.row["id"])
        crowd = 1 - CROWD * min(len(about[number]) - 1, 8)
        for person in about[number]:
            one = everyone.setdefault(person, Candidate(person))
            one.passages.append((passage.score * crowd + fit.of_passage(number, person), passage))
    for one in everyone.values():
        _weigh(one, found)
    ranked = sorted(everyone.values(), key=lambda c: -c.score)
    for person, more in fit.of_people([c.person for c in ranked]).items():
        one = everyone[person]
        one.cues = more - VIA_STAYS_BEHIND * (person in cues.via)
        one.score += one.cues
    return sorted(ranked, key=lambda c: (-c.score, c.person))


def _weigh(one: Candidate, found: Found) -> None:
    one.passages.sort(key=lambda p: -p[0])
    words = frozenset[str]().union(*(p.words for _, p in one.passages[:6]))
    one.covered = found.coverage.weigh(words)
    further = sum(max(score, 0.0) / (2 + i) for i, (score, _) in enumerate(one.passages[1:4]))
    one.score = one.passages[0][0] + FURTHER * further


def _about(store: Store, passages: list[Passage]) -> dict[int, list[int]]:
    about: dict[int, list[int]] = defaultdict(list)
    if passages:
        for row in recalling.people_in(store, [int(p.row["id"]) for p in passages]):
            about[int(row["passage_id"])].append(int(row["person_id"]))
    return about
