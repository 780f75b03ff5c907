"""Running the reader's network: names in a text, and what each mention says about the tie to its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallway.reading.encoder.features import CONNECTIONS, TAGS, Pieces, pieces, windows
from hallway.reading.tagged import Entity, Tie

Array = NDArray[np.float32]
_KINDS = ("PER", "ORG", "EVT", "LOC")
_CLS, _SEP = 101, 102


class Seen:
    """One text as the network sees it."""

    def __init__(self, cut: Pieces, tags: Array, ties: Array) -> None:
        self.cut = cut
        self.probabilities = _softmax(tags)
        self.ties = ties
        self._starts = np.array([a for a, _ in cut.offsets] or [0])

    def entities(self) -> list[Entity]:
        """Spans of words whose pieces agree on a kind; each word takes the mean of its pieces."""
        found: list[Entity] = []
        for kind, words in self._runs():
            first, last = words[0], words[-1]
            start, end = self.cut.offsets[first[0]][0], self.cut.offsets[last[-1]][1]
            score = float(np.mean([self._of_kind(w, kind) for w in words]))
            found.append(Entity(kind, start, end, score))
        return found

    def tie(self, mentions: Sequence[tuple[int, int]]) -> Tie:
        """Pool the mentions (code point spans) of one person."""
        vectors = np.stack([self._mean(a, b) for a, b in mentions])
        weights = _softmax(vectors[:, 6][None])[0]
        pooled = weights @ vectors
        likely = _softmax(pooled[:5][None])[0]
        followed = 1 / (1 + np.exp(-float(pooled[5])))
        return Tie(dict(zip(CONNECTIONS, map(float, likely), strict=True)), float(followed), tuple(map(float, weights)))

    def kind_probability(self, start: int, end: int, kind: str) -> float:
        """How likely the words at [start, end) are of a kind, whatever was decided."""
        inside = self._inside(start, end)
        return float(np.mean([self._of_kind([i], kind) for i in inside])) if inside else 0.0

    def _inside(self, start: int, end: int) -> list[int]:
        low = int(np.searchsorted(self._starts, start, "left"))
        low = max(0, low - 1) if low and self.cut.offsets[low - 1][1] > start else low
        high = int(np.searchsorted(self._starts, end, "left"))
        return list(range(low, min(high, len(self.cut.offsets))))

    def _mean(self, start: int, end: int) -> Array:
        inside = self._inside(start, end)
        if not inside:
            return np.array([4, 0, 0, 0, 0, -2, -4], dtype=np.float32)
        mean: Array = self.ties[inside].mean(0)
        return mean

    def _of_kind(self, word: Sequence[int], kind: str) -> float:
        b, i = TAGS.index(f"B-{kind}"), TAGS.index(f"I-{kind}")
        return float(self.probabilities[list(word)][:, [b, i]].sum(1).mean())

    def _words(self) -> Iterator[list[int]]:
        word: list[int] = []
        for i, w in enumerate(self.cut.words):
            if word and w != self.cut.words[word[-1]]:
                yield word
                word = []
            word.append(i)
        if word:
            yield word

    def _runs(self) -> Iterator[tuple[str, list[list[int]]]]:
        run: list[list[int]] = []
        current = ""
        for word in self._words():
            kind, begins = self._decide(word)
            if run and (kind != current or begins):
                yield current, run
                run = []
            if kind:
                run.append(word)
            current = kind
        if run:
            yield current, run

    def _decide(self, word: list[int]) -> tuple[str, bool]:
        mean = self.probabilities[word].mean(0)
        mass = {k: float(mean[TAGS.index(f"B-{k}")] + mean[TAGS.index(f"I-{k}")]) for k in _KINDS}
        best = max(mass, key=lambda k: mass[k])
        if mass[best] <= float(mean[0]):
            return "", False
        first = self.probabilities[word[0]]
        return best, bool(first[TAGS.index(f"B-{best}")] > first[TAGS.index(f"I-{best}")])


class Network:
    """The shipped weights, or others, loaded once, on one thread unless told otherwise."""

    def __init__(self, threads: int = 1, weights: Path | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        shipped = files("hallway.reading.encoder") / "weights" / "reader-int8.onnx"
        self._session: Any = onnxruntime.InferenceSession(
            str(weights or shipped), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(files("hallway.meaning") / "weights" / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def tag(self, text: str, progress: Callable[[int, int], None] | None = None) -> Seen:
        """Read one text, of any length, window by window; `progress` hears how many are done, and of how many."""
        cut = pieces(self._tokenizer, text)
        tags = np.zeros((len(cut.ids), len(TAGS)), np.float32)
        ties = np.zeros((len(cut.ids), len(CONNECTIONS) + 2), np.float32)
        spans = windows(len(cut.ids))
        for k, (start, end) in enumerate(spans):
            out_tags, out_ties = self._run(cut, start, end)
            low = start if k == 0 else (start + spans[k - 1][1]) // 2
            tags[low:end] = out_tags[low - start :]
            ties[low:end] = out_ties[low - start :]
            if progress:
                progress(k + 1, len(spans))
        return Seen(cut, tags, ties)

    def _run(self, cut: Pieces, start: int, end: int) -> tuple[Array, Array]:
        ids = np.array([[_CLS, *cut.ids[start:end], _SEP]], np.int64)
        features = np.array([[0, *cut.features[start:end], 0]], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "features": features}
        tags, ties = self._session.run(None, given)
        return tags[0, 1:-1], ties[0, 1:-1]


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shared: Array = raised / raised.sum(-1, keepdims=True)
    return shared
