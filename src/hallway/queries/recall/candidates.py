"""The passages worth a closer look: near in words, near in meaning, or pointed at by a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hallway.meaning.codes import Vectors
from hallway.meaning.fusion import Candidates, Weights, passage_scores
from hallway.queries.recall.meanings import Meanings
from hallway.queries.recall.plainwords import content
from hallway.queries.recall.understand import Understood
from hallway.queries.recall.words import Coverage, Words
from hallway.store import passages, recalling
from hallway.store.store import Row, Store

BY_WORDS = 50
BY_MEANING = 250
SHOWN = 50
MOST_AT = 800
MOST_OF = 200
FEW = 1500
MOST_WORDS = 32
WEIGHTS = Weights(words=1.4)


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate: its row, how near it is in meaning (cosine) and words (0 to 1), the words, and both in one."""

    row: Row
    meaning: float
    covered: float
    words: dict[str, float]
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates, best first, and the measure of what the question's words weigh."""

    passages: list[Passage]
    coverage: Coverage
    unknown: frozenset[str]

    def missing(self, word: str) -> bool:
        """Whether no passage of the memory has this word of the question."""
        return word in self.unknown


def find(store: Store, words: Words, meanings: Meanings, query: str, vector: Vectors | None, cues: Understood) -> Found:
    """Collect and score candidates; without a vector (no model, nothing embedded) by words alone."""
    wanted = content(query)[:MOST_WORDS]
    ids, weights, unknown = words.find(store, wanted, BY_WORDS)
    coverage = Coverage(weights)
    pointed = _pointed_at(store, cues)
    cosines: dict[int, float] = {}
    if vector is not None and len(meanings):
        near = set(meanings.nearest(vector, BY_MEANING)) | set(ids)
        near |= set(pointed if len(pointed) <= FEW else meanings.nearest(vector, BY_MEANING // 4, pointed))
        cosines = meanings.compare(store, vector, sorted(near))
        ids = [*ids, *sorted(cosines, key=lambda i: -cosines[i])[:SHOWN]]
        ids += sorted((i for i in set(pointed) & cosines.keys()), key=lambda i: -cosines[i])[: SHOWN // 2]
    else:
        ids = [*ids, *pointed[:SHOWN]]
    rows = passages.texts_of(store, sorted(set(ids)))
    return Found(_scored(rows, cosines, coverage), coverage, unknown)


def _scored(rows: Sequence[Row], cosines: dict[int, float], coverage: Coverage) -> list[Passage]:
    words = [coverage.of(row["text"], row["before"], row["after"]) for row in rows]
    covered = [coverage.share(found) for found in words]
    meaning = np.array([cosines.get(row["id"], 0.0) for row in rows], np.float32)
    scores = passage_scores(Candidates(meaning, np.array(covered, np.float32)), WEIGHTS)
    found = [
        Passage(row, float(m), c, w, float(s))
        for row, m, c, w, s in zip(rows, meaning, covered, words, scores, strict=True)
    ]
    return sorted(found, key=lambda p: -p.score)


def _pointed_at(store: Store, cues: Understood) -> list[int]:
    found: list[int] = []
    if cues.via:
        found += recalling.passages_via(store, sorted(cues.via), MOST_AT)
    meant = cues.only or cues.named | cues.aside
    if meant:
        found += recalling.passages_of(store, sorted(meant)[:20], MOST_OF)
    events = (cues.at & cues.on) or cues.on or cues.at
    if events:
        found += recalling.passages_at(store, sorted(events)[-40:], MOST_AT)
    return found
