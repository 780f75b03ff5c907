"""Where people stand in a picture of a network: on rings, those whom I know best nearest to the middle.

Rings instead of forces: the distance from the middle says how well one knows somebody, nothing jumps when the years pass, and
the same memory always gives the same picture. On each ring people come near those they stand with: they are sorted by the mean
direction of their neighbours, over and over, as the layers of Sugiyama, Tagawa & Toda ("Methods for visual understanding of
hierarchical system structures", 1981) are, but around a circle. Groups lie outside, the largest first, each where a spiral
first has room; their people lie as seeds in a sunflower do (Vogel, "A better way to construct the sunflower head", 1979).

Lengths are in units of the room that one person takes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

Point = tuple[float, float]

GAP = 2.0
"""Between two rings."""
_SWEEPS = 12
_APART = 0.4
_GOLDEN = math.pi * (3 - math.sqrt(5))
_SEED = 0.36
"""How far seeds of a sunflower are apart: whom I never met takes less room than those whom I did."""


def rings(ring_of: Mapping[int, int], around: Mapping[int, Iterable[int]]) -> tuple[dict[int, Point], float]:
    """A place for everybody of `ring_of` (person → ring, 0 innermost), near those `around` them; and how far out they reach."""
    angle = _sorted_around(ring_of, around)
    places: dict[int, Point] = {}
    radius = GAP
    for ring in sorted(set(ring_of.values())):
        some = sorted((p for p in ring_of if ring_of[p] == ring), key=lambda p: (angle[p], p))
        rows = max(1, math.ceil(len(some) / max(6.0, 2 * math.pi * radius)))
        for slot, person in enumerate(some):
            away = radius + slot % rows
            places[person] = (away * math.cos(angle[person]), away * math.sin(angle[person]))
        radius += rows - 1 + GAP
    return places, radius - GAP if places else 0.0


def sunflower(count: int) -> list[Point]:
    """Places for so many people around the middle of a group, the first innermost."""
    return [
        (_SEED * math.sqrt(k + 0.5) * math.cos(k * _GOLDEN), _SEED * math.sqrt(k + 0.5) * math.sin(k * _GOLDEN))
        for k in range(count)
    ]


def group_radius(count: int) -> float:
    """How much room a group of so many takes, its edge included."""
    return _SEED * math.sqrt(count) + 0.5


def groups(counts: Sequence[int], inner: float) -> list[Point]:
    """The middles of groups of these sizes, largest first, outside of `inner`, without touching one another."""
    radii = [group_radius(n) for n in counts]
    reach = inner + max(radii, default=0) + 2 * math.sqrt(sum((r + _APART) ** 2 for r in radii)) + 4
    while (centres := _packed(radii, inner, reach)) is None:
        reach *= 1.5
    return centres


def _packed(radii: Sequence[float], inner: float, reach: float) -> list[Point] | None:
    """Each circle at the first point of a spiral where it fits; None where one does not fit within `reach`."""
    step = np.arange(max(2, int(reach * reach * 4)))
    away = np.sqrt(step / step[-1]) * reach
    x, y = away * np.cos(step * _GOLDEN), away * np.sin(step * _GOLDEN)
    room = away - inner - 1 if inner else np.full(len(away), np.inf)
    centres: list[Point] = []
    for radius in radii:
        at = int(np.argmax(room >= radius + _APART))
        if room[at] < radius + _APART:
            return None
        centres.append((float(x[at]), float(y[at])))
        room = np.minimum(room, np.hypot(x - x[at], y - y[at]) - radius)
    return centres


def _sorted_around(ring_of: Mapping[int, int], around: Mapping[int, Iterable[int]]) -> dict[int, float]:
    near = {p: sorted({q for q in around.get(p, ()) if q in ring_of and q != p}) for p in sorted(ring_of)}
    order = _walk(near)
    angle = {p: 2 * math.pi * i / max(1, len(order)) for i, p in enumerate(order)}
    members: dict[int, list[int]] = {}
    for person, ring in ring_of.items():
        members.setdefault(ring, []).append(person)
    for _ in range(_SWEEPS):
        for some in members.values():
            wanted = {p: _mean([angle[q] for q in near[p]] or [angle[p]], angle[p]) for p in some}
            angle.update(_spread(sorted(some, key=lambda p: (wanted[p], p)), wanted))
    return angle


def _walk(near: Mapping[int, Sequence[int]]) -> list[int]:
    """Everybody, those who are tied one after the other, the largest company first."""
    companies: list[list[int]] = []
    seen: set[int] = set()
    for start in sorted(near, key=lambda p: (-len(near[p]), p)):
        if start in seen:
            continue
        company, waiting = [], [start]
        while waiting:
            person = waiting.pop()
            if person not in seen:
                seen.add(person)
                company.append(person)
                waiting += sorted((q for q in near[person] if q not in seen), key=lambda q: (len(near[q]), -q))
        companies.append(company)
    return [p for company in sorted(companies, key=lambda c: (-len(c), c[0])) for p in company]


def _spread(some: Sequence[int], wanted: Mapping[int, float]) -> dict[int, float]:
    """The same directions in the same order, evenly apart, turned so that all are as near as can be to where they want to be."""
    slots = [2 * math.pi * i / len(some) for i in range(len(some))]
    turn = _mean([wanted[p] - slot for p, slot in zip(some, slots, strict=True)], 0.0)
    return {p: (slot + turn) % (2 * math.pi) for p, slot in zip(some, slots, strict=True)}


def _mean(angles: Sequence[float], otherwise: float) -> float:
    """The mean direction, between 0 and 2π; `otherwise` where they cancel out."""
    x, y = sum(map(math.cos, angles)), sum(map(math.sin, angles))
    return math.atan2(y, x) % (2 * math.pi) if math.hypot(x, y) > 1e-9 else otherwise
