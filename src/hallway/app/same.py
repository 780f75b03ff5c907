"""The part of a memory that is about who is who: suggestions, merging, splitting, correcting, forgetting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hallway.model.correction import Correction
from hallway.model.phrase import Phrase
from hallway.store.problems import MemoryProblem

if TYPE_CHECKING:
    from hallway.actions.forget import Forgotten
    from hallway.app.memory import Memory, Progress
    from hallway.queries.copies import Copy
    from hallway.queries.records import PersonRecord
    from hallway.queries.same import Suggestion


class Same:
    """Reached as `memory.same`. People are named by words or by number (`#12`), and MemoryProblem says what was wrong."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def suggestions(self, limit: int = 50, least: float = 0.25, progress: Progress | None = None) -> list[Suggestion]:
        """Who is perhaps the same person, the likeliest first, each with its reasons; at least so probable."""
        from hallway.queries.same import suggestions

        return suggestions(self._memory.store, limit, least, progress)

    def undecided(self, some: Iterable[Suggestion]) -> list[Suggestion]:
        """Those of some suggestions on which nothing was decided since they were made."""
        from hallway.queries.same import undecided

        return undecided(self._memory.store, some)

    def perhaps(self, person: str) -> list[Suggestion]:
        """Who a person is perhaps the same as."""
        from hallway.queries.same import perhaps

        return perhaps(self._memory.store, self._id(person))

    def merge_certain(self, progress: Progress | None = None) -> tuple[list[Suggestion], int | None]:
        """Merge all that is almost certainly the same, as one action; returns what was merged and the action's number."""
        from hallway.actions.same import merge

        sure = [s for s in self.suggestions(100_000, progress=progress) if s.certain and not s.later]
        return sure, merge(self._memory.store, [(s.one.id, s.other.id) for s in sure], chained=True) if sure else None

    def merge(self, one: str, other: str) -> int:
        """Say that two people are one and the same; returns the action's number, for `undo`."""
        from hallway.actions.same import merge

        return merge(self._memory.store, [(self._id(one), self._id(other))])

    def differ(self, one: str, other: str, later: bool = False) -> int:
        """Say that two people are not the same, for good; with `later`, that this can wait."""
        from hallway.actions.same import differ

        return differ(self._memory.store, [(self._id(one), self._id(other))], later)

    def records(self, person: str) -> list[PersonRecord]:
        """The records that were merged into one person, each with its own names and sources."""
        from hallway.queries.records import records

        return records(self._memory.store, self._id(person))

    def split(self, person: str, record: int | None = None) -> int:
        """Take a record out of a person again: the one with this number, or, of two, the later one.

        It becomes what it was before, with all that came to it since.
        """
        from hallway.actions.same import split

        together = self.records(person)
        if len(together) < 2:
            raise MemoryProblem(Phrase("{person} is one record: there is nothing to split", person=person))
        if record is None and len(together) > 2:
            each = ", ".join(f"#{r.id} {r.names[0] if r.names else ''}" for r in together)
            raise MemoryProblem(
                f"{person} is {len(together)} records: {each}; say which to take out, such as #{together[-1].id}"
            )
        chosen = record if record is not None else together[-1].id
        if chosen not in [r.id for r in together]:
            raise MemoryProblem(
                f"#{chosen} is no record of {person}: they are {', '.join(f'#{r.id}' for r in together)}"
            )
        rest = next(r.id for r in together if r.id != chosen)
        return split(self._memory.store, chosen, rest)

    def correct(
        self, person: str, field: str, new: str | None = None, old: str | None = None, event: str | None = None
    ) -> int:
        """Put right one thing about a person; a correction beats every reading until it is undone.

        `field`, `new` and `old` are those of Correction. `event` in words is where we met, or did not; without it, where the
        person was met at one event only, that one is meant.
        """
        from hallway.actions.correct import correct

        line = self._memory.person(person)
        where = self._event(line.id, event) if field == "met" else None
        try:
            said = Correction(field, new, old, where)
        except ValueError as error:
            raise MemoryProblem(str(error)) from error
        return correct(self._memory.store, line.id, said, _in_words(line.name, said, self._title(where)))

    def forget(self, person: str) -> tuple[Forgotten, list[Copy]]:
        """Remove a person for good. Returns what went, and the copies of this memory that still hold them."""
        from hallway.actions.forget import forget
        from hallway.queries.copies import holding

        gone = forget(self._memory.store, self._id(person))
        return gone, holding(self._memory.store, self._memory.path, gone.names)

    def _id(self, words: str) -> int:
        return self._memory.person(words).id

    def _event(self, person: int, words: str | None) -> int | None:
        from hallway.queries.story import story

        if words is None:
            met = {m.event.id if m.event else None for m in story(self._memory.store, person).meetings}
            if len(met) > 1:
                raise MemoryProblem("you met more than once: say at which event")
            return met.pop() if met else None
        found = self._memory.find_events(words)
        if len(found) != 1:
            fits = "no event" if not found else f"{len(found)} events: {', '.join(e.title for e in found[:5])}"
            raise MemoryProblem(f"“{words}” fits {fits}; say which one, with its year")
        return found[0].id

    def _title(self, event: int | None) -> str | None:
        return next((e.title for e in self._memory.events() if e.id == event), None)


def _in_words(name: str, said: Correction, event: str | None) -> str:
    """The correction as a sentence, which becomes its evidence."""
    at = f" at {event}" if event else ""
    if said.field == "name":
        return f"{name} is called {said.new}"
    if said.field == "organization":
        instead = f", not at {said.old}" if said.old else ""
        return f"{name} is at {said.new}{instead}" if said.new else f"{name} is not at {said.old or 'any organization'}"
    if said.field == "met":
        return f"{name} was not met{at}" if said.new in (None, "none") else f"{name} was met{at}: {said.new}"
    return f"of {name} it is not so: {said.old}"
