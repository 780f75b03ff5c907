"""Why someone came to mind: the sentences themselves, with their source, date and event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hallway.queries.recall.answer import Because
from hallway.queries.recall.candidates import Passage
from hallway.queries.recall.known import Known
from hallway.queries.recall.people import Candidate
from hallway.store import recalling
from hallway.store.store import Store

MOST = 3
NEARLY = 0.6


def reasons(store: Store, known: Known, ranked: Sequence[Candidate]) -> dict[int, list[Because]]:
    """One to three sentences a person, best first; further ones only where they say nearly as much."""
    chosen = {one.person: _best(one) for one in ranked}
    passages = [p for some in chosen.values() for p in some]
    if not passages:
        return {}
    numbers = sorted({int(p.row["id"]) for p in passages})
    events: dict[tuple[int, int], int] = {}
    for row in recalling.events_in(store, numbers):
        if row["event_id"]:
            events.setdefault((int(row["passage_id"]), int(row["person_id"])), int(row["event_id"]))
    sources = sorted({int(p.row["source_id"]) for p in passages})
    named = {int(r["id"]): r for r in recalling.sources(store, sources)}
    told: dict[int, int] = defaultdict(int)
    for row in recalling.event_of_source(store, sources):
        told[int(row["source_id"])] = int(row["event_id"])
    about = {int(r["passage_id"]): int(r["event_id"]) for r in recalling.events_told(store, numbers)}
    answer: dict[int, list[Because]] = {}
    for person, some in chosen.items():
        answer[person] = []
        for p in some:
            source = named[int(p.row["source_id"])]
            event = known.occasions.get(
                events.get((int(p.row["id"]), person)) or about.get(int(p.row["id"])) or told[int(source["id"])]
            )
            date = (event.date if event else None) or source["written"]
            row = p.row
            answer[person].append(
                Because(row["text"], source["name"], row["start"], row["end"], date, event.name if event else None)
            )
    return answer


def _best(one: Candidate) -> list[Passage]:
    first = one.passages[0][0]
    return [p for score, p in one.passages[:MOST] if score >= NEARLY * first]
