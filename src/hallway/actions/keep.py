"""The one door into the memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hallway.actions.identity import Resolved, resolve
from hallway.model import EncounterFact, Fact, PersonFact, Reading
from hallway.store import journal, nouns
from hallway.store.facts import Context, write_fact, write_source
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping one reading: new people, people recognised, encounters added; nothing when it was kept before."""

    source: str
    already: bool
    people: int = 0
    recognised: int = 0
    encounters: int = 0
    facts: int = 0
    action: int | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {
            "source": self.source,
            "already": self.already,
            "people": self.people,
            "recognised": self.recognised,
            "encounters": self.encounters,
            "facts": self.facts,
        }


def keep(store: Store, readings: Sequence[Reading], verb: str = "read") -> list[Kept]:
    """Write readings into the memory in one transaction, which `undo` takes back as a whole.

    A source whose text was kept before adds nothing, and neither does one without facts. Raises MemoryProblem when the memory cannot be written; then nothing
    of it was.
    """
    with store.transaction():
        fresh = [r for r in readings if r.facts and not is_kept(store, r)]
        action = journal.begin(store, verb, _summary(fresh)) if fresh else 0
        return [_keep_one(store, r, action) for r in readings]


def _summary(readings: Sequence[Reading]) -> str:
    """What the journal calls them: a note by its words, anything else by its name."""
    return ", ".join(r.source.text if r.source.kind == "note" else r.source.name for r in readings)[:500]


def is_kept(store: Store, reading: Reading) -> bool:
    """Whether facts of this very text are in the memory."""
    return (
        store.row(
            "SELECT 1 FROM source JOIN fact ON fact.source_id = source.id WHERE digest = ? LIMIT 1",
            (reading.source.digest,),
        )
        is not None
    )


def _keep_one(store: Store, reading: Reading, action: int) -> Kept:
    if not reading.facts or is_kept(store, reading):
        return Kept(reading.source.name, already=bool(reading.facts))
    who = resolve(store, reading, action)
    source = write_source(store, reading.source)
    to = Context(store, action, source, who.people, who.organizations, who.events, who.teams)
    for fact in ordered(reading.facts):
        write_fact(to, fact)
    nouns.refresh_people(store, set(who.known.values()))
    nouns.refresh_events(store, set(who.events.values()))
    return _report(reading, who, action)


def ordered(facts: Sequence[Fact]) -> list[Fact]:
    """Names first, so that a person's fullest name is there before anything is said of them."""
    return sorted(facts, key=lambda f: not isinstance(f, PersonFact))


def _report(reading: Reading, who: Resolved, action: int) -> Kept:
    encounters = sum(1 for _ in reading.all(EncounterFact))
    new = len(who.people) - len(who.known)
    return Kept(reading.source.name, False, new, len(who.known), encounters, len(reading.facts), action)
