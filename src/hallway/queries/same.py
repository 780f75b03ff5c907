"""Who is perhaps the same person: suggestions, each with its probability and reasons, for me to decide on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hallway.model.phrase import Phrase
from hallway.queries.people import PersonLine, people_by_id
from hallway.store import likely, lists, verdicts
from hallway.store.store import Store

if TYPE_CHECKING:
    from hallway.likeness import Likeness, Reason, Record

Progress = Callable[[int, int], None]
Pair = tuple[int, int]
K = TypeVar("K")
V = TypeVar("V")

MOST_TOGETHER = 40
"""A text that names more people than this says little about who keeps whose company."""
LEAST = 0.25


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who are perhaps one. `certain`: almost certainly so; `later`: I said that this can wait."""

    one: PersonLine
    other: PersonLine
    probability: float
    certain: bool
    reasons: tuple[str, ...]
    later: bool = False

    def as_dict(self) -> dict[str, object]:
        each = [{"id": p.id, **p.as_dict()} for p in (self.one, self.other)]
        sure = {"probability": round(self.probability, 3), "almost_certain": self.certain, "later": self.later}
        return {"people": each, **sure, "reasons": list(self.reasons)}


def suggestions(
    store: Store, limit: int = 50, least: float = LEAST, progress: Progress | None = None
) -> list[Suggestion]:
    """The likeliest pairs first, those that may wait last; what I said is not the same never comes again."""
    from hallway.likeness import suggestions as likely_pairs

    found = likely_pairs(records(store), least=least, progress=progress)
    return _shown(store, found, limit)


def perhaps(store: Store, person: int, least: float = LEAST) -> list[Suggestion]:
    """Who one person is perhaps the same as."""
    from hallway.likeness import Index

    everybody = list(records(store))
    mine = next((r for r in everybody if r.id == person), None)
    if mine is None:
        return []
    return _shown(store, Index(everybody).like(mine, least=least), 10)


def undecided(store: Store, some: Iterable[Suggestion]) -> list[Suggestion]:
    """Those on which nothing was decided since: both are still shown as themselves, and nobody said that they are two."""
    apart = _said(store, "different")
    return [
        s
        for s in some
        if all(lists.is_person(store, p.id) and verdicts.head(store, p.id) == p.id for p in (s.one, s.other))
        and (min(s.one.id, s.other.id), max(s.one.id, s.other.id)) not in apart
    ]


def records(store: Store) -> Iterator[Record]:
    """Everybody as the evidence model has them: all that is known of one person, whatever it was merged from."""
    from hallway.likeness import Record

    keys = _sets((r["person_id"], (r["kind"], r["folded"])) for r in likely.keys(store))
    organizations = _sets((r["person_id"], r["folded"]) for r in likely.organizations(store))
    at = [(int(r["person_id"]), int(r["event_id"]), r["series"]) for r in likely.events(store)]
    events, series = _sets((p, e) for p, e, _ in at), _sets((p, s) for p, _, s in at if s)
    years = {r["person_id"]: _years(r["first"], r["last"]) for r in likely.years(store)}
    company = _company(store)
    for person, names in _names(store):
        yield Record(
            person,
            names,
            keys[person],
            organizations[person],
            frozenset(),
            events[person],
            series[person],
            company[person],
            years.get(person),
        )


def _names(store: Store) -> Iterator[tuple[int, tuple[str, ...]]]:
    called: dict[int, list[str]] = defaultdict(list)
    for row in likely.names(store):
        called[int(row["person_id"])].append(row["text"])
    return ((person, tuple(names)) for person, names in called.items())


def _company(store: Store) -> dict[int, frozenset[int]]:
    together: dict[int, list[int]] = defaultdict(list)
    for row in likely.company(store, MOST_TOGETHER):
        together[int(row["source_id"])].append(int(row["person_id"]))
    return _sets((a, b) for people in together.values() for a in people for b in people if a != b)


def _sets(pairs: Iterable[tuple[K, V]]) -> dict[K, frozenset[V]]:
    found: dict[K, set[V]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return defaultdict(frozenset, {k: frozenset(v) for k, v in found.items()})


def _years(first: str | None, last: str | None) -> tuple[int, int] | None:
    ends = [int(y[:4]) for y in (first, last) if y and y[:4].isdigit()]
    return (min(ends), max(ends)) if ends else None


def _shown(store: Store, found: Sequence[Likeness], limit: int) -> list[Suggestion]:
    from hallway.likeness import ALMOST_CERTAIN

    said = {verdict: _said(store, verdict) for verdict in ("different", "later")}
    asked = [f for f in found if (f.a, f.b) not in said["different"]][: 4 * limit]
    apart = likely.told_apart(store, [(f.a, f.b) for f in asked])
    asked = [f for f in asked if (f.a, f.b) not in apart]
    asked = sorted(asked, key=lambda f: (f.a, f.b) in said["later"])[:limit]
    people = {p.id: p for p in _lines(store, sorted({i for f in asked for i in (f.a, f.b)}))}
    tell = _Telling(store, asked)
    return [
        Suggestion(
            people[f.a],
            people[f.b],
            f.probability,
            f.probability >= ALMOST_CERTAIN,
            tell.reasons(f.reasons),
            (f.a, f.b) in said["later"],
        )
        for f in asked
    ]


def _lines(store: Store, ids: list[int]) -> list[PersonLine]:
    return [line for at in range(0, len(ids), 900) for line in people_by_id(store, ids[at : at + 900])]


def _said(store: Store, verdict: str) -> set[Pair]:
    """The pairs of people of whom I said something, under whom they are shown now."""
    pairs = set()
    for row in verdicts.standing(store, verdict):
        a, b = verdicts.head(store, int(row["a"])), verdicts.head(store, int(row["b"]))
        pairs.add((min(a, b), max(a, b)))
    return pairs


class _Telling:
    """Reasons in words, with the names of the events and people that they are about."""

    def __init__(self, store: Store, found: Sequence[Likeness]) -> None:
        about: dict[str, set[int]] = defaultdict(set)
        for likeness in found:
            for reason in likeness.reasons:
                about[reason.kind] |= {i for i in reason.about if isinstance(i, int)}
        self._events = likely.event_names(store, sorted(about["events"]))
        self._people = lists.called(store, about["company"])

    def reasons(self, reasons: Iterable[Reason]) -> tuple[str, ...]:
        return tuple(Phrase(r.words.form, r.words.after + self._named(r), **r.words.values) for r in reasons)

    def _named(self, reason: Reason) -> str:
        names = {"events": self._events, "company": self._people}.get(reason.kind, {})
        named = [names[i] for i in reason.about if isinstance(i, int) and i in names]
        return f" ({', '.join(named[:3])}{' …' if len(named) > 3 else ''})" if named else ""
