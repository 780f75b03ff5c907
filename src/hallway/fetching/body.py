"""The body of an answer, unpacked, and never more of it than was agreed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from hallway.fetching.problems import FetchProblem

_STEP = 64 * 1024
ENCODINGS = "gzip, deflate"
"""What is asked for. Brotli is not: nothing in the standard library could stop unpacking it in time."""


class Stream(Protocol):
    """Whatever bytes are read from."""

    def read(self, amount: int, /) -> bytes: ...


def read_body(stream: Stream, encoding: str, most: int) -> bytes:
    """All of it, unpacked, if that is at most `most` bytes, both as sent and as unpacked.

    Raises FetchProblem for more than that (as soon as it is more), for an encoding that was not asked for, and for data
    that is not what it says.
    """
    coding = encoding.strip().lower()
    pieces = _limited(stream, most)
    if coding in ("", "identity"):
        return b"".join(pieces)
    if coding in ("gzip", "x-gzip", "deflate"):
        try:
            return _unpacked(pieces, coding == "deflate", most)
        except zlib.error:
            raise FetchProblem(f"the answer says that it is packed with {coding}, and is not") from None
    raise FetchProblem(f"the answer is packed with {coding[:40]}, which was not asked for")


def _limited(stream: Stream, most: int) -> Iterator[bytes]:
    total = 0
    while piece := stream.read(_STEP):
        total += len(piece)
        if total > most:
            raise too_large(most)
        yield piece


def _unpacked(pieces: Iterator[bytes], deflate: bool, most: int) -> bytes:
    """Unpacked step by step; many servers mean raw deflate (RFC 1951) where they should mean zlib (RFC 1950)."""
    out = bytearray()
    unpacker = None
    for piece in pieces:
        if unpacker is None:
            raw = deflate and not (piece[0] & 0x0F == 8 and len(piece) > 1 and (piece[0] * 256 + piece[1]) % 31 == 0)
            unpacker = zlib.decompressobj(
                -zlib.MAX_WBITS if raw else zlib.MAX_WBITS if deflate else zlib.MAX_WBITS | 16
            )
        out += unpacker.decompress(piece, most + 1 - len(out))
        if len(out) > most:
            raise too_large(most)
        if unpacker.eof:
            break
    if unpacker is not None and not unpacker.eof:
        raise FetchProblem("the answer ended in the middle: try again")
    return bytes(out)


def too_large(most: int) -> FetchProblem:
    return FetchProblem(f"the answer is larger than {most / 1_000_000:g} MB: no feed is that large")
