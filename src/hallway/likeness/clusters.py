"""Groups of records that are all one person, where a pair is not enough: "A is B, B is C" without A being somebody
else."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from hallway.likeness.record import Likeness

NEAR = 0.25
"""How probable the pairs between two groups must be on average (a pair not suggested counts 0) for the two to be
one."""


def clusters(
    likenesses: Iterable[Likeness], different: AbstractSet[frozenset[int]] = frozenset(), near: float = NEAR
) -> list[frozenset[int]]:
    """Return groups of at least two ids, the largest first: the best pairs join first, by average linkage.

    Groups that hold a pair of `different` stay apart. Each record is in one group at most.
    """
    pairs = sorted(likenesses, key=lambda pair: (-pair.probability, pair.a, pair.b))
    group = {one: one for pair in pairs for one in (pair.a, pair.b)}
    members = {one: [one] for one in group}
    links: dict[int, dict[int, float]] = {one: {} for one in group}
    apart: dict[int, set[int]] = {one: set() for one in group}
    for pair in pairs:
        links[pair.a][pair.b] = links[pair.b][pair.a] = pair.probability
    for a, b in (sorted(pair) for pair in different if len(pair) == 2):
        if a in group and b in group:
            apart[a].add(b)
            apart[b].add(a)
    for pair in pairs:
        a, b = group[pair.a], group[pair.b]
        if a == b or b in apart[a] or links[a].get(b, 0.0) < near * len(members[a]) * len(members[b]):
            continue
        if len(links[a]) < len(links[b]):
            a, b = b, a
        _join(a, b, group, members, links, apart)
    found = [frozenset(ids) for ids in members.values() if len(ids) > 1]
    return sorted(found, key=lambda ids: (-len(ids), min(ids)))


def _join(
    a: int,
    b: int,
    group: dict[int, int],
    members: dict[int, list[int]],
    links: dict[int, dict[int, float]],
    apart: dict[int, set[int]],
) -> None:
    """Take group `b` into group `a`."""
    for one in members[b]:
        group[one] = a
    members[a] += members.pop(b)
    for other, weight in links.pop(b).items():
        links[other].pop(b)
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + weight
    for other in apart.pop(b):
        apart[other].discard(b)
        apart[other].add(a)
        apart[a].add(other)
