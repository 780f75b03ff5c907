"""Everything that is held on one person, for them to read: what, in which words, from where, and what was done with it.

Of others there is nothing but what the sentences about this person say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from hallway.formats.out.data import Quote
from hallway.formats.out.report import Entry, Report, Section, source_of, when
from hallway.model.dates import ENGLISH, Dates
from hallway.queries.leaving_people import quoted
from hallway.queries.story import Detail, Meeting, Story, story
from hallway.queries.words import Quotes, Words
from hallway.store import holding, verdicts
from hallway.store.store import Row, Store

_DATES = Dates(ENGLISH)
_HOW = {
    "new": "met for the first time",
    "renewed": "met again",
    "cemented": "a tie made closer",
    "fleeting": "met fleetingly",
}
_KINDS = {
    "diary": "a diary or report",
    "note": "a note",
    "mail": "a mail",
    "chat": "a chat",
    "card": "a card of an address book",
    "list": "a line of a list",
    "programme": "a programme",
    "calendar": "a calendar",
    "post": "something that they or others published",
    "correction": "a correction",
}
_FIELDS = {"name": "name", "met": "how we met", "organization": "organization", "words": "what was told"}


def held(store: Store, person: int, today: date | None = None) -> Report:
    """What is held on the person with this number. Raises LookupError where there is nobody."""
    person = verdicts.head(store, person)
    told = story(store, person)
    records = sorted(verdicts.shown_under(store, [person]))
    sections = [Section(id, title, tuple(entries)) for id, title, entries in _sections(store, person, records, told)]
    made = (today or date.today()).isoformat()
    intro = (
        f"This is everything that a private memory of encounters held on {told.person.name} on {when(made)}: what was noted,"
        " the sentences that it rests on, and where they come from. It lies in one file on its owner's machine. Below, “you” is"
        f" {told.person.name}, and “we” are you and the owner. You may ask for corrections, or to be forgotten."
    )
    return Report(told.person.name, made, intro, tuple(s for s in sections if s.entries))


def _sections(store: Store, person: int, records: list[int], told: Story) -> Iterator[tuple[str, str, Iterable[Entry]]]:
    keys, details = holding.keys(store, person), holding.details(store, person)
    quotes = Quotes(store, [r["fact_id"] for r in (*keys, *details)])
    yield "names", "Names", (Entry(name) for name in (told.person.name, *told.names))
    yield "addresses", "Addresses", _values(keys, quotes)
    yield "details", "Details", _values(details, quotes)
    yield "meetings", "Where and how we met", map(_meeting, told.meetings)
    yield "parts", "What you did there", (Entry(_part(d), _words(d.words)) for d in told.parts)
    yield "organizations", "Organizations", map(_detail, told.jobs)
    yield "teams", "Teams", (_detail(d, d.kind if d.kind != "member" else "") for d in told.teams)
    yield "relations", "What you are called", map(_detail, told.relations)
    yield "followings", "Whose writing is followed", map(_detail, told.followings)
    yield "needs", "Needs, offers, notes", (_detail(d, d.kind) for d in told.needs)
    yield "outcomes", "What came of it", map(_detail, told.outcomes)
    yield "introduced", "Whom you introduced", map(_detail, told.introduced)
    yield "talks", "Talks", (Entry(f"{t.title}, {t.event}") for t in told.talks)
    yield (
        "posts",
        "What you published",
        (Entry(f"{p.title}{_on(p.day)}{f', {p.url}' if p.url else ''}") for p in told.posts),
    )
    yield "clips", "Photos, videos, recordings", (_detail(d, d.kind) for d in told.clips)
    yield "mentioned", "Other sentences that name you", _mentioned(told)
    yield "corrected", "What was corrected", map(_correction, holding.corrections(store, records))
    yield (
        "decided",
        "Whether records are the same person",
        (_verdict(r, records) for r in holding.verdicts(store, records)),
    )
    yield "aside", "Set aside since, not shown any more", _aside(holding.aside(store, records), set(records))
    yield "sources", "Sources", map(_source, holding.sources(store, person))
    yield "actions", "What was done", map(_action, holding.actions(store, person, records))


def _values(rows: list[Row], quotes: Quotes) -> Iterator[Entry]:
    """Each value once, with where it comes from; what the source says is the value itself."""
    found: dict[str, dict[Quote, None]] = {}
    for row in rows:
        sources = (Quote(row["value"], w.source, w.date) for w in quotes.of(row["fact_id"]))
        found.setdefault(f"{row['kind']}: {row['value']}", {}).update(dict.fromkeys(sources))
    for text, some in found.items():
        origin = ", ".join(dict.fromkeys(f"{q.source}{_on(q.date)}" for q in some))
        yield Entry(f"{text} ({origin})" if origin else text)


def _meeting(met: Meeting) -> Entry:
    where = met.event.title if met.event else ""
    place = f"in {met.event.place}" if met.event and met.event.place else ""
    day = _DATES.held(met.event.start, met.event.end) if met.event and met.event.start else when(met.day)
    day = day if met.dated or not day else f"written {day}"
    via = f"through {met.via}" if met.via else ""
    return Entry(", ".join(p for p in (where, place, day, _HOW.get(met.kind, met.kind), via) if p), _words(met.words))


def _part(detail: Detail) -> str:
    status = detail.kind if detail.kind not in ("role", "organizer", detail.text) else ""
    return ", ".join(p for p in (detail.event.title if detail.event else "", detail.text, status) if p)


def _detail(detail: Detail, label: str = "") -> Entry:
    years = _DATES.period(detail.since, detail.until)
    parts = (
        f"{label}: {detail.text}" if label else detail.text,
        detail.role,
        years,
        detail.event.title if detail.event else "",
    )
    return _entry(", ".join(p for p in parts if p), _words(detail.words))


def _entry(text: str, quotes: tuple[Quote, ...]) -> Entry:
    """An entry; words that say no more than it does itself are not said twice."""
    same = [source_of(q) for q in quotes if q.text == text]
    return Entry(f"{text} ({'; '.join(same)})" if same else text, tuple(q for q in quotes if q.text != text))


def _mentioned(told: Story) -> Iterator[Entry]:
    """The sentences that name somebody and stand nowhere else in the report, under their sources."""
    lists = (
        told.parts,
        told.jobs,
        told.teams,
        told.relations,
        told.followings,
        told.needs,
        told.outcomes,
        told.introduced,
        told.clips,
    )
    shown = {w for details in (told.meetings, *lists) for d in details for w in d.words}
    found: dict[str, list[Quote]] = {}
    for quote in _words(w for w in told.mentioned if w not in shown):
        found.setdefault(source_of(quote), []).append(Quote(quote.text, "", None))
    return (Entry(source, tuple(quotes)) for source, quotes in found.items())


def _words(words: Iterable[Words]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(map(quoted, words)))


def _correction(row: Row) -> Entry:
    at = f" at {row['event']}" if row["event"] else ""
    old, new = f" “{row['old']}”" if row["old"] else "", f"“{row['new']}”" if row["new"] else "not so"
    return Entry(f"{_FIELDS[row['field']]}{at}{old}: {new} ({when(row['at'][:10])})")


def _verdict(row: Row, records: list[int]) -> Entry:
    """What was decided, without saying who the other one is, unless that is this person."""
    both = row["a"] in records and row["b"] in records
    other = "two of your records" if both else "you and somebody else who looked alike"
    what = {"same": "the same person", "different": "not the same person", "later": "to be decided later"}[
        row["verdict"]
    ]
    ended = ", taken back since" if row["ended_by"] else ""
    return Entry(f"{other}: {what} ({when(row['at'][:10])}{ended})")


def _aside(rows: list[Row], records: set[int]) -> Iterator[Entry]:
    """What later cards or corrections replaced: the words of each fact, and which fact."""
    for row in rows:
        parts = json.loads(row["rows"])
        told = [
            f"{table}: {value}"
            for table, some in parts.items()
            for line in some
            if line.get("record_id") in records
            for column, value in line.items()
            if column in ("text", "value", "words", "role", "title", "kind") and value
        ]
        source = [Quote(p["text"], "set aside", None) for p in parts.get("passage", ())]
        yield Entry(
            f"{', '.join(dict.fromkeys(told)) or 'a fact'} ({row['verb']}, {when(row['at'][:10])})", tuple(source)
        )


def _source(row: Row) -> Entry:
    place = f", {row['place']}" if row["place"] else ""
    kind = _KINDS.get(row["kind"], row["kind"])
    count = f"{row['facts']} fact{'s' if row['facts'] != 1 else ''}"
    return Entry(f"{row['name'] or 'without a name'}{place}: {kind}{_on(row['written'], ', written')}, {count}")


def _action(row: Row) -> Entry:
    """An action without its summary, which may name others."""
    undone = f", taken back {when(row['undone_at'][:10])}" if row["undone_at"] else ""
    return Entry(f"{when(row['at'][:10])}: {row['verb']} (number {row['id']} in the log{undone})")


def _on(day: str | None, word: str = ",") -> str:
    return f"{word} {when(day)}" if day else ""
