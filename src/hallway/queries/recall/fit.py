"""How well people's encounters fit the cues of a question: when, where, at which event, through whom, how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hallway.queries.recall.candidates import Passage
from hallway.queries.recall.known import Days, Known, days
from hallway.queries.recall.understand import Understood
from hallway.store import recalling
from hallway.store.store import Row, Store

HERE = 0.12
SOMEWHERE = 0.08
AGAINST = 0.08
VIA = 0.25
NAMED = 0.10
ASIDE = 0.12
MANNER = 0.03
INTRODUCED = 0.25
MOST_EACH = 25
MOST_PEOPLE = 20


class Fit:
    """Cue scores for the passages and people of one recall."""

    def __init__(self, store: Store, known: Known, cues: Understood, passages: Sequence[Passage]) -> None:
        self._store, self._known, self._cues = store, known, cues
        self._happened: dict[int, list[Row]] = defaultdict(list)
        self._told: dict[int, tuple[set[int], Days | None]] = {}
        self._events = (cues.at & cues.on) or (cues.at | cues.on)
        self._asked = days(cues.when.edtf) if cues.when else None
        self._rooted = bool(self._events or cues.when)
        self._idle = not (self._rooted or cues.via or cues.kinds or cues.roles or cues.introducer)
        if passages and not self._idle:
            self._read(passages)

    def of_passage(self, passage: int, person: int) -> float:
        """What the passage's own encounters, or else its source, add for this person."""
        if self._idle:
            return 0.0
        rows = [r for r in self._happened[passage] if r["person_id"] == person]
        score = self._rooted * self._here(rows, self._told[passage])
        if self._cues.via and any(r["via_id"] in self._cues.via for r in rows):
            score += VIA
        if any(r["kind"] in self._cues.kinds for r in rows) or any(r["role"] in self._cues.roles for r in rows):
            score += MANNER
        if self._cues.introducer:
            introduced = any(r["via_id"] for r in rows)
            introduces = any(r["via_id"] == person for r in self._happened[passage])
            score += INTRODUCED * (introduces - introduced)
        return score

    def of_people(self, people: Iterable[int]) -> dict[int, float]:
        """What the encounters of each person anywhere add, or take where they fit nowhere."""
        some = list(people)
        scores = {p: NAMED * (p in self._cues.named) - ASIDE * (p in self._cues.aside) for p in some}
        if self._rooted:
            for person, rows in self._everything(some[:MOST_PEOPLE]).items():
                scores[person] += self._anywhere(rows)
        return scores

    def _here(self, rows: Sequence[Row], told: tuple[set[int], Days | None]) -> float:
        events = {int(r["event_id"]) for r in rows if r["event_id"]} or told[0]
        at = bool(self._events) and bool(events & self._events)
        return HERE * (at + self._in_time(events, [told[1], *(days(r["when"]) for r in rows)]))

    def _in_time(self, events: Iterable[int], told: Iterable[Days | None]) -> bool:
        if self._asked is None:
            return False
        first, last = self._asked
        known = [self._known.occasions[e].days for e in events if e in self._known.occasions]
        return any(d is not None and d[0] <= last and first <= d[1] for d in (known if any(known) else told))

    def _anywhere(self, rows: Sequence[Row]) -> float:
        events = {int(r["event_id"]) for r in rows if r["event_id"]}
        score = 0.0
        if self._events and events:
            score += SOMEWHERE if events & self._events else -AGAINST
        if self._cues.when and rows:
            score += SOMEWHERE / 2 if self._in_time(events, [days(r["when"]) for r in rows]) else -AGAINST / 2
        return score

    def _everything(self, people: Sequence[int]) -> dict[int, list[Row]]:
        met: dict[int, list[Row]] = defaultdict(list)
        for row in recalling.encounters_of(self._store, people, MOST_EACH):
            met[int(row["person_id"])].append(row)
        return met

    def _read(self, passages: Sequence[Passage]) -> None:
        for row in recalling.events_in(self._store, [int(p.row["id"]) for p in passages]):
            self._happened[int(row["passage_id"])].append(row)
        sources = sorted({int(p.row["source_id"]) for p in passages})
        written = {int(r["id"]): days(r["written"]) for r in recalling.sources(self._store, sources)}
        told: dict[int, set[int]] = defaultdict(set)
        for row in recalling.event_of_source(self._store, sources):
            told[int(row["source_id"])] = {int(row["event_id"])}
        for passage in passages:
            source = int(passage.row["source_id"])
            self._told[int(passage.row["id"])] = (told[source], written.get(source))
