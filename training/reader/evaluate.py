"""How well the shipped reader reads the texts that were kept apart: names, ties, confidence, by kind of text and of name.

usage: python training/reader/evaluate.py [--ties] [--weights FILE]

Prints tables in Markdown. `--ties` prints nothing but the first row, for comparisons while training; `--weights` takes another
network than the one in place.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from calibrate import unseen
from corpus import Document
from data import corpus
from judging import Judged, judged
from naming import Invented, invent
from renaming import renamed

from hallway.reading.encoder.model import Network
from hallway.reading.local import LocalReader

CORPUS = Path(__file__).parents[1] / "corpus"
SHOWN = ("English", "Vietnamese", "Chinese", "Indian", "Arabic", "Icelandic", "Spanish")
HEAD = "| {} | people | precision | recall | F1 | tie right | met-and-how F1 | falsely met |\n|---|---|---|---|---|---|---|---|"


def row(name: str, people: list[Judged]) -> str:
    """One line of the table of readings."""
    both = [j for j in people if j.gold and j.said]
    said = sum(j.said is not None for j in people)
    gold = sum(j.gold is not None for j in people)
    p, r = len(both) / max(1, said), len(both) / max(1, gold)
    none = [j for j in both if j.gold and j.gold["connection"] == "none"]
    claimed = sum(j.said not in (None, "none") for j in people)
    met = sum(j.gold is not None and j.gold["connection"] != "none" for j in people)
    hit = sum(j.right and j.said != "none" and (j.gold or {})["connection"] != "none" for j in both)
    falsely = sum(not j.right for j in none) / max(1, len(none))
    cells = (f"{p:.2f}", f"{r:.2f}", f"{_f1(p, r):.3f}", f"{sum(j.right for j in both) / max(1, len(both)):.2f}",
             f"{_f1(hit / max(1, claimed), hit / max(1, met)):.3f}", f"{100 * falsely:.0f} %")  # fmt: skip
    return f"| {name} | {gold} | {' | '.join(cells)} |"


def _f1(p: float, r: float) -> float:
    return 2 * p * r / max(1e-9, p + r)


def by_text(told: list[tuple[Document, list[Judged]]]) -> Iterator[str]:
    """How well kinds of text are read."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    known = {doc.hand for doc in corpus(CORPUS)[0]}
    for doc, people in told:
        english = doc.head.get("language", "en") == "en"
        keys = ["all", "English" if english else "other languages", f"style {doc.head['style']}"]
        for key in keys if doc.hand in known else [*keys, "hands never trained on"]:
            groups[key] += people
    yield HEAD.format("texts")
    for key in sorted(groups, key=lambda k: (k != "all", k)):
        yield row(key, groups[key])


def by_name(reader: LocalReader, docs: list[Document]) -> Iterator[str]:
    """How well kinds of name are found: everybody in the English texts gets a name of one kind, out of names never trained on."""
    yield HEAD.format("everybody's names")
    for kind in SHOWN:
        rng = random.Random(11)
        people = []
        for doc in docs:
            if doc.head.get("language", "en") == "en":
                people += judged(reader, rechristened(doc, kind, rng))
        yield row(kind, people)


def rechristened(doc: Document, kind: str, rng: random.Random) -> Document:
    """The text with everybody's name, of one or two words, replaced by one of a kind."""
    chosen, people = {}, {}
    taken: set[str] = set()
    for pid, old in doc.people.items():
        words = old["name"].split()
        made = _unlike(taken, kind, rng)
        names: dict[str, str] = {}
        if len(words) == 2:
            names = {old["name"]: made.full, words[0]: made.given, words[1]: made.family}
        elif words[0].isalpha() and words[0][0].isupper():
            names = {words[0]: made.given}
        chosen[pid], people[pid] = names, old | {"name": names.get(old["name"], old["name"])}
    text, marks = renamed(doc.text, doc.marks, chosen)
    return Document(doc.path, text, marks, doc.head, people, doc.events, doc.facts)


def _unlike(taken: set[str], kind: str, rng: random.Random) -> Invented:
    """A name that nobody of the text bears a part of; when the names run out, they come again."""
    for _ in range(200):
        made = invent(kind, rng, apart=True)
        if not {made.given, made.family} & taken:
            break
    taken |= {made.given, made.family}
    return made


def reliability(people: list[Judged]) -> Iterator[str]:
    """Said to be so sure, and right so often; each by regressions that have not seen its hand."""
    found = [j for j in people if j.said is not None]
    sure, right = unseen(found), np.array([j.right for j in found])
    yield "| sure | people | mean | right |\n|---|---|---|---|"
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            yield (
                f"| {low:.1f} to {min(high, 1):.1f} | {inside.sum()} | {100 * sure[inside].mean():.0f} % "
                f"| {100 * right[inside].mean():.0f} % |"
            )
    yield "\n| asked about, the least sure first | mistakes removed | the most that any order could | right then |\n|---|---|---|---|"
    order = np.argsort(sure)
    wrong = ~right[order]
    for share in (0.05, 0.1, 0.2, 0.3, 0.5):
        asked = round(share * len(found))
        gone = wrong[:asked].sum() / max(1, wrong.sum())
        most = min(1, asked / max(1, wrong.sum()))
        left = 1 - wrong[asked:].sum() / len(found)
        yield f"| {100 * share:.0f} % | {100 * gone:.0f} % | {100 * most:.0f} % | {100 * left:.0f} % |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ties", action="store_true")
    parser.add_argument("--weights", type=Path)
    args = parser.parse_args()
    network = Network(weights=args.weights)
    reader = LocalReader(choose=lambda: network)
    _, docs = corpus(CORPUS)
    told = [(doc, judged(reader, doc)) for doc in docs]
    everybody = [j for _, people in told for j in people]
    if args.ties:
        print(row("all", everybody))
        return 0
    for table in (by_text(told), by_name(reader, docs), reliability(everybody)):
        print("\n".join(table), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
