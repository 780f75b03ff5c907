"""How long I had followed somebody when we met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hallway.model import EncounterFact, EventFact, PersonFact, Reading, Ref, When
from hallway.model.following import how, how_long_before

if TYPE_CHECKING:
    from hallway.queries.story import Detail, Story


@dataclass(frozen=True, slots=True)
class Before:
    """I had `did` (`read`, `listened to`) their work `long` (`for about three years`) when we met; `since` is EDTF."""

    did: str
    long: str
    since: str

    def said(self, whom: str = "them") -> str:
        """`you had read them for about three years`."""
        perhaps, _, rest = self.long.rpartition("perhaps ")
        return (
            f"you had perhaps {self.did} {whom} {rest}"
            if "perhaps" in self.long
            else f"you had {self.did} {whom} {perhaps}{rest}"
        )

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {"did": self.did, "long": self.long, "since": self.since}


def before(followings: Iterable[Detail], day: str | When | None) -> Before | None:
    """What the earliest of these followings says of a meeting on `day` (EDTF); None where none had surely begun by then."""
    if day is None:
        return None
    met = day if isinstance(day, When) else When(day)
    told = sorted((f for f in followings if f.since), key=lambda f: (When(f.since or "").latest, f.since))
    for following in told:
        long = how_long_before(When(following.since or ""), met)
        if long:
            return Before(how(following.text), long, following.since or "")
    return None


def before_meeting(reading: Reading, known: dict[Ref, Story]) -> dict[Ref, Before]:
    """Whom of those met in a reading I had followed until then, by what the memory knew (`known`: their stories)."""
    days = {e.ref: e.start for e in reading.all(EventFact)}
    found: dict[Ref, Before] = {}
    for met in reading.all(EncounterFact):
        story = known.get(met.person)
        if story is not None:
            told = before(story.followings, met.when or days.get(met.event or "") or reading.source.written)
            if told:
                found.setdefault(met.person, told)
    return {p.ref: found[p.ref] for p in reading.all(PersonFact) if p.ref in found}
