"""What each part brings: heads and rules, switched off one by one, and kinds of data, left out one by one.

usage: python training/reader/ablate.py                        heads and rules
       python training/reader/ablate.py --ner ../shared/data/ner    kinds of data

Kinds of data are left out of networks that are trained for one epoch only, a quarter of an hour altogether on two cores, and
of the CRF; what is said of the size of the gain does not carry over to the whole training. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from crf import examples, learn
from data import corpus
from evaluate import CORPUS, HEAD, row
from judging import judged
from reading import LEFT_OUT, Documents, crf, hallway, measured, sets
from recipe import Recipe
from tweets import TRAINED_ON

from hallway.reading import connections, local
from hallway.reading.crf.model import AVERAGE
from hallway.reading.encoder.model import Network
from hallway.reading.local import LocalReader, tagger
from hallway.reading.tagged import Entity, Tagged, Tie


class Tieless:
    """A text as the network sees it, but for ties, which are the same for everybody."""

    def __init__(self, seen: Tagged) -> None:
        self._seen = seen

    def entities(self) -> list[Entity]:
        return self._seen.entities()

    def kind_probability(self, start: int, end: int, kind: str) -> float:
        return self._seen.kind_probability(start, end, kind)

    def tie(self, mentions: Sequence[tuple[int, int]]) -> Tie:
        return Tie(dict(AVERAGE), 0.1, tuple(1 / len(mentions) for _ in mentions))


class TielessTagger:
    """The network without its second head."""

    def tag(self, text: str, progress: Callable[[int, int], None] | None = None) -> Tieless:
        return Tieless(tagger().tag(text, progress))


def parts() -> Iterator[str]:
    """The reader whole, and without one of its parts."""
    _, docs = corpus(CORPUS)
    yield HEAD.format("reader")

    def read(name: str, reader: LocalReader) -> str:
        return row(name, [j for doc in docs for j in judged(reader, doc)])

    yield read("whole", LocalReader())
    yield read("without the head for ties", LocalReader(choose=TielessTagger))
    strength, connections.STRENGTH = connections.STRENGTH, 0.0
    yield read("without plain words for ties", LocalReader())
    connections.STRENGTH = strength
    spread = local.spread
    local.spread = lambda text, tagged, lists: tagged.entities()
    yield read("without names found again", LocalReader())
    local.spread = spread


BRIEF = {
    "everything": Recipe(seed=7, epochs=1),
    "the corpus alone": Recipe(seed=7, epochs=1, tweets=0.0),
    "tweets alone": Recipe(seed=7, epochs=1, tweets=1.0, own=False),
}


def briefly(ner: Path, folder: Path) -> Iterator[str]:
    """F1 of people's names, and how well ties are told, by networks that were trained for one epoch with each kind of data;
    their weights lie in `folder`, or will."""
    from export import export
    from train import mean, side_by_side

    states = [folder / f"{k}.pt" for k in range(len(BRIEF))]
    if not all(s.exists() for s in states):
        side_by_side(list(BRIEF.values()), argparse.Namespace(corpus=CORPUS, ner=ner, bfloat16=True), states)
    _, docs = corpus(CORPUS)
    texts: dict[str, Documents] = sets(ner)
    head = " | ".join([*(f"{name} F1" for name in texts), "own, tie right", "met-and-how F1"])
    yield f"| a network, trained on | {head} |\n|---|" + "---|" * (len(texts) + 2)
    for name, state in zip(BRIEF, states, strict=True):
        with contextlib.redirect_stdout(sys.stderr):
            weights = export(mean([state]), state.with_suffix(""))
        f1 = [measured(partial(hallway, weights), d, LEFT_OUT not in which)[2] for which, d in texts.items()]
        reader = LocalReader(choose=cache(partial(Network, weights=weights)))
        cells = row(name, [j for doc in docs for j in judged(reader, doc)]).split("|")
        yield f"| {name} | {' | '.join(f'{x:.1f}' for x in f1)} |{cells[6]}|{cells[7]}|"


def data(ner: Path) -> Iterator[str]:
    """F1 of people's names with each kind of data, by the CRF."""
    texts: dict[str, Documents] = sets(ner)
    yield "| the CRF, trained on | " + " | ".join(f"{name} F1" for name in texts) + " |\n|---|" + "---|" * len(texts)
    for name, files, own in (
        ("everything", TRAINED_ON, True),
        ("the corpus alone", (), True),
        ("tweets alone", TRAINED_ON, False),
    ):
        with tempfile.TemporaryDirectory() as folder:
            model = learn(examples(CORPUS, ner, files, own), Path(folder) / "reader.crfsuite")
        scores = [measured(partial(crf, model), docs, LEFT_OUT not in which)[2] for which, docs in texts.items()]
        yield f"| {name} | " + " | ".join(f"{s:.1f}" for s in scores) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ner", type=Path, help="folder with wnut17/ and btc/")
    parser.add_argument("--states", type=Path, default=Path(), help="where the networks trained briefly are kept")
    args = parser.parse_args()
    print("\n".join([*briefly(args.ner, args.states), "", *data(args.ner)] if args.ner else parts()))


if __name__ == "__main__":
    main()
