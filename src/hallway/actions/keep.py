"""The one door into the memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hallway.actions.correct import overrule
from hallway.actions.identity import Resolved, resolve
from hallway.model import EncounterFact, Fact, PersonFact, Reading, Ref
from hallway.reading.plain import plain
from hallway.store import attic, journal, nouns
from hallway.store.facts import Context, source_with_facts, write_fact, write_source
from hallway.store.store import Store

WORDS_ONLY = frozenset({"card", "list"})
"""Kinds of source whose lines are found by their words alone: nobody asks an address book in half a memory."""

MEANT = {"post": 6}
"""Kinds of source of which only so many passages are given a meaning: feeds bring more than anybody would wait for."""


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


def keep(
    store: Store, readings: Sequence[Reading], verb: str = "read", known: Mapping[Ref, int | None] | None = None
) -> list[Kept]:
    """Write readings into the memory in one transaction, which `undo` takes back as a whole.

    `known`: people of the memory whom refs of the readings stand for, where whoever calls knows that already; None for
    somebody new.

    A source whose text was kept before adds nothing, and neither does one without facts. Raises MemoryProblem when the
    memory cannot be written; then nothing of it was.
    """
    with store.transaction():
        return keep_within(store, readings, verb, known)


def keep_within(
    store: Store, readings: Sequence[Reading], verb: str, known: Mapping[Ref, int | None] | None = None
) -> list[Kept]:
    """The same, inside a transaction of the caller's."""
    fresh = [r for r in readings if r.facts and not is_kept(store, r)]
    action = journal.begin(store, verb, _summary(fresh)) if fresh else 0
    return [keep_one(store, r, action, known=known) for r in readings]


def _summary(readings: Sequence[Reading]) -> str:
    """What the journal calls them: a note by its words, anything else by its name."""
    return ", ".join(r.source.text if r.source.kind == "note" else r.source.name for r in readings)[:500]


def is_kept(store: Store, reading: Reading) -> bool:
    """Whether facts of this very text are in the memory."""
    return source_with_facts(store, reading.source.digest) is not None


def keep_one(
    store: Store,
    reading: Reading,
    action: int,
    instead_of: Sequence[int] = (),
    known: Mapping[Ref, int | None] | None = None,
) -> Kept:
    """Write one reading under an action that has begun, inside the caller's transaction.

    `instead_of`: facts that this reading replaces; they are set aside once it is clear who is who. `known`: as in
    `keep`.
    """
    if not reading.facts or is_kept(store, reading):
        return Kept(reading.source.name, already=bool(reading.facts))
    who = resolve(store, reading, action, known)
    before = nouns.named_in(store, instead_of)
    attic.set_aside(store, instead_of, action)
    source, new = write_source(store, reading.source)
    to = Context(store, action, source, who.people, who.organizations, who.events, who.teams, who.heads)
    to.look = None if new else store
    facts = write_facts(to, reading)
    nouns.refresh_people(store, before | set(who.known.values()))
    nouns.refresh_events(store, set(who.events.values()))
    overrule(store, who.known.values())
    return _report(reading, who, facts, action)


def write_facts(to: Context, reading: Reading) -> list[Fact]:
    """Write what a reading says to where its nouns were resolved; returns the facts in their order."""
    to.plain, to.whole = reading.source.kind in WORDS_ONLY, reading.source.text
    to.meant = MEANT.get(reading.source.kind)
    facts = ordered(one_meeting(reading))
    for fact in facts:
        write_fact(to, in_plain_words(fact) if isinstance(fact, PersonFact) and not to.plain else fact)
    return facts


def ordered(facts: Sequence[Fact]) -> list[Fact]:
    """Names first, so that a person's fullest name is there before anything is said of them."""
    people = [f for f in facts if isinstance(f, PersonFact)]
    return people + [f for f in facts if not isinstance(f, PersonFact)]


def in_plain_words(person: PersonFact) -> PersonFact:
    """The person with the forms of their name as a reader sees them: `Marta Ferr&aacute;ndiz` is no name."""
    mentions = (replace(m, text=" ".join(plain(m.text).text.split()) or m.text) for m in person.mentions)
    return replace(person, mentions=tuple(mentions))


def one_meeting(reading: Reading) -> list[Fact]:
    """The facts of a reading; what a note says twice of meeting somebody on one occasion is one encounter."""
    if reading.source.kind != "note":
        return list(reading.facts)
    met: dict[Ref, EncounterFact] = {}
    others: list[Fact] = []
    for fact in reading.facts:
        old = met.get(fact.person) if isinstance(fact, EncounterFact) else None
        if isinstance(fact, EncounterFact) and (old is None or _same_occasion(old, fact)):
            met[fact.person] = _joined(old, fact) if old else fact
        else:
            others.append(fact)
    return [*others, *met.values()]


def _same_occasion(a: EncounterFact, b: EncounterFact) -> bool:
    """Whether nothing says that these were at different events or on different days."""
    one_event = a.event is None or b.event is None or a.event == b.event
    one_day = a.when is None or b.when is None or a.when == b.when
    return one_event and one_day


def _joined(a: EncounterFact, b: EncounterFact) -> EncounterFact:
    surer = a if a.confidence >= b.confidence else b
    words = tuple(dict.fromkeys((*a.evidence, *b.evidence)))
    return replace(surer, event=a.event or b.event, via=a.via or b.via, when=a.when or b.when, evidence=words)


def _report(reading: Reading, who: Resolved, facts: Sequence[Fact], action: int) -> Kept:
    encounters = sum(isinstance(f, EncounterFact) for f in facts)
    new = len(who.people) - len(who.known)
    return Kept(reading.source.name, False, new, len(who.known), encounters, len(facts), action)
