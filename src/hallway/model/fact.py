"""Everything that can be known, as one union, and the batch in which facts travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from hallway.model.clip import ClipFact
from hallway.model.detail import DetailFact
from hallway.model.encounter import Connection, EncounterFact
from hallway.model.event import EventFact, RoleFact, TopicFact
from hallway.model.evidence import Source, Span
from hallway.model.following import FollowingFact
from hallway.model.guess import ASK, Guess
from hallway.model.key import KeyFact
from hallway.model.organization import AffiliationFact, OrganizationFact
from hallway.model.outcome import OutcomeFact
from hallway.model.person import NeedFact, PersonFact, Ref, RelationFact
from hallway.model.post import PostFact
from hallway.model.talk import TalkFact
from hallway.model.team import MembershipFact, TeamFact

Fact = (
    PersonFact
    | OrganizationFact
    | EventFact
    | TeamFact
    | EncounterFact
    | AffiliationFact
    | MembershipFact
    | RoleFact
    | FollowingFact
    | RelationFact
    | NeedFact
    | OutcomeFact
    | ClipFact
    | TopicFact
    | KeyFact
    | DetailFact
    | TalkFact
    | PostFact
)

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source was understood to say: facts that refer to each other by `Ref`, nothing kept yet; where a reader is not
    sure of everything, `guesses` say how sure it is of each person."""

    source: Source
    facts: tuple[Fact, ...] = field(default=())
    guesses: tuple[Guess, ...] = ()

    def unsure(self, below: float = ASK) -> list[Guess]:
        """Of whom a reader is less sure than `below`, least sure first: what to ask about, with the best guess."""
        return sorted((g for g in self.guesses if g.sure < below), key=lambda g: g.sure)

    def all(self, kind: type[F]) -> Iterator[F]:
        """The facts of one kind, in the order in which the text brings them."""
        return (f for f in self.facts if isinstance(f, kind))

    def of(self, kind: type[F], person: Ref) -> Iterator[F]:
        """The facts of one kind about one person."""
        return (f for f in self.all(kind) if getattr(f, "person", None) == person)

    def names(self) -> dict[Ref, str]:
        """Ref → name of every person, organization, event and team."""
        nouns = (PersonFact, OrganizationFact, EventFact, TeamFact)
        return {f.ref: f.name for f in self.facts if isinstance(f, nouns)}

    def as_dict(self) -> dict[str, object]:
        """The reading as plain data: what `hallway read --json` prints."""
        names = self.names()
        events = list(self.all(EventFact))
        index = {e.ref: i for i, e in enumerate(events)}
        unsure = {g.person for g in self.unsure()}
        return {
            "source": self.source.name,
            "author": self.source.author,
            "written": str(self.source.written) if self.source.written else None,
            "events": [_event(e, names) for e in events],
            "people": [self._person(p, names, index) | {"unsure": p.ref in unsure} for p in self.all(PersonFact)],
            "organizations": [o.name for o in self.all(OrganizationFact)],
            "teams": [self._team(t, names) for t in self.all(TeamFact)],
            "outcomes": [
                {"person": names.get(o.person or ""), "words": o.words, "lag": o.lag, "evidence": _spans(o.evidence)}
                for o in self.all(OutcomeFact)
            ],
            "clips": [
                {
                    "kind": c.kind,
                    "maker": names.get(c.maker or ""),
                    "shows": [names[s] for s in c.shows],
                    "event": index.get(c.event or ""),
                    "evidence": _spans(c.evidence),
                }
                for c in self.all(ClipFact)
            ],
            "topics": [t.words for t in self.all(TopicFact)],
        }

    def _person(self, p: PersonFact, names: dict[Ref, str], index: dict[Ref, int]) -> dict[str, object]:
        met = next(self.of(EncounterFact, p.ref), None)
        job = next(self.of(AffiliationFact, p.ref), None)
        roles = list(self.of(RoleFact, p.ref))
        event = (met.event if met else None) or next((r.event for r in roles), None)
        return {
            "name": p.name,
            "mentions": _spans(p.mentions),
            "organization": names.get(job.organization) if job else None,
            "role": next((r.role for r in roles if r.role), None) or (job.role if job else None),
            "connection": met.kind.value if met else Connection.NONE.value,
            "status": next((r.status for r in roles if r.status), None),
            "followed_before": any(self.of(FollowingFact, p.ref)),
            "introduced_by": names.get(met.via or "") if met else None,
            "relation": next((r.words for r in self.of(RelationFact, p.ref)), None),
            "needs": [{"kind": n.kind, "words": n.words} for n in self.of(NeedFact, p.ref)],
            "event": index.get(event or ""),
            "evidence": _spans(met.evidence if met else p.evidence),
            "confidence": round(met.confidence if met else p.confidence, 3),
        }

    def _team(self, team: TeamFact, names: dict[Ref, str]) -> dict[str, object]:
        members = [m for m in self.all(MembershipFact) if m.team == team.ref]
        return {
            "name": team.name,
            "members": [
                {
                    "person": names[m.person] if m.person else None,
                    "role": m.role,
                    "since": str(m.since) if m.since else None,
                    "until": str(m.until) if m.until else None,
                    "change": m.change,
                }
                for m in members
            ],
        }


def _event(e: EventFact, names: dict[Ref, str]) -> dict[str, object]:
    return {
        "name": e.name,
        "series": e.series,
        "edition": int(e.edition) if e.edition and e.edition.isdigit() else e.edition,
        "place": e.place,
        "start": str(e.start) if e.start else None,
        "end": str(e.end) if e.end else None,
        "organizers": [names[o] for o in e.organizers],
        "my_role": e.my_role,
        "evidence": _spans(e.evidence),
    }


def _spans(spans: tuple[Span, ...]) -> list[dict[str, object]]:
    return [s.as_dict() for s in spans]
