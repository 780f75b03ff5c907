"""A person as a card is written from: what the memory knows of them, without evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Met:
    """An encounter: its kind, and the day (EDTF), the event and its place where they are known."""

    kind: str
    when: str | None = None
    event: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """`names` are other names; `keys` are (kind, value) as in `model/key.py`; `jobs` are (organization, role); `details`
    are (kind, value) as in `model/detail.py`; `revised` is a day (ISO 8601). `uid` is a lasting id, without any prefix."""

    name: str
    uid: str
    names: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    jobs: tuple[tuple[str, str | None], ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    met: tuple[Met, ...] = ()
    revised: str | None = None
