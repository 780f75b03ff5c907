"""Who stands with whom at an event, or at a series over the years: people, the ties between them, and where each stands."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hallway.model.folding import fold
from hallway.queries import rings
from hallway.queries.events import EventLine
from hallway.queries.links import CROWD
from hallway.store import pictures
from hallway.store.store import Row, Store

KNOWN = ("cemented", "renewed", "new", "fleeting", "elsewhere", "none")
"""How well I know somebody there, the best first: as I met them there; met only elsewhere; never met."""
TIES = ("introduced", "team", "organized", "talk", "met")
"""Why two people stand together, the surest first. `met`: one sentence tells of meeting both."""
_LEAST_GROUP, _MOST_GROUPS = 3, 150


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody in the picture, at (x, y). `there`: editions by their place in the list, each with how I met them then, or
    `part` where they only had one. `group`: that of those whom I never met and who stand with nobody whom I did."""

    id: int
    name: str
    known: str
    work: str | None
    role: str | None
    times: int
    there: tuple[tuple[int, str], ...]
    group: int | None
    x: float
    y: float

    def as_dict(self) -> dict[str, object]:
        return {
            "id": self.id,
            "name": self.name,
            "known": self.known,
            "work": self.work,
            "role": self.role,
            "times": self.times,
            "there": [list(t) for t in self.there],
            "group": self.group,
            "x": round(self.x, 2),
            "y": round(self.y, 2),
        }


@dataclass(frozen=True, slots=True)
class Together:
    """Two people (by id) who stand together: why (one of TIES), in which team or talk, and at which editions."""

    a: int
    b: int
    kind: str
    words: str | None
    editions: tuple[int, ...]

    def as_dict(self) -> dict[str, object]:
        return {"a": self.a, "b": self.b, "kind": self.kind, "about": self.words, "editions": list(self.editions)}


@dataclass(frozen=True, slots=True)
class Group:
    """People of one track or part (`name`; None: others) whom I never met, gathered around (x, y)."""

    name: str | None
    people: int
    x: float
    y: float
    radius: float

    def as_dict(self) -> dict[str, object]:
        place = {"x": round(self.x, 2), "y": round(self.y, 2), "radius": round(self.radius, 2)}
        return {"name": self.name, "people": self.people, **place}


@dataclass(frozen=True, slots=True)
class Network:
    """The picture: me at (0, 0), people with those I know best first, ties, and groups."""

    editions: tuple[EventLine, ...]
    people: tuple[Standing, ...]
    ties: tuple[Together, ...]
    groups: tuple[Group, ...]

    def as_dict(self) -> dict[str, object]:
        return {
            "editions": [{"id": e.id, "title": e.title, "year": e.year} for e in self.editions],
            "people": [p.as_dict() for p in self.people],
            "ties": [t.as_dict() for t in self.ties],
            "groups": [g.as_dict() for g in self.groups],
        }


@dataclass(slots=True)
class _Seen:
    """What is gathered of one person before they have a place."""

    kinds: dict[int, str] = field(default_factory=dict)
    editions: set[int] = field(default_factory=set)
    tracks: Counter[str] = field(default_factory=Counter)
    role: str | None = None

    @property
    def best(self) -> str | None:
        return min(self.kinds.values(), key=KNOWN.index, default=None)


Ties = dict[tuple[int, int, str, str | None], set[int]]


def network(store: Store, editions: Sequence[EventLine], parts: Sequence[EventLine] = ()) -> Network:
    """The network of these events, in their order; what happened at `parts` of an edition happened at that edition."""
    place = {e.id: i for i, e in enumerate(editions)}
    place |= {p.id: place[p.within] for p in parts if p.within in place}
    events = sorted(place)
    if not events:
        return Network((), (), (), ())
    seen, ties = _gathered(store, events, place)
    faces = {int(r["id"]): r for r in pictures.faces(store, sorted(seen))}
    seen = {p: one for p, one in seen.items() if p in faces and faces[p]["name"]}
    ties = {key: years for key, years in ties.items() if key[0] in seen and key[1] in seen}
    return _placed(tuple(editions), seen, ties, faces)


