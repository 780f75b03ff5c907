"""Before an event: whom to look for."""

from __future__ import annotations

from dataclasses import dataclass

from hallway.queries.events import EventLine
from hallway.queries.talks import Talk, talks_of
from hallway.store import talks as store_talks
from hallway.store.store import Store


@dataclass(frozen=True, slots=True)
class LookFor:
    """Somebody who has a part in an event: how often I met them elsewhere, where last, how I follow them, and their talks there."""

    name: str
    times: int
    last_event: str | None
    following: str | None
    talks: tuple[Talk, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        plain = {key: getattr(self, key) for key in ("name", "times", "last_event", "following")}
        return plain | {"talks": [t.as_dict() for t in self.talks]}


def brief(store: Store, event: EventLine) -> list[LookFor]:
    """Whom of an event's people I met before, most often first, or follow."""
    return [
        LookFor(
            r["name"],
            r["times"],
            r["last_event"],
            r["following"],
            tuple(t for t in talks_of(store, r["person_id"]) if t.event == event.title),
        )
        for r in store_talks.expected(store, event.id)
    ]
