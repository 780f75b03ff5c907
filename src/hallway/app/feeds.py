"""The part of a memory that is about whose writing I follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from hallway.model import When
from hallway.store.problems import MemoryProblem

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.actions.refresh import Refreshed
    from hallway.app.memory import Memory
    from hallway.model import Reading
    from hallway.queries.feeds import FeedLine
    from hallway.queries.people import PersonLine

Progress = Callable[[int, int], None]


class Feeds:
    """Reached as `memory.feeds`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def candidates(self, name: str) -> list[PersonLine]:
        """Whom a name can mean; nobody for one whom the memory does not know."""
        from hallway.queries.finding import find_people
        from hallway.queries.people import people_by_id

        store = self._memory.store
        return people_by_id(store, find_people(store, name))

    def follow(
        self, name: str, url: str, words: str = "", *, since: When | date | str | None = None, person: int | None = None
    ) -> Kept:
        """Keep that I follow somebody at an address, whether or not it can be reached; `refresh` looks at it.

        `words`: how, such as "I read her podcast blog". `since`: from when on, as vague as it is. `person`: who it is, as
        `candidates` has them; somebody new, where left out. Raises MemoryProblem for an address that cannot be one,
        and ValueError for a `since` that is no date.
        """
        from hallway.actions.follow import follow, following
        from hallway.app.memory import as_when
        from hallway.fetching.problems import FetchProblem

        try:
            reading = following(name, url, words, as_when(since), When(date.today().isoformat()))
        except FetchProblem as problem:
            raise MemoryProblem(f"{url}: {problem}") from None
        return follow(self._memory.store, reading, person)

    def unfollow(self, whom: str) -> list[FeedLine]:
        """Follow somebody, or one address, no longer; returns what was followed. What was read stays.

        Raises MemoryProblem where nothing of that name or address is followed, or several people are meant.
        """
        from hallway.actions.follow import unfollow
        from hallway.store import feeds

        store = self._memory.store
        found = self.of(whom)
        urls = {line.url for line in found}
        people = {c.id for c in self.candidates(whom)}
        rows = [r for r in feeds.followed(store) if r["url"] in urls and (not people or r["person_id"] in people)]
        unfollow(store, rows)
        return found

    def of(self, whom: str) -> list[FeedLine]:
        """The feeds of one person, or the one at an address. Raises MemoryProblem for nobody, or for several people."""
        from hallway.model.key import normal
        from hallway.store import feeds

        rows = feeds.followed(self._memory.store)
        at = normal("url", whom)
        urls = {r["url"] for r in rows if at and normal("url", r["url"]) == at}
        if not urls:
            people = {c.id: c.name for c in self.candidates(whom)}
            theirs = {r["person_id"]: r["name"] for r in rows if r["person_id"] in people}
            if len(theirs) > 1:
                raise MemoryProblem(
                    f"“{whom}” can be {' or '.join(theirs.values())}: say the full name, or the address"
                )
            urls = {r["url"] for r in rows if r["person_id"] in theirs}
        if not urls:
            raise MemoryProblem(f"nobody called “{whom}” and no such address is followed: `hallway feeds` lists who is")
        return [line for line in self.all() if line.url in urls]

    def all(self) -> list[FeedLine]:
        """Every feed that is followed, by whose it is."""
        from hallway.queries.feeds import followed

        return followed(self._memory.store)

    def refresh(
        self,
        only: Iterable[str] | None = None,
        *,
        every: bool = False,
        allow_local: bool = False,
        action: int | None = None,
        progress: Progress | None = None,
    ) -> list[Refreshed]:
        """Fetch what is new in all feeds, or in some (by address), and keep it: one action that `undo` takes back.

        `every`: also those whose servers want to be left alone for a while. `allow_local`: feeds may be in a local network.
        `action`: what this is a part of. What goes wrong with one feed is in its result, and stops no other.
        """
        from hallway.actions.refresh import refresh

        return refresh(self._memory.store, only, every=every, allow_local=allow_local, action=action, progress=progress)

    def opml(self) -> bytes:
        """The feeds as OPML 2.0, for other feed readers and for another Hallway."""
        from hallway.formats.opml import written

        return written(self.all())

    def before(self, reading: Reading) -> dict[str, str]:
        """Name → sentence for those met in a reading whom I had followed until then: "you had read them for a year"."""
        from hallway.queries.followed import before_meeting

        told = before_meeting(reading, self._memory.recognise(reading))
        names = reading.names()
        return {names[ref]: one.said() for ref, one in told.items()}
