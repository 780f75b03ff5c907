"""Who is near me through whom: walks among people over the links that the memory knows between them.

A link says that two people know each other: one introduced the other, they are in one team, worked in one place at the
same time, organized one event, or were met together. `nearness` lets an inquiry go from hand to hand, each passing it to
one of those they know at random, and asks where it arrives (Zhou, Lü & Zhang, "Predicting missing links via local
information", 2009, for one hand between; Liu & Lü, "Link prediction based on local random walk", 2010, for more).
Somebody who knows everybody thus counts less as a link in common than somebody who knows few (Adamic & Adar, "Friends and
neighbors on the Web", 2003). `chains` names the best ways to one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)

PASSING = 0.5
"""How likely somebody passes a request on to yet another one, rather than to the person themselves."""

Links = Mapping[N, Mapping[N, float]]
"""Who knows whom, both ways, and how surely (0 to 1)."""


def nearness(links: Mapping[N, Iterable[N]], start: N) -> dict[N, float]:
    """How near everybody is to `start` through one or two others, each way counted as often as a random walk takes it.

    Direct links do not count, nor do ways that come back to `start` or pass through the person they lead to.
    """
    degree = {n: len(set(around)) for n, around in links.items()}
    direct = set(links.get(start, ()))
    near: dict[N, float] = defaultdict(float)
    first: dict[N, float] = defaultdict(float)
    for z in direct:
        for x in set(links[z]) - {start}:
            first[x] += 1 / degree[z]
            near[x] += 1 / degree[z]
    for z, mass in first.items():
        for x in set(links[z]) - {start}:
            near[x] += mass / degree[z]
    for x in direct:
        back = sum(1 / degree[z] for z in set(links[x]) - {start})
        near[x] -= back / degree[x]
    return {x: worth for x, worth in near.items() if worth > 1e-12}


@dataclass(frozen=True, slots=True)
class Chain(Generic[N]):
    """A way to somebody: those in between, the nearest to me first, and how good the way is (0 to 1)."""

    through: tuple[N, ...]
    worth: float


def chains(links: Links[N], mine: Mapping[N, float], goal: N, most: int = 5, between: int = 2) -> list[Chain[N]]:
    """The best ways to `goal` over at most `between` others, the best first; only the best through each first person.

    Whom I know myself I ask myself: such a person is the first in between, or not in the chain at all. `mine`: how strong my ties are; a tie of strength s carries a request with s / (1 + s). A way is worth the product of
    its steps, as each of them may say no, and halved for each who has to ask another one again (PASSING).
    """
    best: dict[N, Chain[N]] = {}
    edge: dict[N, Chain[N]] = {goal: Chain((), 1.0)}
    seen = {goal}
    for _ in range(between):
        further: dict[N, Chain[N]] = {}
        for at, way in edge.items():
            if at != goal and mine.get(at, 0.0) > 0:
                continue
            for z, sure in links.get(at, {}).items():
                chain = Chain((z, *way.through), way.worth * sure * (PASSING if way.through else 1.0))
                if z not in seen and (z not in further or further[z].worth < chain.worth):
                    further[z] = chain
        seen |= further.keys()
        for z, way in further.items():
            strength = mine.get(z, 0.0)
            if strength > 0:
                best[z] = Chain(way.through, way.worth * strength / (1 + strength))
        edge = further
    return nlargest(most, best.values(), key=lambda c: (c.worth, -len(c.through)))
