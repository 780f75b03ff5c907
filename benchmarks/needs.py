"""Does recall find the right person from a need or half a memory, and does it know when nobody fits?

usage: python benchmarks/needs.py [--corpus] [--show] [--words]

Two memories: the diaries of `examples/` with their questions.json and needs.json, and (--corpus) the annotated texts of
training/corpus with the questions of needs.json. People come from the annotations, so that recall alone is measured and
no reader. `sure` counts a question as right when the answer is first and sure, or when there is none and nobody is sure.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from _annotated import corpus_readings, example_readings
from _table import table

from hallway.actions.index import index
from hallway.actions.keep import keep
from hallway.meaning.embedder import Embedder
from hallway.model import Reading
from hallway.queries.recall import Recalled, Recaller
from hallway.store.store import Store

ROOT = Path(__file__).parent.parent
HEADINGS = ("questions", "hit@1", "hit@3", "MRR", "sure", "no fit", "not sure")
TODAY = date(2025, 1, 15)


@dataclass(frozen=True)
class Question:
    need: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    question: Question
    answer: Recalled

    @property
    def rank(self) -> int | None:
        """Where the first right person stands, from 1."""
        wanted = {a.casefold() for a in self.question.answers}
        names = [m.name.casefold() for m in self.answer.people]
        return next((i + 1 for i, name in enumerate(names) if name in wanted), None)

    @property
    def sure(self) -> bool:
        return bool(self.answer.people) and self.answer.people[0].sure


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--words", action="store_true", help="without the model")
    options = parser.parse_args()
    extra = json.loads((Path(__file__).parent / "needs.json").read_text("utf-8"))
    given = json.loads((ROOT / "examples" / "questions.json").read_text("utf-8"))
    rows: dict[str, list[float | None]] = {}
    with tempfile.TemporaryDirectory() as folder:
        recaller = memory(Path(folder) / "examples.db", example_readings(ROOT / "examples", extra), options.words)
        rows["examples, questions.json"] = measure(ask(recaller, questions(given)), options.show)
        rows["examples, needs.json"] = measure(ask(recaller, questions(extra["examples"])), options.show)
        if options.corpus:
            sys.path.insert(0, str(ROOT / "training"))
            recaller = memory(Path(folder) / "corpus.db", corpus_readings(ROOT / "training" / "corpus"), options.words)
            rows["corpus, needs.json"] = measure(ask(recaller, questions(extra["corpus"])), options.show)
    print(table(HEADINGS, rows))


def memory(path: Path, readings: Iterator[Reading], words: bool) -> Recaller:
    """A memory of those readings, and its recall."""
    store = Store(path)
    keep(store, list(readings))
    if words:
        return Recaller(store)
    embedder = Embedder()
    index(store, embedder)
    return Recaller(store, embedder)


def questions(entries: list[dict[str, Any]]) -> list[Question]:
    return [Question(e["need"], _several(e["answer"])) for e in entries]


def _several(answer: str | list[str] | None) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else tuple(answer or ())


def ask(recaller: Recaller, asked: list[Question]) -> list[Asked]:
    return [Asked(q, recaller.recall(q.need, 10, TODAY)) for q in asked]


def measure(asked: list[Asked], show: bool) -> list[float | None]:
    """One row of the table; percentages of the questions with an answer, and of those without."""
    there, none = [a for a in asked if a.question.answers], [a for a in asked if not a.question.answers]
    for one in asked:
        if show:
            _show(one)
    ranks = [a.rank for a in there]
    return [
        len(there),
        100 * sum(r == 1 for r in ranks) / len(there),
        100 * sum(r is not None and r <= 3 for r in ranks) / len(there),
        100 * sum(1 / r for r in ranks if r) / len(there),
        100 * sum(a.rank == 1 and a.sure for a in there) / len(there),
        len(none),
        100 * sum(not a.sure for a in none) / len(none),
    ]


def _show(one: Asked) -> None:
    right = (one.rank == 1) == one.sure if one.question.answers else not one.sure
    print(f"{'  ' if right and (one.rank == 1 or not one.question.answers) else '! '}{one.question.need}")
    print("      wanted", " / ".join(one.question.answers) or "nobody", "at", one.rank)
    print("      cues  ", ", ".join(f"{c.kind} {c.text} = {c.value}" for c in one.answer.understood))
    for match in one.answer.people[:3]:
        because = match.because[0].text[:90].replace("\n", " ") if match.because else ""
        print(f"      {match.score:.2f} {match.name}: {because}")


if __name__ == "__main__":
    main()
