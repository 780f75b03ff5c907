"""A team over the years: who was in it from when to when, who joined and left and why, in the words of the texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from hallway.model.folding import fold
from hallway.model.series import named, same_series
from hallway.model.when import bounds
from hallway.queries.words import Quotes, Words, dicts
from hallway.store import lists, teams
from hallway.store.store import Row, Store

_ORIGINAL = re.compile(
    r"\b(?:original|founding|first (?:team|crew|line-?up)|ursprünglich\w*|d['’]origine|original\w*)\b", re.I
)
_ASKED = re.compile(r"\b(?:the|team|crew|original|founding|current|today's|this year's|of|for)\b", re.I)


@dataclass(slots=True)
class Years:
    """One member (None: I): the years in which a text has them in the team, and when they joined and left.

    `since` and `until` are as the texts say (EDTF); `joined` and `left` the years of it, those of the text where it does not
    say. `came` and `went` have the words of it also where no year is known at all. `original`: in the team from its beginning. `absent`: the year of a later text that lists the team without
    them. `words`: all that the texts say of it; `came`, `went`: of their joining and leaving.
    """

    person: str | None
    there: set[int] = field(default_factory=set)
    joined: int | None = None
    left: int | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None
    original: bool = False
    absent: int | None = None
    words: tuple[Words, ...] = ()
    came: tuple[Words, ...] | None = None
    went: tuple[Words, ...] | None = None

    def span(self) -> tuple[int, int] | None:
        """First and last year, as far as anything says."""
        known = self.there | {y for y in (self.joined, self.left) if y}
        return (min(known), max(known)) if known else None

    def inside(self, at: tuple[date, date]) -> bool | None:
        """Whether they were in the team at the end of these days; None where the texts leave it open."""
        span, end = self.span(), at[1]
        if span is None:
            return None
        if self.since and end < bounds(self.since)[0]:
            return False
        if not self.since and end.year < min(self.there, default=self.joined or (span[0] if not self.original else 1)):
            return None if self.original else False
        if self.left and not any(self.left < year <= end.year for year in self.there):
            low, high = bounds(self.until or str(self.left))
            if end >= high:
                return False
            if end >= low:
                return None
        if self.absent and end.year > max(self.there):
            return False if end.year >= self.absent else None
        return None if self.since and end < bounds(self.since)[1] else True

    def as_dict(self) -> dict[str, object]:
        plain = {"person": self.person, "years": sorted(self.there), "joined": self.joined, "left": self.left}
        more: dict[str, object] = {
            "role": self.role,
            "since": self.since,
            "until": self.until,
            "original": self.original,
        }
        more["absent"] = self.absent
        return plain | more | {"words": dicts(self.words)}


@dataclass(frozen=True, slots=True)
class Team:
    """A team with its members in the order in which they came; `years` are those in which a text tells of it."""

    name: str
    series: str | None
    years: tuple[int, ...]
    members: tuple[Years, ...]

    def original(self) -> list[Years]:
        """Those with whom it began."""
        return [m for m in self.members if m.original]

    def at(self, edtf: str) -> tuple[list[Years], list[Years]]:
        """Who was in the team at the end of that year or day, and of whom it is not certain."""
        inside = [(m, m.inside(bounds(edtf))) for m in self.members]
        return [m for m, there in inside if there], [m for m, there in inside if there is None]

    def latest(self) -> tuple[list[Years], list[Years]]:
        """The team of the last year that is told of: "this year's team"."""
        return self.at(str(self.years[-1])) if self.years else ([m for m in self.members if m.went is None], [])

    def chosen(self, original: bool, at: str | None) -> dict[str, object]:
        """Plain data of the original team, or of the team on a day, where that was asked."""
        if original:
            return {"chosen": [m.person for m in self.original()], "perhaps": []}
        if at:
            chosen, perhaps = self.at(at)
            return {"chosen": [m.person for m in chosen], "perhaps": [m.person for m in perhaps]}
        return {}

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "series": self.series,
            "years": list(self.years),
            "members": [m.as_dict() for m in self.members],
            "original": [m.person for m in self.original()],
            "latest": [m.person for m in self.latest()[0]],
        }


def team_years(store: Store, series: str) -> list[Years]:
    """The members of a series' team, in the order in which they came."""
    return [m for team in teams_called(store, series) for m in team.members]


