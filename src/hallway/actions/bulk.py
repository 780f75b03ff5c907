"""Many records of an address book at once: those that are plainly new are written together, everything else one by one.

A record is plainly new when neither its text nor its name in the file nor any key of its people is known, to the memory or
to a record before it; address books are recognised by those alone (`identity.py`), so what is kept is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hallway.actions.keep import WORDS_ONLY, Kept, write_facts
from hallway.model import (
    AffiliationFact,
    DetailFact,
    KeyFact,
    NeedFact,
    OrganizationFact,
    PersonFact,
    Reading,
)
from hallway.model.folding import fold
from hallway.model.key import normal, tells_apart
from hallway.store import known
from hallway.store.facts import Context, insert_source
from hallway.store.later import Later
from hallway.store.store import Store
from hallway.store.tables import ORGANIZATION, PERSON

_SAY_NO_MORE = frozenset((DetailFact, AffiliationFact, NeedFact))
"""Facts, beside nouns and keys, that say nothing of events: whoever was at one may be recognised by name."""

Done = tuple[Kept, bool]


def keep_many(
    store: Store, readings: Sequence[Reading], action: Callable[[], int], one_by_one: Callable[[Reading], Done]
) -> list[Done]:
    """Keep readings under an action that begins when it is first asked for, inside the caller's transaction.

    Returns what came of each, and whether it replaced an earlier one; `one_by_one` keeps a reading that is not plainly new.
    """
    records = [_simple(r) for r in readings]
    batch = _Batch(store, [r for r in records if r])
    done: list[Done] = []
    for reading, record in zip(readings, records, strict=True):
        if record and batch.is_new(record):
            done.append((batch.keep(record, action()), False))
        else:
            batch.later.flush()
            done.append(one_by_one(reading))
            batch.learn(reading)
    batch.later.flush()
    return done


@dataclass(slots=True)
class _Record:
    """A reading with what the memory is asked about it; `keys` are those that tell people apart."""

    reading: Reading
    digest: str
    keys: list[tuple[str, str]] = field(default_factory=list)
    people: list[PersonFact] = field(default_factory=list)
    organizations: list[tuple[OrganizationFact, str]] = field(default_factory=list)


def _simple(reading: Reading) -> _Record | None:
    """The record of a reading that has nothing but simple facts; None for any other."""
    if reading.source.kind not in WORDS_ONLY or not reading.facts:
        return None
    record = _Record(reading, reading.source.digest)
    for fact in reading.facts:
        if isinstance(fact, KeyFact):
            record.keys += _apart(fact)
        elif isinstance(fact, PersonFact):
            record.people.append(fact)
        elif isinstance(fact, OrganizationFact):
            record.organizations.append((fact, fold(fact.name)))
        elif type(fact) not in _SAY_NO_MORE:
            return None
    return record


def _apart(fact: KeyFact) -> list[tuple[str, str]]:
    """The key in its normal form, where it is one that tells people apart."""
    folded = normal(fact.kind, fact.value)
    return [(fact.kind, folded)] if tells_apart(fact.kind, folded) else []


class _Batch:
    """What the memory and the records before know of a batch: looked up once, before the first is written."""

    def __init__(self, store: Store, records: Sequence[_Record]) -> None:
        self.later = Later(store)
        self._store = store
        self._texts = known.digests(store, [r.digest for r in records])
        self._records = known.records(store, [n for r in records if (n := r.reading.source.record)])
        self._keys = known.keys(store, {key for r in records for key in r.keys})
        self._organizations = known.organizations(store, {folded for r in records for _, folded in r.organizations})

    def is_new(self, record: _Record) -> bool:
        """Whether nothing of it is known; it is from now on."""
        name = record.reading.source.record
        new = record.digest not in self._texts and name not in self._records and self._keys.isdisjoint(record.keys)
        self._remember(record.digest, name, record.keys)
        return new

    def learn(self, reading: Reading) -> None:
        """What a reading that was kept by itself has brought: the records after it may be about the same people."""
        source, brought = reading.source, [key for k in reading.all(KeyFact) for key in _apart(k)]
        self._remember(source.digest, source.record, brought)
        self._organizations |= known.organizations(self._store, {fold(o.name) for o in reading.all(OrganizationFact)})

    def _remember(self, digest: str, record: str | None, keys: Sequence[tuple[str, str]]) -> None:
        self._texts.add(digest)
        self._keys.update(keys)
        if record:
            self._records.add(record)

    def keep(self, record: _Record, action: int) -> Kept:
        reading = record.reading
        people = {p.ref: self.later.put(PERSON, action, p.name) for p in record.people}
        organizations = {o.ref: self._organization(o.name, folded, action) for o, folded in record.organizations}
        source = insert_source(self.later, reading.source, record.digest)
        facts = write_facts(Context(self.later, action, source, people, organizations, {}, {}), reading)
        return Kept(reading.source.name, False, len(people), 0, 0, len(facts), action)

    def _organization(self, name: str, folded: str, action: int) -> int:
        if folded not in self._organizations:
            self._organizations[folded] = self.later.put(ORGANIZATION, action, name, folded)
        return self._organizations[folded]
