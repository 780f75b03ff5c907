"""Everything about one event: what it was, who made it, and who was met there and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hallway.model.folding import fold
from hallway.model.phrase import Phrase
from hallway.model.when import bounds
from hallway.queries.contradictions import Contradiction, of_event
from hallway.queries.events import EventLine
from hallway.queries.outcomes import Came, outcomes
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import gatherings
from hallway.store import talks as programme
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class There:
    """Somebody at an event: how I met them (`none`: I did not), what they did there, and whether they were missing."""

    id: int
    person: str
    kind: str
    via: str | None
    role: str | None
    status: str | None
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        plain = {"name": self.person, "connection": self.kind, "introduced_by": self.via}
        return plain | {"role": self.role, "status": self.status, "words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the event's team (None: I); `change` is joined, left or None; dates are EDTF."""

    person: str | None
    role: str | None
    since: str | None
    until: str | None
    change: str | None

    def as_dict(self) -> dict[str, object]:
        keys = ("person", "role", "since", "until", "change")
        return {key: getattr(self, key) for key in keys}


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event with its people. `within` is what it was a part of, `parts` its own, `beside` other events of the same days and
    place; `talks` and `speakers` count its programme, whose people are not all listed."""

    event: EventLine
    team: str | None
    members: tuple[Member, ...]
    people: tuple[There, ...]
    clips: tuple[str, ...]
    words: tuple[Words, ...]
    within: EventLine | None = None
    parts: tuple[EventLine, ...] = ()
    beside: tuple[EventLine, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    came: tuple[Came, ...] = ()
    talks: int = 0
    speakers: int = 0

    def as_dict(self) -> dict[str, object]:
        return {
            **self.event.as_dict(),
            "team": {"name": self.team, "members": [m.as_dict() for m in self.members]} if self.team else None,
            "people": [p.as_dict() for p in self.people],
            "talks": self.talks,
            "speakers": self.speakers,
            "clips": list(self.clips),
            "words": dicts(self.words),
            "within": self.within.title if self.within else None,
            "parts": [p.title for p in self.parts],
            "at_the_same_time_and_place": [b.title for b in self.beside],
            "contradictions": [c.as_dict() for c in self.contradictions],
            "outcomes": [c.as_dict() for c in self.came],
        }


def gathering(store: Store, event: EventLine, every: Sequence[EventLine] = ()) -> Gathering:
    """All that is known of one event; `every`: the events among which its parts and neighbours are looked for."""
    met, roles = gatherings.encounters(store, event.id), gatherings.roles(store, event.id)
    talks, speakers = programme.count_of(store, event.id)
    listed = programme.only_on_programme(store, event.id)
    roles = [r for r in roles if r["person_id"] not in listed]
    team, details = gatherings.team_of(store, event.id), gatherings.detail_facts(store, event.id)
    quotes = Quotes(store, [r["fact_id"] for r in (*met, *roles)] + details)
    clips = tuple(
        c["said"] or Phrase("{kind} by {maker}", kind=Phrase(c["kind"]), maker=c["maker"] or Phrase("somebody"))
        for c in gatherings.clips(store, event.id)
    )
    return Gathering(
        event=event,
        team=team[0]["team"] if team else None,
        members=_members(team),
        people=_people(met, roles, quotes),
        clips=tuple(dict.fromkeys(clips)),
        words=tuple(dict.fromkeys(w for fact in details for w in quotes.of(fact))),
        within=next((e for e in every if e.id == event.within), None),
        parts=tuple(e for e in every if e.within == event.id),
        beside=tuple(e for e in every if beside(event, e)),
        contradictions=of_event(store, event.id),
        came=outcomes(store, (), {event.id}).came,
        talks=talks,
        speakers=speakers,
    )


def beside(a: EventLine, b: EventLine) -> bool:
    """Whether two events were in one place on common days, as far as days are known, and neither is part of the other."""
    if a.id == b.id or not a.place or not b.place or fold(a.place) != fold(b.place):
        return False
    if a.within == b.id or b.within == a.id:
        return False
    mine, theirs = _days(a), _days(b)
    return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _days(event: EventLine) -> tuple[date, date] | None:
    """First and last day; None for an event of which only a month or a year is known."""
    if not event.start:
        return None
    first, last = bounds(event.start)
    return (first, bounds(event.end)[1] if event.end else last) if (last - first).days < 8 else None


def _members(rows: list[Row]) -> tuple[Member, ...]:
    """One line a member: what later sentences add (a role, that they left) joins what earlier ones said."""
    members: dict[int | None, Member] = {}
    for r in rows:
        old = members.get(r["person_id"], Member(r["name"], None, None, None, None))
        members[r["person_id"]] = Member(
            r["name"],
            r["role"] or old.role,
            r["since"] or old.since,
            r["until"] or old.until,
            r["change"] or old.change,
        )
    return tuple(members.values())


def _people(met: list[Row], roles: list[Row], quotes: Quotes) -> tuple[There, ...]:
    doing = {r["person_id"]: r for r in reversed(roles)}
    told: dict[int, list[Row]] = defaultdict(list)
    for row in met:
        told[row["person_id"]].append(row)
    found = [_met(rows, doing.get(person), quotes) for person, rows in told.items()]
    return (*found, *(_there([r], r, "none", None, quotes) for p, r in doing.items() if p not in told))


def _met(rows: list[Row], doing: Row | None, quotes: Quotes) -> There:
    """Somebody whom I met there, in the words of all texts, and as the surest of them says."""
    surest = max(rows, key=lambda r: float(r["confidence"]))
    return _there(rows, doing, surest["kind"], next((r["via"] for r in rows if r["via"]), None), quotes)


def _there(rows: list[Row], doing: Row | None, kind: str, via: str | None, quotes: Quotes) -> There:
    role, status = (doing["role"], doing["status"]) if doing else (None, None)
    words = dict.fromkeys(w for r in rows for w in quotes.of(r["fact_id"]))
    return There(rows[0]["person_id"], rows[0]["name"], kind, via, role, status, tuple(words))
