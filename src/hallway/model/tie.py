"""What all encounters with somebody amount to: how strong a tie is, in what state, and how it grew.

The strength of a tie is a sum that can be taken apart again:

    strength = (Σ occasions · depth · decay + Σ bonds · weight · decay) · (1 + multiplexity · (kinds of tie − 1))

- *depth by kind* and *by duration*: a tie is time, intensity and intimacy (Granovetter, "The Strength of Weak Ties", 1973);
  closeness says more than mere duration (Marsden & Campbell, "Measuring Tie Strength", 1984). So the kind weighs most, and
  minutes count with a small power. What happened on one occasion counts as the root of the sum of squares: a second talk
  on the same day adds less than another day.
- *decay*: what is needed of a memory falls as a power of the time since (Anderson & Schooler, "Reflections of the
  Environment in Memory", 1991): `(1 + pace · age / half-life) ^ −forgetting`, so that nobody ever falls to nothing.
- *frequency*: occasions add up, each with its own decay (ACT-R's base-level learning, from the same paper).
- *multiplexity*: people tied in several ways are tied more strongly than each way alone says (Granovetter 1973; Gilbert &
  Karahalios, "Predicting Tie Strength With Social Media", 2009).
- *dormant*: a tie that was worth something and rests; after three years without contact, as in Levin, Walter & Murnighan,
  "Dormant Ties", 2011.

Every number is a field of `Weights`. Days are proleptic ordinals (`date.toordinal()`), which may have fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum


class State(StrEnum):
    """A tie in plain words."""

    STRONG = "strong"
    ACQUAINTANCE = "acquaintance"
    FLEETING = "fleeting"
    DORMANT = "dormant"
    NOT_MET = "not met"


DEPTHS = {"fleeting": 0.5, "new": 1.0, "renewed": 1.25, "cemented": 2.0}
BONDS = {
    "team": 1.0, "relation": 1.0, "outcome": 1.0, "organizing": 0.5, "introduction": 0.5,
    "following": 0.25, "connection": 0.25,
}  # fmt: skip
DISTANT = frozenset({"following", "introduction", "connection"})
"""Bonds that are possible with somebody whom I never met."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that can be set. Raises ValueError for what makes no sense.

    `half_life` and `dormant_after` are days; `forgetting` is how steeply the past falls off after the first half-life; `undated` is the decay of what has no date; `others` is what people around
    us both add (`chains.nearness`); `acquaintance` and `strong` are the least strengths of those states.
    """

    depths: dict[str, float] = field(default_factory=lambda: dict(DEPTHS))
    bonds: dict[str, float] = field(default_factory=lambda: dict(BONDS))
    half_life: float = 182.0
    forgetting: float = 1.5
    usual_minutes: float = 30.0
    duration: float = 0.1
    multiplexity: float = 0.25
    others: float = 0.25
    undated: float = 0.5
    acquaintance: float = 0.75
    strong: float = 2.5
    dormant_after: float = 3 * 365.25

    def __post_init__(self) -> None:
        for name in ("half_life", "forgetting", "usual_minutes", "dormant_after"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} is a number above 0, not {getattr(self, name)}")
        parts = {name: getattr(self, name) for name in ("duration", "multiplexity", "others", "undated")}
        for name, value in {**parts, **self.depths, **self.bonds}.items():
            if not value >= 0:
                raise ValueError(f"{name} weighs 0 or more, not {value}")

    def changed(self, values: Mapping[str, float]) -> Weights:
        """The same with other numbers for some fields, kinds of encounter or kinds of bond.

        Raises ValueError for a name that there is not, and for a number that makes no sense.
        """
        plain = {n: v for n, v in values.items() if n not in self.depths and n not in self.bonds}
        unknown = sorted(set(plain) - _PLAIN)
        if unknown:
            known = ", ".join(sorted(_PLAIN | self.depths.keys() | self.bonds.keys()))
            raise ValueError(f"no weight is called {unknown[0]!r}; there are {known}")
        depths = {n: values.get(n, v) for n, v in self.depths.items()}
        bonds = {n: values.get(n, v) for n, v in self.bonds.items()}
        return Weights(depths, bonds, **{n: plain.get(n, getattr(self, n)) for n in _PLAIN})

    def as_dict(self) -> dict[str, object]:
        """All numbers, as `--json` prints them."""
        return {**{n: getattr(self, n) for n in sorted(_PLAIN)}, "depths": self.depths, "bonds": self.bonds}

    def decay(self, age: float | None) -> float:
        """What is left after `age` days: half after the half-life, a quarter after 2.6 of them; `undated` for an unknown age."""
        if age is None:
            return self.undated
        pace = 2 ** (1 / self.forgetting) - 1
        return float((1 + pace * max(age, 0) / self.half_life) ** -self.forgetting)

    def depth(self, kind: str, minutes: float | None) -> float:
        """How deep an encounter of this kind is, lasting so long; an unknown kind is like `new`."""
        lasting = 1.0 if minutes is None else (minutes / self.usual_minutes) ** self.duration
        return self.depths.get(kind, 1.0) * lasting


_PLAIN = frozenset(f.name for f in fields(Weights)) - {"depths", "bonds"}


@dataclass(frozen=True, slots=True)
class Contact:
    """One encounter. `occasion` is alike for what happened at one event; `fact` is where it is told; `minutes` its length."""

    kind: str
    day: float | None
    occasion: object = None
    fact: int | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """Another way of being tied: one of `BONDS`. `words` say it, `day` is the last one for which anything says it."""

    kind: str
    day: float | None
    words: str = ""
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of a strength: what it is, what it adds, how long ago it was (days), and the facts that tell of it."""

    kind: str
    worth: float
    age: float | None = None
    words: str = ""
    occasion: object = None
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie on a day: its strength is the sum of its parts. `first` and `last` are days of contact."""

    state: State
    parts: tuple[Part, ...]
    kinds: tuple[str, ...]
    first: float | None
    last: float | None

    @property
    def strength(self) -> float:
        return sum(p.worth for p in self.parts)


def tie(contacts: Sequence[Contact], bonds: Sequence[Bond], at: float, weights: Weights, others: float = 0.0) -> Tie:
    """The tie on the day `at`: what is dated later does not count yet. `others`: how near we are through other people."""
    contacts = [c for c in contacts if c.day is None or c.day <= at]
    bonds = [b for b in bonds if b.day is None or b.day <= at]
    parts = _parts(contacts, bonds, at, weights)
    if others:
        parts.append(Part("others", weights.others * others))
    days = sorted(c.day for c in contacts if c.day is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Tie(_state(contacts, bonds, at, weights), tuple(parts), _kinds(contacts, bonds), first, last)


def _parts(contacts: Sequence[Contact], bonds: Sequence[Bond], at: float, weights: Weights) -> list[Part]:
    parts = [_occasion(some, at, weights) for some in _occasions(contacts)]
    parts += [_bond(b, at, weights) for b in _latest(bonds)]
    more = len(_kinds(contacts, bonds)) - 1
    if more > 0 and weights.multiplexity:
        parts.append(Part("kinds", weights.multiplexity * more * sum(p.worth for p in parts)))
    return parts


def _occasions(contacts: Iterable[Contact]) -> list[list[Contact]]:
    together: dict[object, list[Contact]] = defaultdict(list)
    for number, contact in enumerate(contacts):
        together[number if contact.occasion is None else ("at", contact.occasion)].append(contact)
    return list(together.values())


def _occasion(contacts: Sequence[Contact], at: float, weights: Weights) -> Part:
    depth = sum(weights.depth(c.kind, c.minutes) ** 2 for c in contacts) ** 0.5
    deepest = max(contacts, key=lambda c: weights.depth(c.kind, c.minutes))
    known = [c.day for c in contacts if c.day is not None]
    age = at - max(known) if known else None
    facts = tuple(c.fact for c in contacts if c.fact is not None)
    return Part(deepest.kind, depth * weights.decay(age), age, "", deepest.occasion, facts)


def _latest(bonds: Iterable[Bond]) -> list[Bond]:
    """Each bond once, as it was last told: saying twice that somebody is my partner does not make two partners."""
    latest: dict[tuple[str, str], Bond] = {}
    for bond in bonds:
        old = latest.get((bond.kind, bond.words))
        if old is None or (bond.day is not None and (old.day is None or bond.day > old.day)):
            latest[bond.kind, bond.words] = bond
    return list(latest.values())


def _bond(bond: Bond, at: float, weights: Weights) -> Part:
    age = None if bond.day is None else at - bond.day
    worth = weights.bonds.get(bond.kind, 0.5) * weights.decay(age)
    return Part(bond.kind, worth, age, bond.words, None, () if bond.fact is None else (bond.fact,))


def _kinds(contacts: Sequence[Contact], bonds: Sequence[Bond]) -> tuple[str, ...]:
    met = ("meeting",) if contacts else ()
    return (*met, *sorted({b.kind for b in bonds}))


def _state(contacts: Sequence[Contact], bonds: Sequence[Bond], at: float, weights: Weights) -> State:
    """The state follows what the tie was at its best, and how long ago we last had to do with each other.

    So nobody slides from strong to fleeting because a year went by: they stay strong, and later rest. What has no date
    counts here in full.
    """
    close = [b for b in bonds if b.kind not in DISTANT]
    if not contacts and not close:
        return State.NOT_MET
    days = sorted({d for d in (*(c.day for c in contacts), *(b.day for b in close)) if d is not None})
    best = max(_standing(contacts, bonds, day, weights) for day in days or [at])
    if best < weights.acquaintance:
        return State.FLEETING
    if days and at - days[-1] > weights.dormant_after:
        return State.DORMANT
    return State.STRONG if best >= weights.strong else State.ACQUAINTANCE


def _standing(contacts: Sequence[Contact], bonds: Sequence[Bond], day: float, weights: Weights) -> float:
    """The strength just after `day`, with all that has no date in full."""
    until = [c for c in contacts if c.day is None or c.day <= day], [b for b in bonds if b.day is None or b.day <= day]
    undated = [c.day is None for c in until[0]] + [b.day is None for b in until[1]]
    return sum(p.worth for p in _parts(*until, day, replace(weights, undated=1.0) if any(undated) else weights))


def growth(contacts: Sequence[Contact], bonds: Sequence[Bond], weights: Weights) -> list[tuple[float, float]]:
    """How a tie grew: for each day on which something happened, in order, the day and the strength just after it."""
    days = sorted({d for d in (*(c.day for c in contacts), *(b.day for b in bonds)) if d is not None})
    return [(day, tie(contacts, bonds, day, weights).strength) for day in days]
