"""Before an event: whom to look for, whom I met at its earlier editions, and what is still open with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hallway.model.folding import fold
from hallway.model.phrase import Phrase
from hallway.queries.events import EventLine
from hallway.queries.outcomes import outcomes
from hallway.queries.series import editions_of
from hallway.queries.talks import Talk, talks_of
from hallway.store import briefing, gatherings
from hallway.store import talks as store_talks
from hallway.store.store import Row, Store

MOST_FITS = 5
"""How many of what people need and offer elsewhere are shown with who at the event may fit."""

_LONG_WORD = 5
_SAY_LITTLE = frozenset(
    "about after again anybody anyone around because before better build building conference could event everything good great"
    " group having help helping helps knows learn looking making meeting needs offer offers other people person project please"
    " really should somebody someone something speak speaker talks talking their there these thing think together using wants"
    " where which while willing works working would years young introduction introduce session open source software using".split()
)


@dataclass(frozen=True, slots=True)
class LookFor:
    """Somebody who has a part in an event: how often I met them elsewhere, where last, how I follow them, their talks there,
    what came of meeting them, and the earlier editions at which they had a part."""

    name: str
    times: int
    last_event: str | None
    following: str | None
    talks: tuple[Talk, ...]
    came: tuple[str, ...] = ()
    spoke: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        plain = {key: getattr(self, key) for key in ("name", "times", "last_event", "following")}
        more = {"came_of_it": list(self.came), "spoke_at": list(self.spoke)}
        return plain | {"talks": [t.as_dict() for t in self.talks]} | more


@dataclass(frozen=True, slots=True)
class Earlier:
    """Somebody whom I met at earlier editions of the series: at which, and how, the last first."""

    name: str
    editions: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, object]:
        return {"name": self.name, "editions": [{"event": e, "connection": kind} for e, kind in self.editions]}


@dataclass(frozen=True, slots=True)
class Open:
    """What somebody needs or offers, in the words of the day on which I was told. `because` says why it matters at this event:
    they will be there, or somebody will be who may fit."""

    name: str
    kind: str
    words: str
    day: str | None
    because: str

    def as_dict(self) -> dict[str, object]:
        return {key: getattr(self, key) for key in ("name", "kind", "words", "day", "because")}


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know before an event. `people` are on its programme, `earlier` were met at earlier editions and may come again,
    `back` is how many of its speakers had a part in one before, of how many."""

    event: EventLine
    people: tuple[LookFor, ...]
    earlier: tuple[Earlier, ...]
    open: tuple[Open, ...]
    back: tuple[int, int]

    def as_dict(self) -> dict[str, object]:
        """Plain data, as `--json` prints it."""
        return {
            "event": self.event.title,
            "people": [p.as_dict() for p in self.people],
            "met_at_earlier_editions": [e.as_dict() for e in self.earlier],
            "open": [o.as_dict() for o in self.open],
            "speakers": self.back[1],
            "speakers_back": self.back[0],
        }


def brief(store: Store, event: EventLine) -> Brief:
    """What to know before an event: whom to look for, most often met first, and why."""
    before = _editions_before(store, event)
    spoke: dict[int, list[str]] = defaultdict(list)
    for row in briefing.speakers_at(store, list(before)):
        spoke[row["person_id"]].append(before[row["event_id"]].title)
    there = {int(r["person_id"]): str(r["name"]) for r in briefing.speakers_at(store, [event.id])}
    expected = store_talks.expected(store, event.id)
    earlier = _earlier(store, before, there)
    known = {r["person_id"]: Phrase("is on the programme") for r in expected}
    known |= {p: Phrase("you met at {event}", event=e.editions[0][0]) for p, e in earlier.items() if p not in known}
    return Brief(
        event,
        tuple(_look_for(store, event, r, spoke.get(r["person_id"], ())) for r in expected),
        tuple(earlier.values()),
        (*_open(store, known), *_fits(store, event, known)),
        (len(there.keys() & spoke.keys()), len(there)),
    )


def _editions_before(store: Store, event: EventLine) -> dict[int, EventLine]:
    found = editions_of(store, [event])
    editions = [] if found is None else list(found[1])
    at = next((n for n, e in enumerate(editions) if e.id == event.id), 0)
    return {e.id: e for e in reversed(editions[:at])}


def _look_for(store: Store, event: EventLine, row: Row, spoke: Sequence[str]) -> LookFor:
    person = int(row["person_id"])
    return LookFor(
        row["name"],
        row["times"],
        row["last_event"],
        row["following"],
        tuple(t for t in talks_of(store, person) if t.event == event.title),
        tuple(c.what for c in outcomes(store, [person]).came) if row["times"] else (),
        tuple(spoke),
    )


def _earlier(store: Store, before: Mapping[int, EventLine], there: Mapping[int, str]) -> dict[int, Earlier]:
    """Whom I met at earlier editions and who is not on the programme, those met at most of them first."""
    met: dict[int, dict[int, str]] = defaultdict(dict)
    names: dict[int, str] = {}
    for row in gatherings.people_at(store, list(before)) if before else ():
        if row["kind"] and row["person_id"] not in there:
            names[row["person_id"]] = row["name"]
            met[row["person_id"]][row["event_id"]] = row["kind"]
    order = list(before)
    ranked = sorted(met, key=lambda p: (-len(met[p]), min(order.index(e) for e in met[p]), names[p]))
    return {p: Earlier(names[p], tuple((before[e].title, met[p][e]) for e in order if e in met[p])) for p in ranked}


def _open(store: Store, known: Mapping[int, str]) -> Iterator[Open]:
    """What those need and offer who will be there, or may be."""
    told = dict.fromkeys(
        Open(r["name"], r["kind"], r["words"], r["day"], known[r["person_id"]])
        for r in briefing.open_ends(store)
        if r["person_id"] in known
    )
    yield from told


def _fits(store: Store, event: EventLine, known: Mapping[int, str]) -> list[Open]:
    """What people elsewhere need or offer, where a word of it is in somebody's talk there, the rarest words first."""
    talks = briefing.titles_at(store, event.id)
    words = [(r, _telling(r["title"])) for r in talks]
    common = Counter(w for title in {r["title"] for r in talks} for w in _telling(title))
    found: list[tuple[int, Open]] = []
    for row in briefing.open_ends(store):
        mine = _telling(row["words"]) if row["person_id"] not in known else set()
        shared = [(min(common[w] for w in mine & told), w_row, mine & told) for w_row, told in words if mine & told]
        shared = [s for s in shared if fold(s[1]["name"]) != fold(row["name"])]
        if shared:
            count, talk, both = min(shared, key=lambda s: s[0])
            because = Phrase(
                "{name} speaks there of “{title}”",
                f" ({', '.join(sorted(both))})",
                name=talk["name"],
                title=talk["title"],
            )
            found.append((count, Open(row["name"], row["kind"], row["words"], row["day"], because)))
    return [o for count, o in sorted(found, key=lambda f: f[0]) if count <= max(3, len(talks) // 50)][:MOST_FITS]


def _telling(text: str) -> set[str]:
    """Words that say what something is about, without a plural's s."""
    words: Iterable[str] = fold(text).split()
    return {w.removesuffix("s") for w in words if len(w) >= _LONG_WORD and w not in _SAY_LITTLE and not w.isdigit()}