def _gathered(store: Store, events: Sequence[int], place: Mapping[int, int]) -> tuple[dict[int, _Seen], Ties]:
    seen: dict[int, _Seen] = defaultdict(_Seen)
    ties: Ties = defaultdict(set)
    for row in pictures.met(store, events):
        edition, one = place[row["event_id"]], seen[row["person_id"]]
        one.kinds[edition] = min(row["kind"], one.kinds.get(edition, "none"), key=_rank)
        one.editions.add(edition)
        if row["via_id"] and row["via_id"] != row["person_id"]:
            seen[row["via_id"]].editions.add(edition)
            ties[_pair(row["via_id"], row["person_id"], "introduced", None)].add(edition)
    for row in pictures.parts(store, events):
        one = seen[row["person_id"]]
        one.editions.add(place[row["event_id"]])
        one.role = one.role or ("organizer" if row["organizes"] else row["role"])
    talks = pictures.speaking(store, events)
    for row in talks:
        one = seen[row["person_id"]]
        one.editions.add(place[row["event_id"]])
        one.role = one.role or "speaker"
        one.tracks[row["track"] or ""] += 1
    mates = pictures.mates(store, events)
    for row in mates:
        seen[row["person_id"]].editions.add(place[row["event_id"]])
    made = [r for r in pictures.parts(store, events) if r["organizes"]]
    told = pictures.one_sentence(store, events)
    _join(ties, "team", (((r["team_id"], r["event_id"]), r, r["team"]) for r in mates), place)
    _join(ties, "organized", ((r["event_id"], r, None) for r in made), place)
    _join(ties, "talk", ((r["talk"], r, r["title"]) for r in talks), place)
    _join(ties, "met", (((r["passage_id"], r["event_id"]), r, None) for r in told), place)
    return seen, ties


def _rank(kind: str) -> int:
    return KNOWN.index(kind) if kind in KNOWN else len(KNOWN)


def _pair(a: int, b: int, kind: str, words: str | None) -> tuple[int, int, str, str | None]:
    return (min(a, b), max(a, b), kind, words)


def _join(ties: Ties, kind: str, rows: Iterable[tuple[object, Row, str | None]], place: Mapping[int, int]) -> None:
    """Tie all those whose rows have the same key with one another, unless they are a crowd."""
    together: dict[object, dict[int, tuple[int, str | None]]] = defaultdict(dict)
    for key, row, words in rows:
        together[key][row["person_id"]] = (place[row["event_id"]], words)
    for some in together.values():
        if len(some) <= CROWD:
            for a, b in itertools.combinations(sorted(some), 2):
                ties[_pair(a, b, kind, some[a][1])].add(some[a][0])


def _placed(editions: tuple[EventLine, ...], seen: dict[int, _Seen], ties: Ties, faces: Mapping[int, Row]) -> Network:
    known = {p: one.best or ("elsewhere" if faces[p]["times"] else "none") for p, one in seen.items()}
    around: dict[int, set[int]] = defaultdict(set)
    for a, b, _, _ in ties:
        around[a].add(b)
        around[b].add(a)
    near = {p for p, how in known.items() if how != "none" or any(known[q] != "none" for q in around[p])}
    places, reach = rings.rings({p: KNOWN.index(known[p]) for p in near}, around)
    named = _grouped({p: one for p, one in seen.items() if p not in near})
    centres = rings.groups([len(some) for _, some in named], reach)
    group_of: dict[int, int] = {}
    groups = []
    for number, ((name, some), (x, y)) in enumerate(zip(named, centres, strict=True)):
        groups.append(Group(name, len(some), x, y, rings.group_radius(len(some))))
        for person, (dx, dy) in zip(some, rings.sunflower(len(some)), strict=True):
            places[person], group_of[person] = (x + dx, y + dy), number
    people = [_standing(p, one, known[p], faces[p], group_of.get(p), places[p]) for p, one in seen.items()]
    people.sort(key=lambda p: (KNOWN.index(p.known), -len(p.there), -len(around[p.id]), p.name, p.id))
    joined = tuple(Together(*key, tuple(sorted(years))) for key, years in sorted(ties.items(), key=_in_order))
    return Network(editions, tuple(people), joined, tuple(groups))


def _in_order(tie: tuple[tuple[int, int, str, str | None], set[int]]) -> tuple[int, int, int, str]:
    (a, b, kind, words), _ = tie
    return TIES.index(kind), a, b, words or ""


def _standing(person: int, one: _Seen, known: str, face: Row, group: int | None, at: rings.Point) -> Standing:
    there = tuple((edition, one.kinds.get(edition, "part")) for edition in sorted(one.editions))
    return Standing(person, face["name"], known, face["work"], one.role, int(face["times"]), there, group, *at)


def _grouped(seen: Mapping[int, _Seen]) -> list[tuple[str | None, list[int]]]:
    """People by the track they spoke in most, or else by their part; the largest group first, small ones among the others."""
    found: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for person, one in seen.items():
        track = max(sorted(one.tracks), key=lambda t: one.tracks[t], default="") or one.role or ""
        found[fold(track)].append(person)
        spelt[fold(track)][track] += 1
    sizes = sorted((n for n in found if n), key=lambda n: (-len(found[n]), n))
    kept = [n for n in sizes if len(found[n]) >= _LEAST_GROUP][:_MOST_GROUPS]
    others = [p for n, some in found.items() if n not in kept for p in some]
    named: list[tuple[str | None, list[int]]] = [
        (max(spelt[n], key=lambda t: (spelt[n][t], t)), found[n]) for n in kept
    ]
    named += [(None, others)] if others else []
    ordered = [(name, sorted(some, key=lambda p: (-len(seen[p].editions), p))) for name, some in named]
    return sorted(ordered, key=lambda g: (-len(g[1]), g[0] is None, g[0] or ""))
