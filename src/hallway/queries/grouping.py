"""Which events are editions of one series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hallway.model.series import grouped, named, within_name
from hallway.store import gatherings, lists
from hallway.store.store import Row, Store


def called(row: Row) -> list[str]:
    """The names that one text gives an event: its own and that of its series."""
    return [n for n in (row["name"], row["series"]) if n]


def series_of(store: Store) -> dict[int, int]:
    """Event → the least id of the events of its series, by all names that the texts give.

    A name that is only the beginning or end of another ("New PR", "Delivering The New PR") is the same series where both
    have an organizer, or two people, in common.
    """
    names = list(dict.fromkeys((r["event_id"], n) for r in lists.event_names(store) for n in called(r)))
    heads = grouped(names)
    short = list(_shortened(names, heads))
    if not short:
        return heads
    there: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for row in gatherings.everybody_at(store):
        there[heads.get(row["event_id"], row["event_id"])].add((row["kind"], row["who"]))
    for a, b in short:
        a, b = heads[a], heads[b]
        common = there[a] & there[b]
        if a != b and (any(kind == "organizer" for kind, _ in common) or len(common) > 1):
            low, high = sorted((a, b))
            heads = {event: low if head == high else head for event, head in heads.items()}
            there[low] |= there[high]
    return heads


def _shortened(names: list[tuple[int, str]], heads: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Events of different series where the name of one may be short for that of the other."""
    by_base: dict[str, tuple[int, str]] = {named(name).base: (event, name) for event, name in reversed(names)}
    for event, name in names:
        words = named(name).base.split()
        for part in {" ".join(p) for n in range(2, len(words)) for p in (words[:n], words[-n:])}:
            other = by_base.get(part)
            if other and heads[other[0]] != heads[event] and within_name(other[1], name):
                yield event, other[0]
