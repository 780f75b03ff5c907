"""MP3 and WAV: the frames or samples, and none of the labels around them (ID3, APE; LIST, bext, iXML and whatever else)."""

from __future__ import annotations

_SOUND = frozenset({b"fmt ", b"data", b"fact"})


def is_frame(head: bytes) -> bool:
    """Whether these bytes begin a frame of MPEG audio, layer III (ISO/IEC 11172-3)."""
    return (
        len(head) >= 3
        and head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2
        and head[2] >> 4 not in (0, 15)
        and head[2] & 12 != 12
    )


def mp3(data: bytes) -> tuple[bytes, bool]:
    """The frames alone. Raises ValueError where there are none."""
    while data[:3] == b"ID3":
        size = sum((b & 0x7F) << shift for b, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
        data = data[10 + size + (10 if data[5] & 0x10 else 0) :].lstrip(b"\x00")
    if data[-128:-125] == b"TAG":
        data = data[:-128]
    if data[-32:-24] == b"APETAGEX":
        size = int.from_bytes(data[-20:-16], "little") + (32 if data[-9] & 0x80 else 0)
        data = data[: -min(size, len(data))] if size else data
    if not is_frame(data[:4]):
        raise ValueError("no sound after its labels")
    return data, False


def wav(data: bytes) -> tuple[bytes, bool]:
    """The chunks that are sound. Raises ValueError where there are none."""
    kept, at = b"", 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] in _SOUND:
            body = data[at + 8 : at + 8 + size]
            kept += data[at : at + 4] + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
        at += 8 + size + size % 2
    if b"data" not in kept:
        raise ValueError("it has no sound")
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WAVE" + kept, False
