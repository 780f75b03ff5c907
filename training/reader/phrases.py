"""How often each plain word of `hallway.reading.phrases` is right, on the texts that are trained on: no phrase is learnt from them.

usage: python training/reader/phrases.py [--below SHARE]      only those that are right less often

Prints a table: language, number in its file, label, weight, how often it stands beside a person, and the share of those of whom
the label is acceptable; below it the same of headings over lists.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from corpus import Document
from data import corpus

from hallway.reading.cues import hits
from hallway.reading.lists.items import Listed, cuts, listings
from hallway.reading.phrases import CONTACT
from hallway.reading.pronouns import resolved
from hallway.reading.sentences import Sentences
from hallway.reading.skeleton import Skeleton, Token, skeleton
from hallway.reading.tongues import tongues

CORPUS = Path(__file__).parents[1] / "corpus"
Row = tuple[str, int, str, float]


def told(doc: Document) -> Iterator[tuple[Row, bool]]:
    """Each phrase and heading of a text beside a person, and whether it is right of them."""
    numbers = {p: i for i, p in enumerate(doc.people)}
    lists = listings(doc.text)
    sentences = Sentences(doc.text, cuts(lists))
    tokens = sorted(_tokens(doc, numbers), key=lambda t: (t.start, -t.end))
    marked = [
        skeleton(doc.text, s.start, s.end, [t for t in tokens if s.start <= t.start < s.end]) for s in sentences.all
    ]
    spoken = tongues(doc.text)
    good = [{row["connection"], *row.get("accept", "").split()} for row in doc.people.values()]
    for s in resolved(marked, sentences.all, spoken):
        for row, person in _said(s, spoken):
            yield row, row[2] in good[person] or (row[2] == CONTACT and good[person] != {"none"})
    listed = Listed(lists)
    for t in tokens:
        over = listed.heading(t.start) if t.kind == "P" else None
        if over:
            yield ("heading", 0, over.kind.value, 0.0), over.kind.value in good[t.number]


def _said(s: Skeleton, spoken: frozenset[str]) -> Iterator[tuple[Row, int]]:
    for hit in hits(s, spoken):
        for person in hit.people:
            yield (hit.tongue, hit.number, hit.label, hit.weight), person


def _tokens(doc: Document, numbers: dict[str, int]) -> Iterator[Token]:
    for m in doc.marks:
        if m.label in numbers:
            yield Token("P", numbers[m.label], m.start, m.end)
        elif m.label[0] in "eol":
            yield Token(m.label[0].upper(), 0, m.start, m.end)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--below", type=float, default=1.01)
    below = parser.parse_args().below
    seen: Counter[Row] = Counter()
    right: Counter[Row] = Counter()
    for doc in corpus(CORPUS)[0]:
        for row, good in told(doc):
            seen[row] += 1
            right[row] += good
    print("| language | number | label | weight | people | right |\n|---|---|---|---|---|---|")
    for row in sorted(seen):
        if right[row] / seen[row] < below:
            print(f"| {' | '.join(map(str, row))} | {seen[row]} | {100 * right[row] / seen[row]:.0f} % |")


if __name__ == "__main__":
    main()
