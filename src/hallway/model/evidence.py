"""Where a fact comes from: the source and the exact words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from hallway.model.when import When


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a source: `text == source.text[start:end]`, offsets in code points."""

    text: str
    start: int
    end: int

    def as_dict(self) -> dict[str, object]:
        return {"text": self.text, "start": self.start, "end": self.end}


OWN_WORDS = frozenset({"diary", "note", "mail", "chat"})
"""Kinds of source in which I tell of people myself."""

KINDS = OWN_WORDS | {"card", "list", "programme", "calendar", "post", "correction", "clip"}
"""Kinds of source. `card` and `list` are address books, `post` what somebody else wrote, `correction` what I said instead, `clip`
what I said of a photo or a recording."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was given, kept verbatim.

    `kind` is one of KINDS; `written` is the day it was written, as far as it is known. `original` is the bytes that were
    given, where the text in UTF-8 is not the same; `place` says where in a larger file it stood (`line 17`); `record` is
    what its file calls it, the same in every export (`card:1f3c-...`): a record that changed replaces what it said before.
    """

    name: str
    text: str
    kind: str = "diary"
    author: str | None = None
    written: When | None = None
    original: bytes | None = None
    place: str | None = None
    record: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8: the same text is the same source, whatever its file is called.

        A note is the same only on the same day: "coffee with Petra" can happen twice. What is said of a clip is the same only
        of the same clip, which `record` tells.
        """
        apart = f"{self.written}\n" if self.kind == "note" else f"{self.record}\n" if self.kind == "clip" else ""
        return hashlib.sha256((apart + self.text).encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        return Span(self.text[start:end], start, end)
