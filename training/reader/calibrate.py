"""Fit the two regressions of `hallway.reading.sureness` on the texts kept apart, for the weights that are in place.

usage: python training/reader/calibrate.py      writes src/hallway/reading/encoder/weights/sureness.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))

from data import corpus
from judging import Judged, judged

from hallway.reading.local import LocalReader

TARGET = Path(__file__).parents[2] / "src/hallway/reading/encoder/weights/sureness.json"
RIDGE = 1.0
FOLDS = 8
Array = NDArray[np.float64]


def fit(inputs: Array, right: Array) -> Array:
    """Logistic regression with a ridge, by Newton's method; the first input, a constant, is not held back."""
    weights = np.zeros(inputs.shape[1])
    ridge = np.full(inputs.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (p - right) + ridge * weights
        bend = (inputs * (p * (1 - p))[:, None]).T @ inputs + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights


def arrays(people: list[Judged]) -> tuple[Array, Array, Array, Array]:
    """The inputs and whether they were right, of persons and of connections."""
    return (
        np.array([j.person for j in people]), np.array([float(j.gold is not None) for j in people]),
        np.array([j.connection for j in people]), np.array([float(j.right) for j in people]),
    )  # fmt: skip


def unseen(people: list[Judged]) -> Array:
    """How sure each verdict is, by regressions fitted without the texts of the same hand."""
    hands = sorted({j.hand for j in people})
    sure = np.zeros(len(people))
    for k in range(FOLDS):
        out = np.array([hands.index(j.hand) % FOLDS == k for j in people])
        _, _, inputs, right = arrays(people)
        sure[out] = 1 / (1 + np.exp(-inputs[out] @ fit(inputs[~out], right[~out])))
    return sure


def main() -> None:
    reader = LocalReader()
    _, kept = corpus(Path(__file__).parents[1] / "corpus")
    people = [j for doc in kept for j in judged(reader, doc) if j.said is not None]
    person, real, connection, right = arrays(people)
    made = {"person": fit(person, real), "connection": fit(connection, right)}
    TARGET.write_text(json.dumps({k: [round(float(w), 4) for w in v] for k, v in made.items()}) + "\n", "utf-8")
    print(f"{TARGET.name}: fitted on {len(people)} people, {int(real.sum())} of them real, {int(right.sum())} right")


if __name__ == "__main__":
    main()
