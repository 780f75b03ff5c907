"""From passages to people: whom the best passages are about, and how well they fit what was understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hallway.queries.recall.about import About, about
from hallway.queries.recall.candidates import WEIGHTS, Found, Passage
from hallway.queries.recall.fit import Fit
from hallway.queries.recall.known import Known
from hallway.queries.recall.plainwords import TOKEN, folded
from hallway.queries.recall.understand import Understood
from hallway.store import recalling
from hallway.store.store import Store

LOOKED_AT = 50
CROWD = 0.04
FURTHER = 0.10
INHERITED = 0.85
ADDRESSED = 0.5
BYSTANDER = 0.55
NAMESAKE = 0.8
EVENTS_LOOKED_AT = 20
MOST_MET = 300
VIA_STAYS_BEHIND = 0.5


@dataclass(slots=True)
class Candidate:
    """A person with the passages about them, best first; `covered` is the share of the question's words in them. A bystander
    is only known to have been where the passages tell of."""

    person: int
    passages: list[tuple[float, Passage]] = field(default_factory=list)
    score: float = 0.0
    cues: float = 0.0
    covered: float = 0.0
    bystander: bool = False

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
    for passage, person, share in at_events(store, best):
        one = everyone.setdefault(person, Candidate(person, bystander=share == BYSTANDER))
        one.passages.append((share * passage.score, passage))
    for one in everyone.values():
        _weigh(one, found)
    ranked = sorted(everyone.values(), key=lambda c: -c.score)
    for person, more in fit.of_people([c.person for c in ranked]).items():
        one = everyone[person]
        one.cues = more - VIA_STAYS_BEHIND * (person in cues.via)
        one.score += one.cues
    return sorted(ranked, key=lambda c: (c.person not in cues.only, -c.score, c.person))


def at_events(store: Store, best: list[Passage]) -> Iterator[tuple[Passage, int, float]]:
    """What is told of an event is, in part, told of those who were met there, more so of one whose name is in it."""
    by_id = {int(p.row["id"]): p for p in best[:EVENTS_LOOKED_AT]}
    words = {number: {folded(token) for token in TOKEN.findall(p.row["text"])} for number, p in by_id.items()}
    for row in recalling.met_at(store, sorted(by_id), MOST_MET):
        number = int(row["passage_id"])
        last = folded(row["name"]).split()[-1:]
        named = bool(last) and len(last[0]) > 3 and last[0] in words[number]
        yield by_id[number], int(row["person_id"]), NAMESAKE if named else BYSTANDER


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
