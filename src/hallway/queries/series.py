"""The story of a series: its editions, who organized them, who came back, whom I met there first, and what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from hallway.model.series import named
from hallway.queries.events import EventLine, events
from hallway.queries.grouping import called, series_of
from hallway.queries.outcomes import Came, outcomes
from hallway.queries.team import Team, teams_called
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import gatherings, lists, ties
from hallway.store.store import Row, Store


@dataclass(frozen=True, slots=True)
class Regular:
    """Somebody at more than one edition: where, and how I met them there (None: they had a part, we did not meet)."""

    name: str
    editions: tuple[tuple[EventLine, str | None], ...]

    def as_dict(self) -> dict[str, object]:
        return {"name": self.name, "editions": [{"event": e.title, "connection": kind} for e, kind in self.editions]}


@dataclass(frozen=True, slots=True)
class SeriesStory:
    """A series. `editions` are in their order, `parts` are events within them, `called` other forms of its name, without what tells editions apart.

    `organizers` come with the editions that they organized; `first_met` are those whom I met for the first time at all at
    an edition; `met` is how many I ever met there.
    """

    name: str
    called: tuple[str, ...]
    editions: tuple[EventLine, ...]
    parts: tuple[EventLine, ...]
    organizers: tuple[tuple[str, tuple[EventLine, ...]], ...]
    regulars: tuple[Regular, ...]
    first_met: tuple[tuple[EventLine, tuple[str, ...]], ...]
    met: int
    teams: tuple[Team, ...]
    came: tuple[Came, ...]
    words: tuple[Words, ...]

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "called": list(self.called),
            "editions": [e.as_dict() for e in self.editions],
            "parts": [p.as_dict() for p in self.parts],
            "organizers": [{"name": n, "editions": [e.title for e in some]} for n, some in self.organizers],
            "came_back": [r.as_dict() for r in self.regulars],
            "first_met": [{"event": e.title, "people": list(names)} for e, names in self.first_met],
            "people_met": self.met,
            "teams": [t.as_dict() for t in self.teams],
            "outcomes": [c.as_dict() for c in self.came],
            "words": dicts(self.words),
        }


def series_stories(store: Store, found: Iterable[EventLine]) -> list[SeriesStory]:
    """The stories of the series that these events are editions of, each once."""
    heads = series_of(store)
    wanted = list(dict.fromkeys(heads.get(e.id, e.id) for e in found))
    every = events(store)
    return [_story(store, [e for e in every if heads.get(e.id, e.id) == head], every) for head in wanted]


def editions_of(
    store: Store, found: Iterable[EventLine]
) -> tuple[str, tuple[EventLine, ...], tuple[EventLine, ...]] | None:
    """The first series that these events are editions of: its name, its editions in their order, and the events within them."""
    heads = series_of(store)
    head = next((heads.get(e.id, e.id) for e in found), None)
    if head is None:
        return None
    every = events(store)
    some = [e for e in every if heads.get(e.id, e.id) == head]
    editions, parts = _parted(some, every)
    return _name(_names(store, {e.id for e in some})), tuple(editions), tuple(parts)


def all_editions(store: Store) -> list[list[EventLine]]:
    """The editions of every series, each in their order."""
    heads = series_of(store)
    found: dict[int, list[EventLine]] = defaultdict(list)
    for event in events(store):
        found[heads.get(event.id, event.id)].append(event)
    return [in_order(some) for some in found.values()]


def in_order(editions: Iterable[EventLine]) -> list[EventLine]:
    """Editions by their year, those of one year by their day and number."""
    return sorted(editions, key=lambda e: (e.year or "9999", e.start or "", (e.edition or "").zfill(4), e.id))


def _story(store: Store, some: Sequence[EventLine], every: Sequence[EventLine]) -> SeriesStory:
    ids = {e.id for e in some}
    editions, parts = _parted(some, every)
    by_id = {e.id: e for e in editions}
    at = gatherings.people_at(store, sorted(ids | {p.id for p in parts}))
    within = {p.id: p.within for p in parts}
    there = [(by_id.get(within.get(r["event_id"]) or r["event_id"]), r) for r in at]
    rows = [(e, r) for e, r in there if e]
    names = _names(store, ids)
    name = _name(names)
    facts = [f for e in editions for f in gatherings.detail_facts(store, e.id)]
    quotes = Quotes(store, facts)
    others = sorted({named(n).series for n in names if named(n).base != named(name).base})
    return SeriesStory(
        name=name,
        called=tuple(others),
        editions=tuple(editions),
        parts=tuple(parts),
        organizers=_organizers(editions),
        regulars=_regulars(rows),
        first_met=_first_met(store, rows, editions),
        met=len({r["person_id"] for _, r in rows if r["kind"]}),
        teams=tuple(teams_called(store, name, ids)),
        came=outcomes(store, (), ids | set(within)).came,
        words=tuple(dict.fromkeys(w for f in facts for w in quotes.of(f))),
    )


def _parted(some: Sequence[EventLine], every: Iterable[EventLine]) -> tuple[list[EventLine], list[EventLine]]:
    """The editions among the events of a series, and all events within them."""
    ids = {e.id for e in some}
    whole = in_order(e for e in some if e.within not in ids) or in_order(some)
    return whole, in_order(e for e in every if e.within in ids)


def _names(store: Store, ids: Container[int]) -> list[str]:
    return [n for r in lists.event_names(store) if r["event_id"] in ids for n in called(r)]


def _name(names: Sequence[str]) -> str:
    """What a series is called: the longest of what is left of its names without edition, not in capitals, that most texts use."""
    bare = Counter(named(n).series for n in names)
    return max(bare, key=lambda n: (len(n), not n.isupper(), bare[n]), default="")


def _organizers(editions: Iterable[EventLine]) -> tuple[tuple[str, tuple[EventLine, ...]], ...]:
    found: dict[str, list[EventLine]] = defaultdict(list)
    for edition in editions:
        for name in edition.organizers:
            found[name].append(edition)
    return tuple((name, tuple(some)) for name, some in found.items())


def _regulars(rows: Iterable[tuple[EventLine, Row]]) -> tuple[Regular, ...]:
    """Who was at two editions or more, those at most editions first."""
    there: dict[int, dict[int, tuple[EventLine, str | None]]] = defaultdict(dict)
    names: dict[int, str] = {}
    for edition, row in rows:
        names[row["person_id"]] = row["name"]
        old = there[row["person_id"]].get(edition.id)
        if old is None or old[1] is None:
            there[row["person_id"]][edition.id] = (edition, row["kind"])
    often = [(p, some) for p, some in there.items() if len(some) > 1]
    often.sort(key=lambda x: (-len(x[1]), names[x[0]]))
    return tuple(
        Regular(names[p], tuple(some[e.id] for e in in_order(e for e, _ in some.values()))) for p, some in often
    )


def _first_met(
    store: Store, rows: Iterable[tuple[EventLine, Row]], editions: Iterable[EventLine]
) -> tuple[tuple[EventLine, tuple[str, ...]], ...]:
    """For each edition those whom I had met nowhere before, as far as the memory knows, nor as the words say."""
    first: dict[int, Row] = {}
    for met in sorted(ties.contacts(store), key=lambda r: (r["day"] is None, r["day"] or "", r["fact_id"])):
        first.setdefault(met["person_id"], met)
    facts = {m["fact_id"] for m in first.values() if m["kind"] in ("new", "fleeting")}
    found: dict[int, list[str]] = defaultdict(list)
    for edition, row in rows:
        if row["kind"] and row["fact_id"] in facts:
            found[edition.id].append(row["name"])
    return tuple((e, tuple(found[e.id])) for e in editions if e.id in found)
