"""A clip has a maker, shows people, and belongs to an event; one that was attached has its file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from hallway.model.evidence import Span
from hallway.model.person import Ref


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A photo or a recording, without what devices write into it beside it.

    `type` is its media type (RFC 6838), `small` a small JPEG of a picture, `place` where it was taken (degrees north, degrees
    east, as in `51.0543, 3.7174`), only where that was kept on purpose.
    """

    type: str
    data: bytes
    small: bytes | None = None
    width: int | None = None
    height: int | None = None
    place: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def kind(self) -> str:
        """photo, video or audio."""
        return {"image": "photo", "video": "video"}.get(self.type.partition("/")[0], "audio")


@dataclass(frozen=True, slots=True)
class ClipFact:
    """`kind` is photo, video, audio or slides."""

    kind: str
    maker: Ref | None = None
    shows: tuple[Ref, ...] = ()
    event: Ref | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    file: ClipFile | None = None
