"""How a meaning vector is stored: 384 bytes that keep its direction, and 48 bytes that keep only its signs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
BYTES = DIMENSIONS // 8

Vectors = NDArray[np.float32]
Codes = NDArray[np.int8]
Packed = NDArray[np.uint8]


def encode(vectors: Vectors) -> Codes:
    """Return one byte per dimension. The length of a vector is lost, which unit vectors do not need."""
    peaks = np.abs(vectors).max(axis=-1, keepdims=True)
    codes: Codes = np.rint(vectors * (127.0 / np.maximum(peaks, 1e-12))).astype(np.int8)
    return codes


def sign_bits(codes: Codes | Vectors) -> Packed:
    """Return one bit per dimension, packed: whether it is above zero."""
    return np.packbits(codes > 0, axis=-1)


def cosines(query: Vectors, codes: Codes) -> Vectors:
    """Return the cosine of one unit vector with each row of codes."""
    rows = codes.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    found: Vectors = (rows @ query) / np.maximum(lengths, np.float32(1.0))
    return found
