"""Keeping what I say of people whom the memory knows already: no reading, no question who they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hallway.model import Fact, Ref, Source
from hallway.model.folding import fold
from hallway.store import journal, nouns, verdicts
from hallway.store.facts import Context, write_fact, write_source
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Meant:
    """Which rows the refs of some facts stand for; organizations are made where they are new."""

    people: Mapping[Ref, int] = field(default_factory=dict)
    events: Mapping[Ref, int] = field(default_factory=dict)
    organizations: Mapping[Ref, str] = field(default_factory=dict)


def say(store: Store, verb: str, source: Source, facts: Sequence[Fact], meant: Meant) -> int:
    """Keep facts about known people in one transaction; returns the action's number.

    `source` holds my words, `meant` says whom and what the refs mean. Raises MemoryProblem when it cannot be written.
    """
    with store.transaction():
        action = journal.begin(store, verb, source.text[:500])
        write(store, action, source, facts, meant)
    return action


def write(store: Store, action: int, source: Source, facts: Sequence[Fact], meant: Meant) -> list[int]:
    """The same inside a caller's transaction and action; returns the numbers of the facts."""
    heads = {r: verdicts.head(store, r) for r in meant.people.values()}
    organizations = {ref: _organization(store, action, name) for ref, name in meant.organizations.items()}
    number, new = write_source(store, source)
    to = Context(store, action, number, meant.people, organizations, meant.events, {}, heads)
    to.whole, to.look = source.text, None if new else store
    written = [write_fact(to, fact) for fact in facts]
    nouns.refresh_people(store, set(heads.values()))
    nouns.refresh_events(store, set(meant.events.values()))
    return written


def _organization(store: Store, action: int, name: str) -> int:
    known = nouns.organization_called(store, name)
    return known or store.insert("organization", action_id=action, name=name, folded=fold(name))
