"""Does recall find the turns of a long conversation that answer a question? Measured on LoCoMo.

usage: python benchmarks/recall.py PATH_TO_LOCOMO_JSON [--choose]

All questions that have evidence, searched in their own conversation; R@k is the mean share of a question's evidence
turns among the first k, as in the LoCoMo paper. `--choose` tries weights on the even conversations first; the odd ones
are never used for choosing. Nothing is trained.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from _table import table
from numpy.typing import NDArray

from hallway.meaning.codes import Vectors
from hallway.meaning.embedder import Embedder
from hallway.meaning.fusion import Candidates, Weights, away_from_common, passage_scores
from hallway.meaning.passages import as_text, asks, names
from hallway.meaning.words import coverage, full_match, match_any, query_words

CUTS = (5, 10, 25, 50)
HEADINGS = [*(f"R@{cut}" for cut in CUTS), "nDCG@10", "R@5 odd"]
DRAGON = [56.7, None, None, None, None, None]
EVIDENCE = re.compile(r"D:?(\d+):(\d+)")
PLAIN = "CREATE VIRTUAL TABLE plain USING fts5(own, tokenize = 'porter unicode61')"
HALLWAY = "CREATE VIRTUAL TABLE hallway USING fts5(own, before, after, date, tokenize = 'porter unicode61')"
COUNT = "SELECT count(*) FROM plain WHERE plain MATCH ?"
PLAIN_SCORES = "SELECT rowid, bm25(plain) FROM plain WHERE plain MATCH ?"
HALLWAY_SCORES = "SELECT rowid, bm25(hallway, 1.0, 0.6, 0.4, 0.5) FROM hallway WHERE hallway MATCH ?"


@dataclass(frozen=True)
class Turn:
    """What one person said; `before` and `after` are places of turns in the same session, or -1."""

    name: str
    speaker: str
    text: str
    picture: str
    date: str
    before: int
    after: int


@dataclass(frozen=True)
class Question:
    """A question and the places of the turns that answer it."""

    text: str
    evidence: list[int]


@dataclass(frozen=True)
class Conversation:
    """All turns of two people, and the questions about them."""

    turns: list[Turn]
    questions: list[Question]


@dataclass(frozen=True)
class Asked:
    """A question with what every way of searching needs: scores for all turns, and which of them are evidence."""

    evidence: NDArray[np.int64]
    odd: bool
    plain: Vectors
    cosines: Vectors
    candidates: Candidates


def main() -> None:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--choose", action="store_true")
    options = parser.parse_args()
    start = time.perf_counter()
    asked = list(prepare(conversations(options.path)))
    weights = choose([one for one in asked if not one.odd]) if options.choose else Weights()
    rows: dict[str, Sequence[float | None]] = {
        "SQLite FTS5, BM25": measure(asked, lambda one: one.plain),
        "DRAGON (published)": DRAGON,
        "embeddings alone": measure(asked, lambda one: one.cosines),
        "Hallway, words alone": measure(asked, lambda one: one.candidates.coverage),
        "Hallway": measure(asked, lambda one: passage_scores(one.candidates, weights)),
    }
    print(table(HEADINGS, rows))
    print(f"\n{len(asked)} questions, {time.perf_counter() - start:.0f} s, {weights}")


def prepare(all_conversations: Iterable[Conversation]) -> Iterable[Asked]:
    """Embed and index each conversation, and ask its questions."""
    embedder = Embedder()
    for number, talk in enumerate(all_conversations):
        texts = [as_text(turn.text, turn.speaker, turn.picture) for turn in talk.turns]
        vectors = embedder.embed(texts)
        queries = embedder.embed([question.text for question in talk.questions])
        words = WordIndex(texts, talk)
        for question, query in zip(talk.questions, queries, strict=True):
            yield Asked(
                np.array(question.evidence, np.int64),
                number % 2 == 1,
                words.plain(question.text),
                vectors @ query,
                candidates(talk, question, vectors @ away_from_common(query, vectors.mean(axis=0)), words),
            )


def candidates(talk: Conversation, question: Question, meaning: Vectors, words: WordIndex) -> Candidates:
    """Return all turns of the conversation as candidates."""
    return Candidates(
        meaning,
        words.coverage(question.text),
        np.array([turn.before for turn in talk.turns], np.int64),
        np.array([turn.after for turn in talk.turns], np.int64),
        np.array([names(question.text, turn.speaker) for turn in talk.turns]),
        np.array([asks(turn.text) for turn in talk.turns]),
    )


def choose(asked: list[Asked]) -> Weights:
    """Return the weights with the best R@5 and nDCG@10 together."""
    grid = itertools.product((0.6, 1.0, 1.5, 2.0), (0.0, 0.05, 0.1, 0.15), (0.0, 0.05, 0.1), ((0, 0), (0.4, 0.2)))
    tried = [Weights(words, named, ask, *spread) for words, named, ask, spread in grid]
    return max(tried, key=lambda weights: _worth(measure(asked, lambda one: passage_scores(one.candidates, weights))))


def _worth(row: list[float]) -> float:
    return row[0] + row[HEADINGS.index("nDCG@10")]


def measure(asked: list[Asked], score: Callable[[Asked], Vectors]) -> list[float]:
    """Return R@k, nDCG@10 and, over the odd conversations only, R@5; in percent."""
    results = np.array([_one(score(one), one.evidence) for one in asked])
    odd = results[[one.odd for one in asked], 0]
    return [float(100 * value) for value in (*results.mean(axis=0), odd.mean() if len(odd) else np.nan)]


def _one(scores: Vectors, evidence: NDArray[np.int64]) -> list[float]:
    first = np.argsort(-scores, kind="stable")[: max(CUTS)]
    hits = np.isin(first, evidence)
    gains = 1 / np.log2(np.arange(2, 12))
    ideal = gains[: len(evidence)].sum()
    return [*(hits[:cut].sum() / len(evidence) for cut in CUTS), (hits[:10] * gains[: len(hits[:10])]).sum() / ideal]


def conversations(path: Path) -> Iterator[Conversation]:
    """Read the file; questions without evidence are left out."""
    for record in json.loads(path.read_text("utf-8")):
        turns = list(_turns(record["conversation"]))
        places = {turn.name: place for place, turn in enumerate(turns)}
        asked = ((entry["question"], _places(entry.get("evidence", []), places)) for entry in record["qa"])
        yield Conversation(turns, [Question(text, evidence) for text, evidence in asked if evidence])


def _turns(record: dict[str, Any]) -> Iterator[Turn]:
    place = 0
    for number in sorted(int(key[8:]) for key in record if re.fullmatch(r"session_\d+", key)):
        session = record[f"session_{number}"]
        for index, turn in enumerate(session):
            before, after = (place - 1 if index else -1), (place + 1 if index + 1 < len(session) else -1)
            picture, date = turn.get("blip_caption", ""), record[f"session_{number}_date_time"]
            yield Turn(turn["dia_id"], turn["speaker"], turn["text"], picture, date, before, after)
            place += 1


def _places(evidence: list[str], places: dict[str, int]) -> list[int]:
    names = {f"D{int(session)}:{int(turn)}" for entry in evidence for session, turn in EVIDENCE.findall(entry)}
    return sorted(places[name] for name in names if name in places)


class WordIndex:
    """BM25 over the turns of one conversation."""

    def __init__(self, texts: list[str], talk: Conversation) -> None:
        self._rows = len(texts)
        self._database = sqlite3.connect(":memory:")
        self._database.execute(PLAIN)
        self._database.execute(HALLWAY)
        said = [*(f"{turn.text} {turn.picture}" for turn in talk.turns), ""]
        for row, (text, turn) in enumerate(zip(texts, talk.turns, strict=True)):
            self._database.execute("INSERT INTO plain (rowid, own) VALUES (?, ?)", (row, text))
            values = (row, text, said[turn.before], said[turn.after], turn.date)
            self._database.execute("INSERT INTO hallway (rowid, own, before, after, date) VALUES (?,?,?,?,?)", values)

    def plain(self, query: str) -> Vectors:
        """Score each turn by its own words: porter stems, any word, no stop words."""
        return self._scores(PLAIN_SCORES, query)

    def coverage(self, query: str) -> Vectors:
        """Score each turn by its own words, its neighbours' and its date, on a scale that holds for any query."""
        counts = [self._database.execute(COUNT, (match_any([word]),)).fetchone()[0] for word in query_words(query)]
        return coverage(self._scores(HALLWAY_SCORES, query), full_match(counts, self._rows))

    def _scores(self, statement: str, query: str) -> Vectors:
        scores = np.zeros(self._rows, np.float32)
        for row, negated in self._database.execute(statement, (match_any(query_words(query)),)):
            scores[row] = -negated
        return scores


if __name__ == "__main__":
    main()
