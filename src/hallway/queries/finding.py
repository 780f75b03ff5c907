"""Whom or what a few words mean: people by any part of a name, events by anything they are known by."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from hallway.model.folding import fold
from hallway.model.series import named, same_series
from hallway.queries.events import EventLine
from hallway.queries.grouping import called, series_of
from hallway.store import lists, nouns
from hallway.store.store import Store

_IDLE = frozenset(
    {
        "the",
        "a",
        "an",
        "event",
        "conference",
        "conf",
        "in",
        "at",
        "of",
        "on",
        "by",
        "from",
        "for",
        "and",
        "with",
        "that",
        "this",
        "one",
        "my",
        "our",
        "der",
        "die",
        "das",
        "le",
        "la",
        "les",
        "auf",
    }
)


def find_people(store: Store, name: str) -> list[int]:
    """Ids of the people whom `name` can mean: called just so in full; else by whole words; else by their beginnings."""
    wanted = fold(name)
    if not wanted:
        return []
    in_full = nouns.people_fully_called(store, name)
    if in_full and " " in wanted:
        return in_full
    words = wanted.split()
    forms = [(r["person_id"], f" {r['folded']} ") for r in lists.names_with(store, words)]
    tests: tuple[Callable[[str], bool], ...] = (
        lambda spaced: all(f" {w} " in spaced for w in words),
        lambda spaced: all(f" {w}" in spaced for w in words),
        lambda spaced: wanted in spaced,
    )
    return next((found for test in tests if (found := _once(p for p, spaced in forms if test(spaced)))), [])


def similar_names(store: Store, name: str, most: int = 5) -> list[str]:
    """Names of people that look like `name`, nearest first."""
    from rapidfuzz import fuzz, process

    shown: dict[str, str] = {}
    for full in lists.person_names(store):
        folded = fold(full)
        for word in (folded, *folded.split()):
            shown.setdefault(word, full)
    near = process.extract(fold(name), list(shown), scorer=fuzz.ratio, limit=3 * most, score_cutoff=60)
    return list(dict.fromkeys(shown[word] for word, *_ in near))[:most]


def find_events(store: Store, words: str, among: Iterable[EventLine]) -> list[EventLine]:
    """The events that `words` fit best: by name, series, initials, organizer, place or year; all that fit equally well.

    Words that are the name of a series, in whatever form ("the 7th DNPR", "DNPR '07"), mean its edition, or all of them.
    """
    among = list(among)
    if editions := _editions(store, words, among):
        return editions
    wanted = [w for w in fold(words).split() if w not in _IDLE] or fold(words).split()
    lines = {e.id: e for e in among}
    known = _known_by(store, lines)
    scored = {i: score for i, texts in known.items() if (score := _fit(wanted, texts))}
    best = max(scored.values(), default=0)
    return [lines[i] for i in lines if scored.get(i) == best and best]


def _editions(store: Store, words: str, among: list[EventLine]) -> list[EventLine]:
    """The editions that `words` name, where they name a series by any of its names."""
    forms = {words, words.upper()} if " " not in named(words).base else {words}
    ids = {r["event_id"] for r in lists.event_names(store) for n in called(r) if any(same_series(f, n) for f in forms)}
    if not ids:
        return []
    groups, asked = series_of(store), named(words)
    heads = {groups[i] for i in ids}
    return [e for e in among if groups.get(e.id) in heads and asked.fits(e.edition, e.year)]


def similar_events(words: str, among: Iterable[EventLine], most: int = 5) -> list[str]:
    """Names of events that look like `words`, nearest first."""
    shown = {fold(e.name): e.name for e in among}
    near = difflib.get_close_matches(fold(words), shown, n=most, cutoff=0.4)
    return [shown[key] for key in near]


def _known_by(store: Store, lines: dict[int, EventLine]) -> dict[int, list[str]]:
    """What each event is known by, folded, the most telling first: names and series, then organizers, then place, year."""
    known: dict[int, list[str]] = defaultdict(lambda: ["", "", ""])
    for row in lists.event_names(store):
        names = [row["name"], row["series"] or "", _initials(row["name"]), _initials(row["series"] or "")]
        known[row["event_id"]][0] += f" {fold(' '.join(names))} "
        known[row["event_id"]][2] += f" {fold(row['place'] or '')} "
    for line in lines.values():
        known[line.id][1] += f" {fold(' '.join(line.organizers))} "
        known[line.id][2] += f" {line.year or ''} {line.edition or ''} {fold(line.place or '')} "
    return {i: known[i] for i in lines}


def _initials(name: str) -> str:
    initials = "".join(re.findall(r"\b[A-Z]", name))
    return initials if len(initials) > 1 else ""


def _fit(wanted: list[str], texts: list[str]) -> int:
    """0 when a word fits nothing; else higher for whole words and for more telling places."""
    total = 0
    for word in wanted:
        best = max(
            (
                10 - 2 * rank - (0 if f" {word} " in text else 1)
                for rank, text in enumerate(texts)
                if f" {word}" in text
            ),
            default=0,
        )
        if not best:
            return 0
        total += best
    return total


def _once(ids: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(ids))
