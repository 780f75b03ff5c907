"""Deciding who is who: two people are one, are not, or may wait. Nothing is rewritten, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hallway.model.phrase import Phrase
from hallway.store import journal, lists, verdicts
from hallway.store.problems import MemoryProblem
from hallway.store.store import Store

Pair = tuple[int, int]


def merge(store: Store, pairs: Sequence[Pair], chained: bool = False) -> int:
    """Say of pairs of people (ids) that each is one and the same person; returns the action's number.

    `chained`: a pair that others have made one already is passed over.

    A merge is a link between two records: every fact stays on the record to which it came. What was said before of the two,
    "not the same" or "later", ends with it. Raises MemoryProblem when a pair is one person already, or there is no such
    person; then nothing was changed.
    """

    def decide(action: int) -> None:
        for a, b in pairs:
            if chained and verdicts.head(store, a) == verdicts.head(store, b):
                continue
            _two(store, a, b)
            said = [v for verdict in ("different", "later") for v in _between(store, verdict, a, b)]
            verdicts.end(store, said, action)
            verdicts.add(store, action, a, b, "same")
            verdicts.regroup(store, (a, b))

    return _journalled(store, "merge", " = ".join(_names(store, pairs)), decide)


def split(store: Store, record: int, other: int) -> int:
    """Say that two records that were merged are two people after all; returns the action's number.

    Each becomes what it was, with all that came to it since. They are not suggested again. Raises MemoryProblem when they are
    not one person.
    """
    if record == other or verdicts.head(store, record) != verdicts.head(store, other):
        raise MemoryProblem(Phrase("these are two people already: there is nothing to split; nothing was changed"))

    def decide(action: int) -> None:
        while path := _path(store, record, other):
            verdicts.end(store, [max(path)], action)
        verdicts.add(store, action, record, other, "different")
        verdicts.regroup(store, (record, other))

    return _journalled(store, "split", " ≠ ".join(_names(store, [(record, other)])), decide)


def differ(store: Store, pairs: Sequence[Pair], later: bool = False) -> int:
    """Say of pairs of people that they are not the same, for good; or, with `later`, that this can wait.

    Returns the action's number. Raises MemoryProblem where two are one person.
    """
    verdict = "later" if later else "different"

    def decide(action: int) -> None:
        for a, b in pairs:
            _two(store, a, b)
            if not _between(store, verdict, a, b):
                verdicts.add(store, action, a, b, verdict)

    return _journalled(store, verdict, " ≠ ".join(_names(store, pairs)), decide)


def _journalled(store: Store, verb: str, summary: str, decide: Callable[[int], None]) -> int:
    with store.transaction():
        action = journal.begin(store, verb, summary)
        decide(action)
    return action


def _two(store: Store, a: int, b: int) -> None:
    for person in (a, b):
        if not lists.is_person(store, person):
            raise MemoryProblem(Phrase("there is no person {n}; nothing was changed", n=str(person)))
    if verdicts.head(store, a) == verdicts.head(store, b):
        raise MemoryProblem(Phrase("these two are one person already; nothing was changed"))


def _between(store: Store, verdict: str, a: int, b: int) -> list[int]:
    """The standing verdicts of one kind between any record of one person and any of another."""
    these, those = verdicts.group(store, a), verdicts.group(store, b)
    rows = verdicts.standing(store, verdict, these)
    return [int(r["id"]) for r in rows if ({r["a"], r["b"]} & these) and ({r["a"], r["b"]} & those)]


def _path(store: Store, start: int, goal: int) -> list[int]:
    """The verdicts that make one person of two records, in a row; empty where they are two."""
    links = verdicts.standing(store, "same", verdicts.group(store, start))
    came: dict[int, list[int]] = {start: []}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        for row in links:
            if here in (row["a"], row["b"]):
                there = row["b"] if here == row["a"] else row["a"]
                if there not in came:
                    came[there] = [*came[here], int(row["id"])]
                    waiting.append(there)
    return came.get(goal, [])


def _names(store: Store, pairs: Sequence[Pair]) -> list[str]:
    """Everybody of the first few pairs by name."""
    called = lists.called(store, {p for pair in pairs[:3] for p in pair})
    named = [called.get(p, str(p)) for pair in pairs[:3] for p in pair]
    return [*named, f"… and {len(pairs) - 3} more"] if len(pairs) > 3 else named
