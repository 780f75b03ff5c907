"""Which of many things a memory has, asked at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from hallway.store import uids
from hallway.store.store import Row, Store, marks

_MOST = 10_000


def digests(store: Store, some: Collection[str]) -> set[str]:
    """Those that are digests of a text that was ever kept."""
    return {r["digest"] for r in _among(store, "SELECT digest FROM source WHERE digest", some)}


def records(store: Store, some: Collection[str]) -> set[str | None]:
    """Those that are names of records of a file."""
    return {r["record"] for r in _among(store, "SELECT DISTINCT record FROM source WHERE record", some)}


def keys(store: Store, some: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those that are keys (kind, normal form) of anybody, or ids that this memory gave them."""
    found = _among(store, "SELECT DISTINCT kind, folded FROM key WHERE folded", {folded for _, folded in some})
    given = {(k, folded) for k, folded in some if k == "id" and uids.person_with(store, folded) is not None}
    return {(r["kind"], r["folded"]) for r in found} | given


def organizations(store: Store, some: Collection[str]) -> dict[str, int]:
    """The rows of the organizations with these folded names."""
    found = _among(store, "SELECT folded, min(id) AS id FROM organization WHERE folded", some, " GROUP BY folded")
    return {r["folded"]: int(r["id"]) for r in found}


def _among(store: Store, statement: str, some: Collection[str], end: str = "") -> Iterator[Row]:
    values: Sequence[str] = sorted(set(some))
    for start in range(0, len(values), _MOST):
        part = values[start : start + _MOST]
        yield from store.rows(f"{statement} IN ({marks(part)}){end}", part)
