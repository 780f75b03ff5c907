"""Everything about one person: the story so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hallway.model.phrase import Phrase
from hallway.model.tie import State
from hallway.queries.contradictions import Contradiction, of_person
from hallway.queries.events import EventLine, events_by_id
from hallway.queries.followed import Before, before
from hallway.queries.people import PersonLine, people_by_id
from hallway.queries.posts import Post, posts
from hallway.queries.talks import Talk, talks_of
from hallway.queries.ties import own_tie
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import stories
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class Meeting:
    """One encounter; `day` is its EDTF date as far as anything says, `via` who introduced us.

    `dated` is False where `day` is only when the diary was written; `confidence` is how sure the reading is of `kind`.
    """

    kind: str
    event: EventLine | None
    day: str | None
    via: str | None
    words: tuple[Words, ...]
    dated: bool = True
    confidence: float = 1.0

    def as_dict(self) -> dict[str, object]:
        event = self.event.title if self.event else None
        told = {"kind": self.kind, "event": event, "date": self.day, "dated": self.dated, "via": self.via}
        return told | {"confidence": round(self.confidence, 3), "words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Detail:
    """Anything else that is known of a person: what (`kind`, `text`), since, until, at which event, in which words."""

    kind: str
    text: str
    event: EventLine | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None
    written: str | None = None
    words: tuple[Words, ...] = ()

    def as_dict(self) -> dict[str, object]:
        plain = {"kind": self.kind, "text": self.text, "event": self.event.title if self.event else None}
        more = {"role": self.role, "since": self.since, "until": self.until, "written": self.written}
        return plain | more | {"words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Story:
    """A person with all that is known, each list in the order in which it happened.

    `tie` is its state and strength, without what others add.
    """

    person: PersonLine
    names: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    jobs: tuple[Detail, ...]
    parts: tuple[Detail, ...]
    teams: tuple[Detail, ...]
    followings: tuple[Detail, ...]
    relations: tuple[Detail, ...]
    needs: tuple[Detail, ...]
    outcomes: tuple[Detail, ...]
    clips: tuple[Detail, ...]
    introduced: tuple[Detail, ...]
    mentioned: tuple[Words, ...]
    contradictions: tuple[Contradiction, ...] = ()
    talks: tuple[Talk, ...] = ()
    posts: tuple[Post, ...] = ()
    tie: tuple[State, float] | None = None

    @property
    def followed_before(self) -> Before | None:
        """How long I had followed them when we first met, where that is known."""
        return before(self.followings, self.first_met.day) if self.first_met else None

    @property
    def first_met(self) -> Meeting | None:
        """The earliest encounter; None for somebody whom I never met."""
        return self.meetings[0] if self.meetings else None

    def as_dict(self) -> dict[str, object]:
        lists = ("jobs", "parts", "teams", "followings", "relations", "needs", "outcomes", "clips", "introduced")
        return {
            **self.person.as_dict(),
            "names": list(self.names),
            "meetings": [m.as_dict() for m in self.meetings],
            **{name: [d.as_dict() for d in getattr(self, name)] for name in lists},
            "followed_before": told.as_dict() if (told := self.followed_before) else None,
            "posts": [p.as_dict() for p in self.posts],
            "mentioned": dicts(self.mentioned),
            "contradictions": [c.as_dict() for c in self.contradictions],
            "tie": {"state": self.tie[0].value, "own_strength": round(self.tie[1], 3)} if self.tie else None,
            "talks": [t.as_dict() for t in self.talks],
        }


def story(store: Store, person: int, without: int | None = None) -> Story:
    """The story of the person with this id, as if the source `without` had not been kept.

    Raises LookupError where there is nobody.
    """
    lines = people_by_id(store, [person])
    if not lines:
        raise LookupError(f"no person {person}")
    told = _Teller(store, person, stories.of_source(store, without) if without else set()).story(lines[0])
    return told if without else replace(told, contradictions=of_person(store, person), tie=own_tie(store, person))


def made_by(maker: str | None) -> str:
    """Who made a clip, in words."""
    return Phrase("by {maker}", maker=maker or Phrase("somebody"))


class _Teller:
    """Reads every table about one person once, and the words and events of all of them together."""

    def __init__(self, store: Store, person: int, without: set[int]) -> None:
        def told_by(rows: list[Row]) -> list[Row]:
            return [r for r in rows if r["fact_id"] not in without]

        self.met = told_by(stories.encounters(store, person))
        self.jobs = told_by(stories.affiliations(store, person))
        self.memberships = told_by(stories.memberships(store, person))
        tables = ("role", "following", "relation", "need", "outcome")
        self.about = {table: told_by(stories.about(store, table, person)) for table in tables}
        self.clips = told_by(stories.clips(store, person))
        self.introduced = told_by(stories.introduced(store, person))
        self.organized = told_by(stories.organized(store, person))
        self.called = told_by(stories.names(store, person))
        self.talks = talks_of(store, person, without)
        mentions = list(dict.fromkeys(r["fact_id"] for r in self.called))
        told = [self.met, self.jobs, self.memberships, self.clips, self.introduced, *self.about.values()]
        rows = [r for table in told for r in table]
        self.quotes = Quotes(store, [r["fact_id"] for r in rows] + mentions)
        at = [r["event_id"] for r in rows if "event_id" in r.keys()]  # noqa: SIM118
        self.events = events_by_id(store, at + [r["event_id"] for r in self.organized])
        self.posts = posts(store, person, without)
        said = (w for fact in mentions for w in self.quotes.of(fact))
        self.mentioned = tuple(dict.fromkeys(w for w in said if w.source != "correction"))

    def story(self, line: PersonLine) -> Story:
        about = self.about
        return Story(
            person=line,
            names=tuple(dict.fromkeys(r["text"] for r in self.called if r["text"] != line.name)),
            meetings=self._meetings(),
            jobs=tuple(self._detail("job", r["organization"], r) for r in self.jobs),
            parts=self._parts(),
            teams=tuple(self._detail(r["change"] or "member", r["team"], r) for r in self.memberships),
            followings=tuple(self._detail("following", r["words"], r) for r in about["following"]),
            relations=tuple(self._detail("relation", r["words"], r) for r in about["relation"]),
            needs=tuple(self._detail(r["kind"], r["words"], r) for r in about["need"]),
            outcomes=tuple(self._outcome(r) for r in about["outcome"]),
            clips=tuple(
                self._detail(r["kind"], r["said"] or (Phrase("made") if r["made"] else made_by(r["maker"])), r)
                for r in self.clips
            ),
            introduced=tuple(self._detail("introduced", r["name"], r) for r in self.introduced),
            mentioned=self.mentioned,
            talks=tuple(self.talks),
            posts=self.posts,
        )

    def _meetings(self) -> tuple[Meeting, ...]:
        """Encounters by day; at one event I meet somebody once, in the words of all texts and as the surest says."""
        found: dict[object, Meeting] = {}
        for r in self.met:
            key = ("event", r["event_id"]) if r["event_id"] else r["fact_id"]
            event = self.events.get(r["event_id"])
            old = found.get(key, Meeting(r["kind"], event, r["day"], None, (), bool(r["dated"]), 0.0))
            words = tuple(dict.fromkeys([*old.words, *self.quotes.of(r["fact_id"])]))
            kind, sure = max((old.kind, old.confidence), (r["kind"], r["confidence"]), key=lambda told: told[1])
            found[key] = replace(old, kind=kind, via=old.via or r["via"], words=words, confidence=sure)
        return tuple(sorted(found.values(), key=lambda m: (m.day is None, m.day or "")))

    def _parts(self) -> tuple[Detail, ...]:
        events = dict.fromkeys(r["event_id"] for r in self.organized)
        organized = [Detail("organizer", Phrase("organizer"), event=self.events[e]) for e in events]
        roles = [
            self._detail(r["status"] or "role", r["role"] or Phrase(r["status"] or ""), r) for r in self.about["role"]
        ]
        return (*organized, *(p for p in roles if (p.text, p.event) not in {(o.text, o.event) for o in organized}))

    def _outcome(self, row: Row) -> Detail:
        return self._detail(
            "outcome", row["words"] + (f" ({row['lag']})" if row["lag"] and row["lag"] not in row["words"] else ""), row
        )

    def _detail(self, kind: str, text: str, row: Row) -> Detail:
        has = set(row.keys())

        def value(column: str) -> str | None:
            return row[column] if column in has else None

        return Detail(
            kind,
            text,
            self.events.get(row["event_id"]) if "event_id" in has else None,
            value("role"),
            value("since"),
            value("until"),
            row["written"],
            self.quotes.of(row["fact_id"]),
        )