def teams_called(store: Store, words: str, events: Iterable[int] = ()) -> list[Team]:
    """The teams that words mean: by their series in any form of its name, by an event of theirs, or by their own name.

    `events`: those that `asked_for(words)` mean.
    """
    plain = asked_for(words)
    every = teams.teams(store)
    at = _series_of(store, events)
    found = [t for t in every if plain and t["series"] and same_series(plain, t["series"])]
    found = found or [t for t in every if t["series"] in at or t["event_id"] in set(events)]
    found = found or [t for t in every if fold(words) and f" {fold(plain or words)} " in f" {t['folded']} "]
    found = found or (every if not plain and _ASKED.search(words) else [])
    groups: dict[str, list[Row]] = defaultdict(list)
    for team in found:
        groups[team["series"] or f"#{team['id']}"].append(team)
    return [one for some in groups.values() if (one := _team(store, some)).members]


def asked_for(words: str) -> str:
    """What is left of "the original DNPR team" and "this year's DNPR team": DNPR."""
    return " ".join(_ASKED.sub(" ", words.replace("’", "'")).split())


def _series_of(store: Store, events: Iterable[int]) -> set[str]:
    """Every form of the series' names of these events under which a team may have been kept."""
    wanted = set(events)
    names = [n for r in lists.event_names(store) if r["event_id"] in wanted for n in (r["name"], r["series"]) if n]
    return {form for n in names for form in (fold(n), named(n).base)}


def _team(store: Store, some: Sequence[Row]) -> Team:
    rows = teams.memberships(store, [t["id"] for t in some])
    quotes = Quotes(store, (r["fact_id"] for r in rows))
    found: dict[int | None, Years] = defaultdict(lambda: Years(None))
    for row in rows:
        years = found[row["person_id"]]
        years.person = row["name"]
        _note(years, row, quotes.of(row["fact_id"]))
    for person in _originals(rows, quotes):
        found[person].original = True
    for number, listed in _listings(rows):
        for person, years in found.items():
            if person not in listed and years.there and max(years.there) < number and not years.left:
                years.absent = years.absent or number
    members = sorted(found.values(), key=lambda y: (y.span() or (9999, 9999), y.person or ""))
    told = tuple(sorted({year for r in rows if (year := _year(r["day"]))}))
    names = [t["name"] for t in some]
    return Team(max(names, key=names.count), some[0]["series"], told, tuple(members))


def _note(years: Years, row: Row, words: tuple[Words, ...]) -> None:
    said, since, until = _year(row["day"]), _year(row["since"]), _year(row["until"])
    years.role = years.role or row["role"]
    years.words = tuple(dict.fromkeys((*years.words, *words)))
    if row["change"] == "left":
        years.left, years.until, years.went = until or said, row["until"] or years.until, words
        return
    years.since = years.since or row["since"]
    if row["change"] == "joined":
        years.joined, years.came = since or said, words
    years.there.update(y for y in (since, said) if y)


def _originals(rows: Sequence[Row], quotes: Quotes) -> set[int | None]:
    """Whom a text calls the original team; else those of the first text. Who left since was in it, who joined was not."""
    named_so = [r for r in rows if any(_ORIGINAL.search(w.text) for w in quotes.of(r["fact_id"])) and not r["change"]]
    first = named_so or [r for r in rows if r["change"] != "joined"][:1]
    sources = {r["source_id"] for r in first}
    joined = {r["person_id"] for r in rows if r["change"] == "joined"}
    if named_so:
        begun = [*named_so, *(r for r in rows if r["source_id"] in sources and r["change"] == "left")]
    else:
        begun = [r for r in rows if r["source_id"] in sources]
    return {r["person_id"] for r in begun} - joined


def _listings(rows: Sequence[Row]) -> list[tuple[int, set[int | None]]]:
    """Texts that list a team, three members at least, with their year: whoever is not among them was in it no more."""
    listed: dict[tuple[int, int], set[int | None]] = defaultdict(set)
    for row in rows:
        year = _year(row["day"])
        if year and not row["change"]:
            listed[year, row["source_id"]].add(row["person_id"])
    return [(year, people) for (year, _), people in sorted(listed.items(), key=lambda x: x[0]) if len(people) > 2]


def _year(edtf: str | None) -> int | None:
    return next((int(p[:4]) for p in (edtf or "").split("/") if p[:4].isdigit()), None)
