"""Through whom could I reach somebody?"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.model.chains import Chain, chains
from hallway.queries.links import Link, Links
from hallway.queries.ties import TieLine, Ties
from hallway.queries.words import Quotes, Words, dicts
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """From one person to the next: who, why they should know each other (`kind`, `about`), and the words that say so."""

    name: str
    kind: str
    about: str | None
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        return {"to": self.name, "kind": self.kind, "about": self.about, "words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to somebody: my tie to the first in between, then the steps from there. `worth` is between 0 and 1."""

    through: TieLine
    steps: tuple[Step, ...]
    worth: float

    def as_dict(self) -> dict[str, object]:
        plain = {"through": self.through.as_dict(), "worth": round(self.worth, 3)}
        return plain | {"steps": [s.as_dict() for s in self.steps]}


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways to one person, the best first; `mine` is my own tie to them."""

    mine: TieLine
    ways: tuple[Way, ...]

    def as_dict(self) -> dict[str, object]:
        return {"to": self.mine.name, "own_tie": self.mine.as_dict(), "ways": [w.as_dict() for w in self.ways]}


def ways(store: Store, person: int, ties: Ties, most: int = 5) -> Ways:
    """The best ways to a person over one or two others, by how strong my tie to the first is and how sure each step."""
    links = ties.links.to(person)
    found = chains(links.sure, ties.strengths, person, most)
    steps = [_links(links, chain, person) for chain in found]
    quotes = Quotes(store, (f for some in steps for _, link in some for f in link.facts))
    told = (
        Way(ties.line(chain.through[0]), tuple(_step(ties.names[to], link, quotes) for to, link in some), chain.worth)
        for chain, some in zip(found, steps, strict=True)
    )
    return Ways(ties.line(person), tuple(told))


def _links(links: Links, chain: Chain[int], goal: int) -> list[tuple[int, Link]]:
    way = [*chain.through, goal]
    return [(b, links.of[a][b]) for a, b in itertools.pairwise(way)]


def _step(name: str, link: Link, quotes: Quotes) -> Step:
    return Step(name, link.kind, link.words, _once(w for fact in link.facts for w in quotes.of(fact)))


def _once(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words))
