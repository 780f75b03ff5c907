"""WebM (a Matroska, RFC 9559; EBML, RFC 8794): tags, attachments, chapters, title and date are blanked as Void elements."""

from __future__ import annotations

_HEADER, _SEGMENT, _CLUSTER, _TRACKS, _INFO = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1654AE6B, 0x1549A966
_ENTRY, _TYPE = 0xAE, 0x83
_GONE = frozenset({0x1254C367, 0x1941A469, 0x1043A770, 0x7BA9, 0x4461, 0x536E})
"""Tags, Attachments, Chapters; Title and DateUTC of Info; Name of a track."""
_INSIDE = frozenset({_SEGMENT, _CLUSTER, _TRACKS, _INFO, _ENTRY})
_VIDEO = 1
_UNKNOWN = -1


def blanked(data: bytes) -> tuple[bytes, bool]:
    """The same recording without them, and whether it has pictures. Raises ValueError for what is no EBML."""
    out, at, seen = bytearray(data), 0, False
    while at < len(data):
        name, after = _id(data, at)
        size, start = _size(data, after)
        if name in _INSIDE:
            at = start  # its children come next, whether it says where it ends or not
            continue
        if size == _UNKNOWN:
            raise ValueError(f"an element at byte {at} does not say where it ends")
        end = min(start + size, len(data))
        if name in _GONE:
            out[at:end] = _void(end - at)
        seen = seen or (name == _TYPE and data[start:end] == bytes([_VIDEO]))
        at = end
    return bytes(out), seen


def _id(data: bytes, at: int) -> tuple[int, int]:
    width = 9 - data[at].bit_length()
    if width > 4 or at + width > len(data):
        raise ValueError(f"byte {at} begins no element")
    return int.from_bytes(data[at : at + width], "big"), at + width


def _size(data: bytes, at: int) -> tuple[int, int]:
    """The size of an element, and where its content begins; all bits set: it does not know (RFC 8794, 6.2)."""
    width = 9 - data[at].bit_length()
    if width > 8 or at + width > len(data):
        raise ValueError(f"byte {at} tells no size")
    value = int.from_bytes(data[at : at + width], "big") & ((1 << 7 * width) - 1)
    return (_UNKNOWN if value == (1 << 7 * width) - 1 else value), at + width


def _void(length: int) -> bytes:
    """A Void element (RFC 8794, 11.3.2) of so many bytes in all; there are at least two."""
    if length < 10:
        return bytes([0xEC, 0x80 | (length - 2)]) + bytes(length - 2)
    return b"\xec\x01" + (length - 9).to_bytes(7, "big") + bytes(length - 9)
