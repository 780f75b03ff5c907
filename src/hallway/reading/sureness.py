"""From scores to probabilities: how often a reader that says this, in this way, is right.

Two logistic regressions over what the tagger and the rules say (Platt 1999, with more than one input), fitted on texts that
were kept apart from training (`training/reader/calibrate.py`) and kept beside the weights that they belong to.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from hallway.model import Connection
from hallway.reading.connections import Verdict
from hallway.reading.people import Figure

_NEAR = 0.002
"""Scores nearer to 0 or 1 than this say no more."""


def person_inputs(figure: Figure) -> list[float]:
    """What speaks for somebody being a person."""
    scores = [m.score for m in figure.mentions]
    name = figure.name
    return [
        1.0,
        _logit(max(scores)),
        _logit(sum(scores) / len(scores)),
        math.log(len(scores)),
        float(" " not in name),
        float(name.islower()),
        float(any(not (c.isalpha() or c in " .'’-") for c in name)),
    ]


def connection_inputs(figure: Figure, verdict: Verdict) -> list[float]:
    """What speaks for a verdict being right, the person included."""
    first, second = sorted(verdict.weighed.values(), reverse=True)[:2]
    chosen = verdict.weighed[verdict.kind.value]
    return [
        *person_inputs(figure),
        _logit(chosen),
        math.log(max(first, _NEAR) / max(second, _NEAR)),
        float(verdict.spoken),
        *(float(verdict.kind is kind) for kind in Connection if kind is not Connection.NONE),
        float(verdict.status is not None),
    ]


def person_sureness(figure: Figure) -> float:
    """The probability that this is a person."""
    return _apply("person", person_inputs(figure))


def connection_sureness(figure: Figure, verdict: Verdict) -> float:
    """The probability that this is a person and the verdict right."""
    return _apply("connection", connection_inputs(figure, verdict))


def _apply(what: str, inputs: Sequence[float]) -> float:
    weights = _weights()[what]
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, inputs, strict=True))))


@cache
def _weights() -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads(
        (files("hallway.reading.encoder") / "weights" / "sureness.json").read_text("utf-8")
    )
    return found


def _logit(p: float) -> float:
    p = min(max(p, _NEAR), 1 - _NEAR)
    return math.log(p / (1 - p))
