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
    from hallway.queries.posts import Wrote

Progress = Callable[[int, int], None]


class Feeds:
    """Reached as `memory.feeds`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def candidates(self, whom: str, url: str = "") -> list[PersonLine]:
        """Whom a name (or a number such as `#12`) can mean when they are followed at an address: those who have these words
        in a name of theirs; else whoever has that address and a word of the name. Nobody for somebody new.

        Raises MemoryProblem for a number that nobody has.
        """
        from hallway.queries.following import candidates

        if whom.strip().startswith("#"):
            return [self._memory.person(whom)]
        return candidates(self._memory.store, whom, url)

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
        from hallway.queries.following import theirs

        found, lines = theirs(self._memory.store, whom, self.candidates(whom)), self.of(whom)
        unfollow(self._memory.store, found)
        return lines

    def of(self, whom: str) -> list[FeedLine]:
        """The feeds of one person, or the one at an address. Raises MemoryProblem for nobody, or for several people."""
        from hallway.queries.following import theirs

        urls = {r["url"] for r in theirs(self._memory.store, whom, self.candidates(whom))}
        return [line for line in self.all() if line.url in urls]

    def at(self, url: str) -> list[str]:
        """The feeds that are followed at this address, as `refresh` takes them."""
        from hallway.model.key import normal

        return [line.url for line in self.all() if normal("feed", line.url) == normal("feed", url)]

    def all(self) -> list[FeedLine]:
        """Every feed that is followed, by whose it is."""
        from hallway.queries.feeds import followed

        return followed(self._memory.store)

    def newest(self, most: int = 30) -> list[Wrote]:
        """What was written last by anybody whom I follow, the newest first."""
        from hallway.queries.posts import newest

        return newest(self._memory.store, most)

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
