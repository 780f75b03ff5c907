"""How far the quantised model is from the original, on sentences of the kind it will see."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Report:
    """Cosines of the two models' vectors, and how many of a sentence's ten nearest they agree on."""

    sentences: int
    mean: float
    least: float
    same_nearest: float

    def __str__(self) -> str:
        return (
            f"{self.sentences} sentences: cosine mean {self.mean:.4f}, least {self.least:.4f}, "
            f"ten nearest the same {self.same_nearest:.1%}"
        )


def compare(small: bytes, large: bytes, tokenizer: bytes, sentences: list[str]) -> Report:
    """Embed the sentences with both models and compare."""
    ours, theirs = vectors(small, tokenizer, sentences), vectors(large, tokenizer, sentences)
    cosines = (ours * theirs).sum(axis=1)
    pairs = zip(nearest(ours), nearest(theirs), strict=True)
    same = float(np.mean([len(set(mine) & set(yours)) / len(mine) for mine, yours in pairs]))
    return Report(len(sentences), float(cosines.mean()), float(cosines.min()), same)


def vectors(model: bytes, tokenizer: bytes, sentences: list[str]) -> NDArray[np.float32]:
    """Embed one sentence at a time, on one thread."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
    rows = []
    for encoding in Tokenizer.from_buffer(tokenizer).encode_batch(sentences):
        ids = np.array([encoding.ids], np.int64)
        rows.append(session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    return np.stack(rows)


def nearest(rows: NDArray[np.float32], count: int = 10) -> list[list[int]]:
    """Return the indexes of the nearest other rows of each row."""
    products = rows @ rows.T
    np.fill_diagonal(products, -1)
    order: list[list[int]] = np.argsort(-products, axis=1)[:, :count].tolist()
    return order
