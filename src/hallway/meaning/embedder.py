"""Texts to meaning vectors, on this machine, with the model that Hallway ships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hallway.meaning.codes import DIMENSIONS, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).with_name("weights")
MOST_TOKENS = 256
SLICE = 256


class Embedder:
    """Embeds texts as unit vectors; loads the model when first used, and never asks the network.

    Texts go through one at a time: a batch is 10 % faster, but lets the neighbours of a text change its vector.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row of 384 numbers a text; what a text has beyond 256 tokens is not read."""
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        for row, tokens in enumerate(self._tokens(texts)):
            ids = np.array([tokens], np.int64)
            (vectors[row],) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        return vectors

    def _tokens(self, texts: Sequence[str]) -> Iterator[list[int]]:
        for start in range(0, len(texts), SLICE):
            for encoding in self._tokenizer.encode_batch_fast(list(texts[start : start + SLICE])):
                yield encoding.ids

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(MOST_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        model = self._folder / "minilm-l6-int8.onnx"
        return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
