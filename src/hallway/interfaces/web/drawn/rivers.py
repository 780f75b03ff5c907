"""The flow from fleeting to outcome as bands between steps: from left to right on a desk, from top to bottom on a phone.

Bands are as broad as they have people (Sankey, "The thermal efficiency of steam-engines", 1898); their edges are cubic Bézier
curves with the handles halfway.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from hallway.queries.flow import STAGES, Flow

_THIN, _STEP, _EDGE, _HEAD = 2.0, 14.0, 8.0, 56.0


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the flow: a bar at (`x`, `y`) of `width` by `height`, and where its words stand."""

    name: str
    people: int
    so_far: int
    x: float
    y: float
    width: float
    height: float
    words_x: float
    words_y: float


@dataclass(frozen=True, slots=True)
class Current:
    """A band between two steps: an SVG path that is filled."""

    begin: str
    end: str
    people: int
    path: str


@dataclass(frozen=True, slots=True)
class River:
    """The picture: steps, currents, and its size."""

    steps: tuple[Step, ...]
    currents: tuple[Current, ...]
    width: float
    height: float


def wide(flow: Flow) -> River:
    """From left to right."""
    return _drawn(flow, along=880.0, across=360.0, down=False)


def narrow(flow: Flow) -> River:
    """From top to bottom, as wide as a phone."""
    return _drawn(flow, along=640.0, across=150.0, down=True)


def _drawn(flow: Flow, along: float, across: float, *, down: bool) -> River:
    most = max((s.people for s in flow.stages), default=0)
    scale = across / most if most else 0.0
    at = {name: 28 + i * (along - 56 - _STEP) / (len(STAGES) - 1) for i, name in enumerate(STAGES)}
    gone: dict[str, float] = defaultdict(float)
    come: dict[str, float] = defaultdict(float)
    currents = []
    for band in sorted(flow.bands, key=lambda b: (STAGES.index(b.end) - STAGES.index(b.begin), STAGES.index(b.begin))):
        broad = max(_THIN, len(band.people) * scale)
        start, stop = _EDGE + gone[band.begin], _EDGE + come[band.end]
        gone[band.begin] += broad
        come[band.end] += broad
        path = _band(at[band.begin] + _STEP, start, at[band.end], stop, broad, down)
        currents.append(Current(band.begin, band.end, len(band.people), path))
    steps = tuple(
        _step(s.name, s.people, len(s.so_far), at[s.name], max(_THIN, s.people * scale), down) for s in flow.stages
    )
    size = (340.0, along) if down else (along + 60, across + 84)
    return River(steps, tuple(currents), *size)


def _step(name: str, people: int, so_far: int, at: float, broad: float, down: bool) -> Step:
    if down:
        return Step(name, people, so_far, _EDGE, at, broad, _STEP, 176.0, at + 4)
    return Step(name, people, so_far, at, _EDGE + _HEAD, _STEP, broad, at + _STEP / 2, 22.0)


def _band(a: float, start: float, b: float, stop: float, broad: float, down: bool) -> str:
    half = (a + b) / 2

    def point(along: float, across: float) -> str:
        x, y = (across, along) if down else (along, across + _HEAD)
        return f"{x:.1f} {y:.1f}"

    there = f"M{point(a, start)}C{point(half, start)} {point(half, stop)} {point(b, stop)}"
    back = (
        f"L{point(b, stop + broad)}C{point(half, stop + broad)} {point(half, start + broad)} {point(a, start + broad)}Z"
    )
    return there + back
