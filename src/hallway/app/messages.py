"""My own words in imported mails and chats, read for whom I met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hallway.model import EncounterFact, OutcomeFact, Reading, Ref, When

if TYPE_CHECKING:
    from hallway.actions.keep import Kept
    from hallway.app.memory import Memory
    from hallway.store.store import Row

MOST = 20_000
"""How many characters of a message are read."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One message of mine that tells of an encounter: what was understood, `known` people of the memory by their ref, and
    the conversation (`said_in`) that it stands in."""

    reading: Reading
    known: dict[Ref, int]
    said_in: str


class Messages:
    """What I wrote to others, beyond that I wrote."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def tellings(
        self, since: str | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Iterator[Telling]:
        """Each message of mine that tells of meeting somebody and was not kept as such before, the oldest first.

        `since`: a day (ISO 8601); only conversations that went on to then or later. `progress` hears how many of how many
        conversations were looked through. Writes nothing. Raises UnreadableText where no reader can be loaded.
        """
        from hallway.store import messages

        if not self._memory.exists:
            return
        rows = messages.conversations(self._memory.store, since)
        for done, row in enumerate(rows, 1):
            yield from self._of(row)
            if progress:
                progress(done, len(rows))

    def _of(self, row: Row) -> Iterator[Telling]:
        from hallway.formats.kit.mine import my_messages
        from hallway.reading.telling import addressee_in, tells, with_addressee
        from hallway.store import messages

        people: list[tuple[int, str]] | None = None
        for number, message in enumerate(my_messages(row["kind"], row["text"], row["written"])):
            if len(message.text) > MOST or not tells(message.text):
                continue
            people = messages.people_of(self._memory.store, row["id"]) if people is None else people
            day = When(message.day) if message.day else None
            reading = self._memory.read(message.text, name=row["name"], written=day)
            known: dict[Ref, int] = {}
            if len(people) == 1:
                ref = addressee_in(reading, people[0][1]) or "you"
                reading = with_addressee(reading, people[0][1], ref, day)
                known = {ref: people[0][0]} if ref in reading.names() else {}
            source = replace(reading.source, kind=row["kind"], author=None, place=row["place"] or None,
                             record=f"told:{row['id']}:{number}", written=day)  # fmt: skip
            reading = replace(reading, source=source)
            if any(True for _ in (*reading.all(EncounterFact), *reading.all(OutcomeFact))) and not self._memory.is_kept(
                reading
            ):
                with_whom = ", ".join(name for _, name in people)
                yield Telling(reading, known, with_whom)

    def keep(self, tellings: Sequence[Telling]) -> list[Kept]:
        """Keep what messages tell, as one action that `undo` takes back."""
        from hallway.actions.tell import keep_told

        return keep_told(self._memory.store, [(t.reading, t.known) for t in tellings])

    @staticmethod
    def sure_of(telling: Telling) -> Telling | None:
        """What of a telling is sure: without the people of whom the reader would ask; None where nobody is left who was met."""
        from hallway.reading.asking import answered

        reading = telling.reading
        for guess in reading.unsure():
            reading = answered(reading, guess.person, None)
        left = next(reading.all(EncounterFact), None) or next(reading.all(OutcomeFact), None)
        known = {ref: person for ref, person in telling.known.items() if ref in reading.names()}
        return replace(telling, reading=reading, known=known) if left else None
