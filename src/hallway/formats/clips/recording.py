"""Recordings: sound or video in the containers that browsers and recorders write, with what is told beside it blanked.

What is taken out is overwritten where it stands, so that no offset changes and nothing has to be encoded anew.
"""

from __future__ import annotations

from collections.abc import Callable

from hallway.formats.clips import ebml, mpeg4, ogg, plain_sound
from hallway.formats.clips.protocol import BadClip
from hallway.model import ClipFile
from hallway.model.phrase import Phrase

_CLEAN: dict[str, Callable[[bytes], tuple[bytes, bool]]] = {
    "webm": ebml.blanked,
    "ogg": ogg.blanked,
    "mp4": mpeg4.blanked,
    "mpeg": plain_sound.mp3,
    "wav": plain_sound.wav,
}


def recognise(head: bytes) -> str | None:
    """Which container these bytes begin, None for none."""
    if head[:4] == b"\x1aE\xdf\xa3" and b"webm" in head[:64]:
        return "webm"
    if head[:4] == b"OggS":
        return "ogg"
    if head[4:8] == b"ftyp" and head[8:12].strip(b"\x00 ") in mpeg4.BRANDS:
        return "mp4"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[:3] == b"ID3" or plain_sound.is_frame(head[:4]):
        return "mpeg"
    return None


def cleaned(data: bytes, container: str) -> ClipFile:
    """The recording as it is kept. Raises BadClip for one that is damaged."""
    try:
        kept, seen = _CLEAN[container](data)
    except (IndexError, ValueError, OverflowError) as error:
        raise BadClip(Phrase("this recording is damaged ({why}): record it again", why=str(error))) from error
    return ClipFile(f"{'video' if seen else 'audio'}/{container}", kept)
