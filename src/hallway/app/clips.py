"""The part of a memory that is seen and heard: photos and recordings of people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.app.memory import Memory
    from hallway.model import ClipFile
    from hallway.queries.clips import Clip


class Clips:
    """Reached as `memory.clips`. What comes in is decoded, and kept without what devices write into it."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def clean(self, data: bytes, *, place: bool = False) -> ClipFile:
        """What would be kept of these bytes; `place` keeps where a photo was taken. Opens no memory.

        Raises BadClip (a ValueError) for what is no photo and no recording, is damaged, or too large.
        """
        from hallway.formats.clips.cleaning import clean

        return clean(data, place=place)

    def attach(self, person: str, clip: ClipFile, words: str = "") -> Kept:
        """Attach what `clean` gave to a person, with a caption; the same only once.

        `person` is a name, a part of one, or `#` and an id. Raises what `memory.person` raises.
        """
        from hallway.actions.clip import attach

        line = self._memory.person(person)
        return attach(self._memory.store, line.id, line.name, " ".join(words.split()), clip, date.today())

    def remove(self, clip: int) -> int:
        """Take one away; returns the action, which `undo` takes back. Raises MemoryProblem where there is none."""
        from hallway.actions.clip import remove

        return remove(self._memory.store, clip)

    def of(self, person: int) -> list[Clip]:
        """Those of a person (id), the latest first."""
        from hallway.queries.clips import of_person

        return of_person(self._memory.store, person)

    def at(self, event: int) -> list[Clip]:
        """Those from an event (id), the latest first."""
        from hallway.queries.clips import at_event

        return at_event(self._memory.store, event)

    def file(self, clip: int, small: bool = False) -> tuple[str, bytes]:
        """The media type and the bytes of one, or of its small picture. Raises LookupError where there is none."""
        from hallway.queries.clips import file

        return file(self._memory.store, clip, small)
