"""The fallback tagger: a linear-chain CRF (Lafferty, McCallum and Pereira 2001) that finds names where onnxruntime cannot run.

It knows nothing of ties. Every person gets the same ones, those of an average write-up, so that the plain words beside the
name decide (`reading/cues.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from hallway.reading.crf.features import Word, described, sequences, usage
from hallway.reading.encoder.features import TAGS
from hallway.reading.tagged import Entity, Tie

AVERAGE = {"none": 0.52, "fleeting": 0.07, "new": 0.17, "renewed": 0.12, "cemented": 0.12}
"""The shares of connections in the corpus; a little more for none, as meeting somebody has to be told."""
_KINDS = ("PER", "ORG", "EVT", "LOC")


class Marked:
    """One text as the CRF sees it: the probability of each kind of name for each word."""

    def __init__(self, words: list[Word], shares: list[dict[str, float]], begins: list[bool]) -> None:
        self._words, self._shares, self._begins = words, shares, begins
        self._starts = [w.start for w in words]
        self._ends = [w.end for w in words]

    def entities(self) -> list[Entity]:
        """Words next to each other that are of a kind."""
        found: list[Entity] = []
        before = ""
        for i, share in enumerate(self._shares):
            kind = max(share, key=lambda k: share[k])
            if share[kind] <= 1 - sum(share.values()):
                before = ""
                continue
            if kind == before and not self._begins[i]:
                last = found.pop()
                found.append(Entity(kind, last.start, self._ends[i], (last.score + share[kind]) / 2))
            else:
                found.append(Entity(kind, self._starts[i], self._ends[i], share[kind]))
            before = kind
        return found

    def kind_probability(self, start: int, end: int, kind: str) -> float:
        """How likely the words at [start, end) are of a kind."""
        inside = self._shares[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        return sum(s[kind] for s in inside) / len(inside) if inside else 0.0

    def tie(self, mentions: Sequence[tuple[int, int]]) -> Tie:
        """The same for everybody."""
        return Tie(dict(AVERAGE), 0.1, tuple(1 / len(mentions) for _ in mentions))


class Crf:
    """The shipped weights, loaded once. Raises ImportError where python-crfsuite is not installed."""

    def __init__(self, weights: bytes | None = None) -> None:
        import pycrfsuite

        self._tagger: Any = pycrfsuite.Tagger()
        if weights is None:
            weights = (files("hallway.reading.crf") / "weights" / "reader.crfsuite").read_bytes()
        self._weights = weights  # the tagger reads from these very bytes as long as it lives
        self._tagger.open_inmemory(weights)
        self._known = frozenset(self._tagger.labels())

    def tag(self, text: str, progress: Callable[[int, int], None] | None = None) -> Marked:
        """Read one text, of any length, line by line; `progress` hears how many are done, and of how many."""
        used = usage(text)
        lines = sequences(text)
        words: list[Word] = []
        shares: list[dict[str, float]] = []
        begins: list[bool] = []
        for k, line in enumerate(lines):
            self._tagger.set(described(line, used))
            for i, word in enumerate(line):
                p = {t: self._tagger.marginal(t, i) for t in TAGS[1:] if t in self._known}
                shares.append({kind: p.get(f"B-{kind}", 0.0) + p.get(f"I-{kind}", 0.0) for kind in _KINDS})
                best = max(_KINDS, key=lambda kind: shares[-1][kind])
                begins.append(p.get(f"B-{best}", 0.0) > p.get(f"I-{best}", 0.0))
                words.append(word)
            if progress and k % 50 == 0:
                progress(k, len(lines))
        return Marked(words, shares, begins)
