"""Train the fallback tagger on what the network is trained on; minutes on one core, and no random numbers.

usage: python training/reader/crf.py --ner ../shared/data/ner --out src/hallway/reading/crf/weights
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

from data import corpus, kind, plain_marks
from tweets import KINDS, TRAINED_ON, Row, read_tweets

from hallway.reading.crf.features import described, sequences, usage

Spans = list[tuple[int, int, str]]


def joined(rows: list[Row]) -> tuple[str, Spans]:
    """A tweet as it was written, more or less, and its names: (start, end, kind). A handle is one name without its @, which
    some parts of the sets mark as a name of its own, and others not at all."""
    text, spans = "", []
    before = "O"
    for i, (word, tag) in enumerate(rows):
        handled = i > 0 and rows[i - 1][0] == "@"
        text += "" if not text or handled else " "
        label = None if word == "@" else KINDS.get(tag[2:])
        if label and tag[0] == "I" and spans and before == tag[2:] and not handled:
            spans[-1] = (spans[-1][0], len(text) + len(word), label)
        elif label:
            spans.append((len(text), len(text) + len(word), label))
        before = tag[2:]
        text += word
    return text, spans


def examples(root: Path, ner: Path, files: Sequence[str] = TRAINED_ON, own: bool = True) -> Iterator[tuple[str, Spans]]:
    """Every text to train on with its names: the corpus, where `own`, and tweets."""
    for doc in corpus(root)[0] if own else ():
        text, marks = plain_marks(doc)
        yield text, [(m.start, m.end, k) for m in marks if (k := kind(m.label))]
    for name in files:
        yield from map(joined, read_tweets(ner / name))


def learn(texts: Iterable[tuple[str, Spans]], target: Path, iterations: int = 60) -> bytes:
    """Write a model that has learnt from `texts`, and return it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": iterations, "feature.minfreq": 2})
    for text, spans in texts:
        used = usage(text)
        for words in sequences(text):
            labels = ["O"] * len(words)
            for start, end, label in spans:
                inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
                for i in inside:
                    labels[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
            trainer.append(described(words, used), labels)
    trainer.train(str(target))
    return target.read_bytes()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[1] / "corpus")
    parser.add_argument("--ner", type=Path, required=True, help="folder with wnut17/ and btc/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--iterations", type=int, default=60)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    made = learn(examples(args.corpus, args.ner), args.out / "reader.crfsuite", args.iterations)
    print(f"reader.crfsuite: {len(made):,} bytes, sha256 {hashlib.sha256(made).hexdigest()}")
