"""From passages to people: whom the best passages are about, and how well they fit what was understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallway.queries.recall.about import About, about
from hallway.queries.recall.candidates import WEIGHTS, Found, Passage
from hallway.queries.recall.fit import Fit
from hallway.queries.recall.known import Known
from hallway.queries.recall.understand import Understood
from hallway.store.store import Store

LOOKED_AT = 70
CROWD = 0.04
FURTHER = 0.10
INHERITED = 0.85
ADDRESSED = 0.5
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
    fit = Fit(store, known, cues, best)
    everyone: dict[int, Candidate] = {}
    for passage, told in about(store, known, best):
        for person in told.everyone():
            score = _share(passage, person, told, found) + fit.of_passage(int(passage.row["id"]), person)
            everyone.setdefault(person, Candidate(person)).passages.append((score, passage))
    for one in everyone.values():
        _weigh(one, found)
    ranked = sorted(everyone.values(), key=lambda c: -c.score)
    for person, more in fit.of_people([c.person for c in ranked]).items():
        one = everyone[person]
        one.cues = more - VIA_STAYS_BEHIND * (person in cues.via)
        one.score += one.cues
    return sorted(ranked, key=lambda c: (c.person not in cues.only, -c.score, c.person))


def _share(passage: Passage, person: int, told: About, found: Found) -> float:
    """A passage's score as far as it is about this person."""
    if person not in told.people:
        return INHERITED * passage.score
    if told.spoken.addresses(person):
        return ADDRESSED * passage.score
    if len(told.people) == 1:
        return passage.score
    crowd = 1 - CROWD * min(len(told.people) - 1, 8)
    if not passage.words:
        return crowd * passage.score
    mine = told.spoken.share(person, passage.words, found.coverage.weights)
    lost = WEIGHTS.words * passage.covered * (1 - mine) / (1 + WEIGHTS.words)
    return crowd * (passage.score - lost)


def _weigh(one: Candidate, found: Found) -> None:
    one.passages.sort(key=lambda p: -p[0])
    words: dict[str, float] = {}
    for _, passage in one.passages[:6]:
        words.update({w: part for w, part in passage.words.items() if part > words.get(w, 0.0)})
    one.covered = found.coverage.share(words)
    further = sum(max(score, 0.0) / (2 + i) for i, (score, _) in enumerate(one.passages[1:4]))
    one.score = one.passages[0][0] + FURTHER * further
