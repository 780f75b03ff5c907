"""Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis: the packet of comments is emptied, its length and its pages stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_COMMENTS = (b"OpusTags", b"\x03vorbis")
_FRAMED = b"\x03vorbis"
_POLYNOMIAL = 0x04C11DB7


def blanked(data: bytes) -> tuple[bytes, bool]:
    """The same recording without comments; sound alone is taken. Raises ValueError for what is no Ogg, or has video."""
    out = bytearray(data)
    pages = list(_pages(data))
    where = _second_packet(data, pages)
    packet = bytes(data[a] for a in where)
    head = next((c for c in _COMMENTS if packet.startswith(c)), None)
    if head is None:
        raise ValueError("it is neither Opus nor Vorbis")
    empty = head + bytes(8) + (b"\x01" if head == _FRAMED else b"")
    for at, value in zip(where, empty.ljust(len(packet), b"\x00"), strict=False):
        out[at] = value
    for start, end in pairwise([*pages, len(data)]):
        if where and start <= where[-1] and end > where[0]:
            out[start + 22 : start + 26] = bytes(4)
            out[start + 22 : start + 26] = _checksum(bytes(out[start:end])).to_bytes(4, "little")
    return bytes(out), False


def _pages(data: bytes) -> Iterator[int]:
    at = 0
    while at + 27 <= len(data):
        if data[at : at + 4] != b"OggS":
            raise ValueError(f"byte {at} begins no page")
        yield at
        segments = data[at + 26]
        at += 27 + segments + sum(data[at + 27 : at + 27 + segments])


def _second_packet(data: bytes, pages: list[int]) -> list[int]:
    """Where the bytes of the second packet lie; the first one fills the first page."""
    found: list[int] = []
    for page in pages[1:]:
        at = page + 27 + data[page + 26]
        for length in data[page + 27 : page + 27 + data[page + 26]]:
            found += range(at, min(at + length, len(data)))
            at += length
            if length < 255:
                return found
    return found


def _checksum(page: bytes) -> int:
    """CRC-32 with the polynomial 0x04C11DB7, from 0, not reflected (RFC 3533, 6)."""
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc
