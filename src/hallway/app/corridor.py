"""The part of a memory that is about here and now: what is captured in the corridor, and whom one met today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from hallway.model import ClipFile, Connection, EventFact, Reading, When

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.app.memory import Day, Memory
    from hallway.queries.events import EventLine
    from hallway.queries.people import PersonLine


class Corridor:
    """Reached as `memory.corridor`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def understand(
        self, line: str, *, kind: str | None = None, event: int | None = None, written: Day | None = None
    ) -> Reading:
        """What `capture` would keep, without keeping it. Raises as it does."""
        from hallway.app.memory import as_when
        from hallway.reading.audience import audience
        from hallway.reading.captured import captured

        day = as_when(written) or When(date.today().isoformat())
        note = audience(line, day) or self._memory.note(line, written=day)
        return captured(note, Connection(kind) if kind else None, self._event(event))

    def capture(
        self,
        capture_id: str,
        line: str,
        *,
        kind: str | None = None,
        event: int | None = None,
        written: Day | None = None,
        card: str | None = None,
        who: Mapping[str, int | None] | None = None,
    ) -> tuple[Reading | None, Kept]:
        """Keep one line under the id that a browser made for it, once, however often it is sent.

        `kind` is the button that was pressed (new, renewed, cemented, fleeting), `event` the id of the event one is at,
        `written` the day; today, where left out. `card` is what a code said that was scanned with it (vCard, MECARD), `who` which
        person (id) a name in the line means; None for somebody new. Returns what was understood (None where the id arrived before) and what
        came of keeping it. Raises UnreadableText when nobody is named, ValueError for a kind or an id that is none.
        """
        from hallway.actions.capture import Beside, arrived_before, capture
        from hallway.formats.codes import card_in

        if before := arrived_before(self._memory.store, capture_id):
            return None, before
        reading = self.understand(line, kind=kind, event=event, written=written)
        beside = Beside(card_in(card) if card else None, who or {})
        return reading, capture(self._memory.store, capture_id, reading, beside)

    def attach(self, capture_id: str, clip_id: str, clip: ClipFile) -> str:
        """Keep a photo or a recording (`memory.clips.clean`) with a capture that arrived, once for its id.

        Returns "kept", "already", or "gone" where the capture was taken back meanwhile. Raises LookupError where the capture has
        not arrived, ValueError for an id that is none.
        """
        from hallway.actions.clip import attach_to_capture

        return attach_to_capture(self._memory.store, capture_id, clip_id, clip)

    def day_made(self, made: object, sent: object, zone: object) -> date:
        """The day on which a phone made a capture, by its clock at making and at sending (ms since 1970) and its zone."""
        from hallway.actions.capture import day_made

        return day_made(made, sent, zone, datetime.now().astimezone())

    def event(self, day: date | None = None) -> EventLine | None:
        """The event one is at: the one that was pinned, else the one whose days hold `day` (today)."""
        from hallway.queries.today import current_event

        return current_event(self._memory.store, day or date.today())

    def next(self, day: date | None = None) -> EventLine | None:
        """The event one is at, else the first that begins after `day` (today)."""
        from hallway.queries.today import next_event

        return next_event(self._memory.store, day or date.today())

    def pinned(self) -> EventLine | None:
        """The event that one said to be at; None where the dates decide."""
        from hallway.queries.today import pinned_event

        return pinned_event(self._memory.store)

    def pin(self, event: int | None) -> None:
        """Be at this event until told otherwise; None: wherever the dates say. Raises LookupError for no event."""
        from hallway.actions.pin import pin

        if event is not None:
            self._memory.gathering(event)
        pin(self._memory.store, event)

    def people(self, day: date | None = None) -> list[PersonLine]:
        """Whom I met on a day (today), the last first."""
        from hallway.queries.today import people_today

        return people_today(self._memory.store, day or date.today())

    def people_at(self, event: int, limit: int = 200) -> list[PersonLine]:
        """Whom I met at an event, the last first."""
        from hallway.queries.today import people_there

        return people_there(self._memory.store, event, limit)

    def note(self, person: int, words: str) -> Kept:
        """Keep a note about one person (id), of today, without saying that I met them. Raises ValueError without words."""
        from hallway.actions.noting import note_of

        line = self._memory.story(person).person
        return note_of(self._memory.store, line.id, line.name, words, date.today())

    def called(self, name: str, most: int = 5) -> list[PersonLine]:
        """Whom a full name or a first name can mean, those met last first."""
        from hallway.queries.known import called

        return called(self._memory.store, name, most)

    def _event(self, event: int | None) -> EventFact | None:
        from hallway.queries.events import events_by_id

        line = events_by_id(self._memory.store, [event]).get(event) if event is not None else None
        if line is None:
            return None
        start, end = (When(d) if d else None for d in (line.start, line.end))
        year = When(line.year) if line.year and not line.start and not line.edition else None
        return EventFact("", line.name, line.series, line.edition, line.place, start or year, end)
