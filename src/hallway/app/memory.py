"""The whole of Hallway as one object: the only place where parts are chosen and wired.

Heavy parts (the network that reads, the model that recalls) are loaded when first used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hallway.app.parts import Parts
from hallway.model import Reading, Ref, When
from hallway.model.phrase import Phrase
from hallway.reading.protocol import Reader, UnreadableText
from hallway.store.problems import MemoryProblem as MemoryProblem

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.actions.undo import Undone
    from hallway.meaning.embedder import Embedder
    from hallway.queries.event import Gathering
    from hallway.queries.events import EventLine
    from hallway.queries.log import Entry
    from hallway.queries.people import PersonLine
    from hallway.queries.recall import Recalled, Recaller
    from hallway.queries.story import Story
    from hallway.queries.team import Years as TeamYears
    from hallway.store.store import Store

Day = When | date | str
"""A day as callers have it: a date, or as vague as EDTF allows (`2007-10`)."""

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are."""


def default_path() -> Path:
    """Where the memory lies unless somebody says otherwise: the platform's own folder for a user's data."""
    from platformdirs import user_data_path

    return user_data_path("hallway", appauthor=False) / "people.db"


class Memory(Parts):
    """A memory of people, in one file. Closes itself when used in a `with` block.

    `path`: the file; left out, the platform's default place. `create`: whether to make it when it is missing. `reader`:
    what reads prose; left out, the one that ships with Hallway. `progress`: hears how far that one is in a text. The file is opened when it is first needed; from then on
    every method raises MemoryProblem, with what to do, when it cannot be read or written.
    """

    def __init__(
        self,
        path: Path | str | None = None,
        *,
        create: bool = True,
        reader: Reader | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.path = Path(path) if path is not None else default_path()
        self._create = create
        self._reader = reader
        self._progress = progress
        self._events: tuple[tuple[int, ...], list[EventLine]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. The memory opens again when it is used again."""
        store = self.__dict__.pop("store", None)
        self.__dict__.pop("_recaller", None)
        if store is not None:
            store.close()

    @cached_property
    def store(self) -> Store:
        """The open file; opened on first use."""
        from hallway.store.store import Store

        return Store(self.path, self._create)

    @property
    def exists(self) -> bool:
        """Whether there is a file yet."""
        return self.path.exists()

    def read(
        self, source: Path | str, *, name: str = "", written: Day | None = None, reader: Reader | None = None
    ) -> Reading:
        """What a text says: facts with their evidence, nothing kept yet.

        `source`: a Path to a file, or the text itself. `name`: what to call it; a file's own name when left out.
        `written`: the day it was written, where the text does not say. `reader`: what reads this one, instead of the
        memory's own. Raises UnreadableText for what is no text, OSError
        for a file that cannot be opened, and ValueError for a `written` that is no date.
        """
        from hallway.reading.decoding import read_file

        text = source if isinstance(source, str) else read_file(source).text
        called = name or ("" if isinstance(source, str) else source.name)
        return (reader or self._read_with()).read(_sound(text), called, as_when(written))

    def keep(self, *readings: Reading, known: Mapping[Ref, int | None] | None = None) -> list[Kept]:
        """Keep readings, in one transaction that `undo` takes back as a whole; one result a reading.

        `known`: ids of people of the memory whom refs of the readings stand for, where somebody said so; None for
        somebody new. A text that was kept before adds nothing.
        """
        from hallway.actions.keep import keep

        return keep(self.store, readings, known=known)

    def is_kept(self, reading: Reading) -> bool:
        """Whether this very text was kept before."""
        from hallway.actions.keep import is_kept

        return self.exists and is_kept(self.store, reading)

    def recognise(self, reading: Reading) -> dict[Ref, Story]:
        """The people of a reading whom the memory knows already, with their stories so far. Writes nothing.

        What this very text told when it was kept before is left out of the stories.
        """
        from hallway.actions.identity import recognised
        from hallway.queries.story import story
        from hallway.store.facts import source_with_facts

        if not self.exists:
            return {}
        source = source_with_facts(self.store, reading.source.digest)
        known = recognised(self.store, reading, source)
        return {ref: story(self.store, person, source) for ref, person in known.items()}

    def met(self, line: str, *, written: Day | None = None) -> tuple[Reading, Kept]:
        """Keep one line as people type it on a phone: "Petra Malinová, new, at Small Signals; via Marta Szulc".

        `written`: the day of the note; today, where left out. Returns what was understood and what came of keeping it.
        Raises UnreadableText when nobody is named in it; then nothing is kept.
        """
        from hallway.actions.keep import keep

        reading = self.note(line, written=written)
        return reading, keep(self.store, [reading], verb="met")[0]

    def note(self, line: str, *, written: Day | None = None) -> Reading:
        """What `met` would keep, without keeping it. The note is understood with what the memory knows already."""
        from hallway.queries.known import known
        from hallway.reading.note import NoteReader

        day = as_when(written) or When(date.today().isoformat())
        reading = NoteReader().read(_sound(line), known(self.store, line), day)
        if not reading.facts:
            raise UnreadableText(
                Phrase("nobody is named in “{line}”: begin with whom you met; nothing was kept", line=line.strip()[:60])
            )
        return reading

    def recall(
        self, need: str, limit: int = 5, *, today: date | None = None, progress: Progress | None = None
    ) -> Recalled:
        """The people whom a need or half a memory may be about, best first, each with the sentences that say so.

        `today` is what "last spring" counts from; the day of this machine, where left out. `progress` hears how many
        new sentences are still to be understood, which happens once, before the first recall after keeping.
        """
        self.index(progress)
        return self._recaller.recall(need, limit, today or date.today())

    def index(self, progress: Progress | None = None) -> None:
        """Work out what newly kept sentences mean, so that the next recall need not."""
        from hallway.actions.index import index

        index(self.store, self._embedder, progress)

    def who(self, name: str) -> list[Story]:
        """The stories of everybody whom a name, or a part of one, can mean; those met last come first."""
        from hallway.queries.finding import find_people
        from hallway.queries.people import people_by_id
        from hallway.queries.story import story

        lines = people_by_id(self.store, find_people(self.store, name))
        return [story(self.store, line.id) for line in lines]

    def called(self, name: str, limit: int = 1000, skip: int = 0) -> list[PersonLine]:
        """Everybody whom a name, or a part of one, can mean, in a line each; those met last come first."""
        from hallway.queries.finding import find_people
        from hallway.queries.people import people_among

        return people_among(self.store, find_people(self.store, name), limit, skip)

    def person(self, words: str) -> PersonLine:
        """The one person whom words mean: a name, a part of one, or a number such as `#12`.

        Raises WhichOne (a MemoryProblem), with whom they can mean, where that is nobody or several.
        """
        from hallway.queries.choosing import one_person

        return one_person(self.store, words)

    def story(self, person: int) -> Story:
        """The story of the person with this id; of whom they are shown under, where records were merged.

        Raises LookupError where there is nobody.
        """
        from hallway.queries.story import story
        from hallway.store.verdicts import head

        return story(self.store, head(self.store, person))

    def gathering(self, event: int) -> Gathering:
        """The event with this id, with its people. Raises LookupError where there is none."""
        from hallway.queries.event import gathering
        from hallway.queries.events import events_by_id

        found = events_by_id(self.store, [event])
        if event not in found:
            raise LookupError(f"no event {event}")
        return gathering(self.store, found[event])

    def event(self, words: str) -> list[Gathering]:
        """The events that words fit best (name, series, initials, organizer, place, year), each with its people.

        Where they name a series, all its editions, earliest first.
        """
        from hallway.queries.event import gathering

        every = self.events()
        return [gathering(self.store, e, every) for e in self.find_events(words)]

    def find_events(self, words: str) -> list[EventLine]:
        """The events that words fit best, in a line each, earliest first."""
        from hallway.queries.finding import find_events

        found = find_events(self.store, words, self.events())
        return sorted(found, key=lambda e: (e.year or "", e.start or "", e.id))

    def people(
        self, kind: str | None = None, event: str | None = None, limit: int = 1000, skip: int = 0
    ) -> list[PersonLine]:
        """Whom I met, latest first. `kind` keeps those ever met so ("none": only heard of), `event` those met there; `limit` of
        them, after the first `skip`."""
        from hallway.queries.people import people

        return people(self.store, kind, self.find_events(event) if event is not None else None, limit, skip)

    def events(self) -> list[EventLine]:
        """Every event, latest first; asked again only when the memory was changed since."""
        from hallway.queries.events import events

        now = self.changes()
        if self._events is None or self._events[0] != now:
            self._events = (now, events(self.store))
        return list(self._events[1])

    def similar(self, name: str) -> list[str]:
        """Names of people that look like `name`, nearest first: what to offer where nobody was found."""
        from hallway.queries.finding import similar_names

        return similar_names(self.store, name)

    def similar_events(self, words: str) -> list[str]:
        """Names of events that look like `words`, nearest first."""
        from hallway.queries.finding import similar_events

        return similar_events(words, self.events())

    def team(self, series: str) -> list[TeamYears]:
        """The members of a series' team over the years, in the order in which they came."""
        from hallway.queries.team import team_years

        return team_years(self.store, series)

    def log(self, limit: int = 50) -> list[Entry]:
        """What was done to this memory, latest first."""
        from hallway.queries.log import log

        return log(self.store, limit)

    def undo(self, action: int | None = None, progress: Progress | None = None) -> Undone | None:
        """Take back the last thing that was done and still stands, or the one with this number in the log.

        None where there is nothing. What later actions rest on stays. Raises MemoryProblem for a number that the log does not
        have, that was taken back before, or that cannot be. `progress` hears how much is done, of how much.
        """
        from hallway.actions.undo import undo

        return undo(self.store, action, progress)

    def changes(self) -> tuple[int, ...]:
        """Numbers that differ whenever the memory was changed since."""
        from hallway.store.recalling import stamp

        return (id(self.store), *stamp(self.store))

    def _read_with(self) -> Reader:
        if self._reader is None:
            from hallway.reading.local import LocalReader

            self._reader = LocalReader(self._progress)
        return self._reader

    @cached_property
    def _recaller(self) -> Recaller:
        from hallway.queries.recall import Recaller

        return Recaller(self.store, self._embedder)

    @cached_property
    def _embedder(self) -> Embedder:
        from hallway.meaning.embedder import Embedder

        return Embedder()


def as_when(day: Day | None) -> When | None:
    """A day as the model has it. Raises ValueError for a string that is no EDTF date."""
    if day is None or isinstance(day, When):
        return day
    return When(day if isinstance(day, str) else day.isoformat())


def _sound(text: str) -> str:
    """The text, if it can be kept. Raises UnreadableText for what a terminal in the wrong encoding hands over."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableText("this text is not valid UTF-8: check the encoding of your terminal or file") from error
    return text


__all__ = ["Day", "Memory", "MemoryProblem", "as_when", "default_path"]
