"""MP4 and M4A (ISO/IEC 14496-12): user data, metadata and what is private become `free` boxes of zeros; times become 0."""

from __future__ import annotations

BRANDS = frozenset({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"M4A", b"M4V", b"qt", b"avc1", b"dash", b"3gp4", b"3gp5"})  # fmt: skip
_INSIDE = frozenset({b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf", b"edts", b"mvex"})
_GONE = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"})
_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})


def blanked(data: bytes) -> tuple[bytes, bool]:
    """The same recording without them, and whether it has pictures. Raises ValueError for boxes that do not fit."""
    out = bytearray(data)
    seen = _walk(data, out, 0, len(data))
    return bytes(out), seen


def _walk(data: bytes, out: bytearray, at: int, end: int) -> bool:
    seen = False
    while at + 8 <= end:
        size, start = int.from_bytes(data[at : at + 4], "big"), at + 8
        if size == 1:
            size, start = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        stop = end if size == 0 else at + size
        if stop < start or stop > end:
            raise ValueError(f"a box at byte {at} ends outside")
        kind = data[at + 4 : at + 8]
        if kind in _GONE:
            out[at + 4 : at + 8], out[start:stop] = b"free", bytes(stop - start)
        elif kind in _INSIDE:
            seen = _walk(data, out, start, stop) or seen
        elif kind in _TIMED:
            times = 16 if data[start] else 8
            out[start + 4 : start + 4 + times] = bytes(times)
        elif kind == b"hdlr":
            seen = seen or data[start + 8 : start + 12] == b"vide"
        at = stop
    return seen
