"""Invented diaries in any number: thousands of people, some hundred events, and what one notes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from _vocabulary import CITIES, FIRST, LAST_A, LAST_B, OPENINGS, SERIES_A, SERIES_B, TALES, THINGS, TRADES, WANTS, WITH

from hallway.model import Connection, EncounterFact, EventFact, Fact, NeedFact, PersonFact, Reading, Source, Span, When

SENTENCES = 6
KINDS = (Connection.NEW, Connection.RENEWED, Connection.CEMENTED, Connection.FLEETING)


class Diaries:
    """Texts that hold `encounters` encounters together, the same ones for the same number; with `people` to choose from."""

    def __init__(self, encounters: int, people: int | None = None) -> None:
        self.encounters = encounters
        self._random = Random(7)
        self._people = names(people or max(200, min(8000, encounters // 20)), Random(3))
        self._events = events(400, Random(5))

    def batches(self, size: int) -> Iterator[list[Reading]]:
        """All diaries, some at a time."""
        made, written = self._all(), 0
        while written < self.encounters:
            batch = list(islice(made, size))
            written += sum(1 for reading in batch for _ in reading.all(EncounterFact))
            yield batch

    def notes(self, count: int, start: int) -> Iterator[Reading]:
        """One-line notes with one person each, numbered from `start`."""
        for number in range(start, start + count):
            name = self._random.choice(self._people)
            text = f"{name}, new, {self._random.choice(TRADES)}; {self._random.choice(WANTS)} ({number})"
            whole, who = Span(text, 0, len(text)), Span(name, 0, len(name))
            met = EncounterFact("p0", Connection.NEW, evidence=(whole,))
            day = When("2025-03-01")
            yield Reading(Source("note", text, "note", written=day), (PersonFact("p0", name, (who,), (whole,)), met))

    def _all(self) -> Iterator[Reading]:
        number = 0
        while True:
            number += 1
            yield self._diary(number)

    def _diary(self, number: int) -> Reading:
        series, year, city, day = self._random.choice(self._events)
        text, said = f"{series} {year}, {city}.", []
        for _ in range(SENTENCES):
            people = [self._somebody() for _ in range(self._random.choice((1, 2, 2, 3, 3, 4)))]
            sentence = self._sentence(list(dict.fromkeys(people)))
            said.append((len(text) + 1, sentence, list(dict.fromkeys(people))))
            text += f" {sentence}" if self._random.random() < 0.7 else f"\n{sentence}"
        source = Source(f"{day.isoformat()}-{number}.txt", text, written=When((day + timedelta(days=4)).isoformat()))
        head = Span(text[: said[0][0] - 1], 0, said[0][0] - 1)
        event = EventFact("e0", f"{series} {year}", series, str(year), city, When(day.isoformat()), evidence=(head,))
        return Reading(source, (event, *self._facts(said)))

    def _facts(self, said: list[tuple[int, str, list[str]]]) -> Iterator[Fact]:
        refs = {name: f"p{i}" for i, name in enumerate(dict.fromkeys(n for _, _, people in said for n in people))}
        spans = {name: [Span(t, s, s + len(t)) for s, t, people in said if name in people] for name in refs}
        for name, ref in refs.items():
            at = spans[name][0].start + spans[name][0].text.index(name)
            yield PersonFact(ref, name, (Span(name, at, at + len(name)),), tuple(spans[name]))
            for span in spans[name]:
                via = next((refs[p[0]] for s, t, p in said if s == span.start and "introduced me" in t), None)
                kind = self._random.choice(KINDS)
                yield EncounterFact(ref, kind, "e0", via if via != ref else None, evidence=(span,))
            if self._random.random() < 0.1:
                yield NeedFact(ref, "need", "wants help", (spans[name][0],))

    def _sentence(self, people: list[str]) -> str:
        r = self._random
        opening = r.choice(OPENINGS[min(len(people), len(OPENINGS)) - 1]).format(*people, city=r.choice(CITIES)[0])
        tale = r.choice(TALES).format(
            thing=r.choice(THINGS), other=r.choice(THINGS), trade=r.choice(TRADES), n=r.randint(2, 90)
        )
        return f"{opening}, {tale}{r.choice(WITH).format(thing=r.choice(THINGS), city=r.choice(CITIES)[0])}."

    def _somebody(self) -> str:
        return self._people[int(len(self._people) * self._random.random() ** 1.5)]


def names(count: int, random: Random) -> list[str]:
    """Different full names."""
    found: dict[str, None] = {}
    while len(found) < count:
        more = f"-{random.choice(LAST_A)}{random.choice(LAST_B)}" if len(found) > 5000 else ""
        found[f"{random.choice(FIRST)} {random.choice(LAST_A)}{random.choice(LAST_B)}{more}"] = None
    return list(found)


def events(count: int, random: Random) -> list[tuple[str, int, str, date]]:
    """Editions of invented series: series, year, city, first day."""
    series = [f"{a} {b}" for a in SERIES_A for b in SERIES_B]
    random.shuffle(series)
    return [
        (series[i % 40], 2012 + i // 40, random.choice(CITIES)[0],
         date(2012 + i // 40, random.randint(1, 12), random.randint(1, 28)))
        for i in range(count)
    ]  # fmt: skip


def questions(count: int) -> list[str]:
    """Needs and half-memories, with common words, rare ones, names, places, times and introductions."""
    r, people = Random(11), names(200, Random(3))
    places, shows = [c[0] for c in CITIES], events(400, Random(5))
    asked = []
    for i in range(count):
        thing, other, trade, who = r.choice(THINGS), r.choice(THINGS), r.choice(TRADES), r.choice(people)
        asked.append(
            (
                f"somebody who knows about {thing}",
                f"the {trade} from {r.choice(places)} who talked about {thing}",
                f"I need a {trade} for a project with {thing} and {other}",
                f"who was it that {who.split()[0]} introduced me to, something with {thing}",
                f"the person I met at {r.choice(shows)[0]} two years ago, {thing}",
                f"a good talk about work and people and time in {r.choice((2013, 2017, 2021))}",
                who if i % 2 else who.split()[1].lower(),
                f"we talked about {thing} over coffee in {r.choice(places)} and wanted to make a podcast",
            )[i % 8]
        )
    return asked
