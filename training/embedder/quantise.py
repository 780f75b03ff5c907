"""Eight-bit weights in blocks of 128 inputs, each block with its own scale (onnxruntime's MatMulNBits).

Chosen over `quantize_dynamic` because that scales activations by the whole batch and, on processors without VNNI,
saturates: there its vectors are 0.990 away (cosine) from those of a newer machine, these are 0.9998. A memory moves
between machines, so a vector must not depend on them.
"""

from __future__ import annotations

import numpy as np
from graph import MICROSOFT, Graph
from numpy.typing import NDArray

BLOCK = 128
MIDDLE = 128
INT8_ACTIVATIONS = 4


def block_linear(graph: Graph, name: str, source: str, weight: NDArray[np.float32]) -> str:
    """Multiply by a quantised weight of shape (outputs, inputs)."""
    outputs, inputs = weight.shape
    codes, scales = quantise(weight)
    return graph.node(
        "MatMulNBits",
        [source, graph.constant(f"{name}.codes", codes), graph.constant(f"{name}.scales", scales)],
        f"{name}.product",
        MICROSOFT,
        K=inputs,
        N=outputs,
        bits=8,
        block_size=BLOCK,
        accuracy_level=INT8_ACTIVATIONS,
    )


def quantise(weight: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return codes of shape (outputs, blocks, BLOCK) and one scale a block."""
    blocks = weight.reshape(weight.shape[0], -1, BLOCK)
    scales = np.abs(blocks).max(axis=-1, keepdims=True) / np.float32(127)
    codes = np.rint(blocks / scales) + MIDDLE
    return codes.astype(np.uint8), scales.reshape(-1)
