"""The records that are one person: what each text or card called them, by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hallway.store import lists, verdicts
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One record: its number, the names that came to it, and the texts that they came from."""

    id: int
    names: tuple[str, ...]
    sources: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        return {"id": self.id, "names": list(self.names), "sources": list(self.sources)}


def records(store: Store, person: int) -> list[PersonRecord]:
    """The records that are shown as one person (any of their numbers), in the order in which they came."""
    together = sorted(verdicts.shown_under(store, [verdicts.head(store, person)]))
    return [_record(r, lists.named_in(store, r)) for r in together]


def _record(number: int, rows: Iterable[tuple[str, str]]) -> PersonRecord:
    told = list(rows)
    return PersonRecord(number, tuple(dict.fromkeys(n for n, _ in told)), tuple(dict.fromkeys(s for _, s in told)))
