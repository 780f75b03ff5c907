"""Many records of an address book at once: those that are plainly new are written together, everything else one by one.

A record is plainly new when neither its text nor its name in the file nor any key of its people is known, to the memory or
to a record before it; address books are recognised by those alone (`identity.py`), so what is kept is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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

_SIMPLE = frozenset((PersonFact, OrganizationFact, KeyFact, DetailFact, AffiliationFact, NeedFact))
"""Facts that say nothing of events: whoever was at one may be recognised by name."""

Done = tuple[Kept, bool]


def keep_many(
    store: Store, readings: Sequence[Reading], action: Callable[[], int], one_by_one: Callable[[Reading], Done]
) -> list[Done]:
    """Keep readings under an action that begins when it is first asked for, inside the caller's transaction.

    Returns what came of each, and whether it replaced an earlier one; `one_by_one` keeps a reading that is not plainly new.
    """
    simple = [_is_simple(r) for r in readings]
    batch = _Batch(store, [r for r, may in zip(readings, simple, strict=True) if may])
    done: list[Done] = []
    for reading, may in zip(readings, simple, strict=True):
        if may and batch.is_new(reading):
            done.append((batch.keep(reading, action()), False))
        else:
            batch.later.flush()
            done.append(one_by_one(reading))
    batch.later.flush()
    return done


def _is_simple(reading: Reading) -> bool:
    return reading.source.kind in WORDS_ONLY and bool(reading.facts) and _SIMPLE.issuperset(map(type, reading.facts))


def _keys(reading: Reading) -> set[tuple[str, str]]:
    keys = ((f.kind, normal(f.kind, f.value)) for f in reading.all(KeyFact))
    return {(kind, value) for kind, value in keys if tells_apart(kind, value)}


class _Batch:
    """What the memory and the records before know of a batch: looked up once, before the first is written."""

    def __init__(self, store: Store, readings: Sequence[Reading]) -> None:
        self.later = Later(store)
        self._texts = known.digests(store, [r.source.digest for r in readings])
        self._records = known.records(store, [r.source.record for r in readings if r.source.record])
        self._keys = known.keys(store, {key for r in readings for key in _keys(r)})
        names = {fold(o.name) for r in readings for o in r.all(OrganizationFact)}
        self._organizations = known.organizations(store, names)

    def is_new(self, reading: Reading) -> bool:
        """Whether nothing of it is known; it is from now on."""
        source, keys = reading.source, _keys(reading)
        new = source.digest not in self._texts and source.record not in self._records and not keys & self._keys
        self._texts.add(source.digest)
        self._keys |= keys
        if source.record:
            self._records.add(source.record)
        return new

    def keep(self, reading: Reading, action: int) -> Kept:
        people = {p.ref: self.later.put(PERSON, action, p.name) for p in reading.all(PersonFact)}
        organizations = {o.ref: self._organization(o.name, action) for o in reading.all(OrganizationFact)}
        source = insert_source(self.later, reading.source)
        facts = write_facts(Context(self.later, action, source, people, organizations, {}, {}), reading)
        return Kept(reading.source.name, False, len(people), 0, 0, len(facts), action)

    def _organization(self, name: str, action: int) -> int:
        folded = fold(name)
        if folded not in self._organizations:
            self._organizations[folded] = self.later.put(ORGANIZATION, action, name, folded)
        return self._organizations[folded]
