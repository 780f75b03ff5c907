"""Bytes that somebody attached → the clip that is kept."""

from __future__ import annotations

from hallway.formats.clips import photo, recording
from hallway.formats.clips.protocol import MOST_BYTES, BadClip
from hallway.model import ClipFile
from hallway.model.phrase import Phrase


def clean(data: bytes, *, place: bool = False) -> ClipFile:
    """The photo or recording that these bytes are, without what they tell beside it; with `place`, a photo keeps where it
    was taken. Raises BadClip for what is none, for what is damaged, and for too much of it.
    """
    if not data:
        raise BadClip(Phrase("this is empty: nothing was attached; take it once more"))
    if len(data) > MOST_BYTES:
        raise BadClip(Phrase("this is larger than {n} MB: make it smaller, or shorter", n=str(MOST_BYTES // 1_000_000)))
    if type_ := recording.recognise(data[:4096]):
        return recording.cleaned(data, type_)
    if photo.recognise(data[:64]):
        return photo.cleaned(data, place)
    raise BadClip(
        Phrase(
            "this is no photo (JPEG, PNG, WebP, GIF, HEIC) and no recording (WebM, Ogg, MP4, MP3, WAV) that Hallway knows"
        )
    )
