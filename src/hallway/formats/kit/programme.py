"""Programmes: what every format of them says, and the facts that it amounts to.

A programme tells who was there to be heard. It does not tell that I met anybody, so no encounter ever comes of it. Each talk is
a text of its own, so that a programme which changed adds only the talks that did.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from hallway.formats.kit import words
from hallway.formats.kit.series import Named, named
from hallway.model import (
    DetailFact,
    EventFact,
    Fact,
    KeyFact,
    OrganizationFact,
    PersonFact,
    Reading,
    RoleFact,
    Source,
    Span,
    TalkFact,
    When,
)
from hallway.model.folding import fold

KIND = "programme"
_LONGEST = 21
"""How many days lie between a conference's middle and its first and last talk, at most."""
_NO_SERIES = frozenset(
    "conference schedule programme program event events talks fahrplan agenda sessions timetable".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody on a programme. `id` is what the programme calls them, `host` who gives these ids where the programme says so
    (else it is the series); `links` are their own pages."""

    name: str
    id: str = ""
    host: str = ""
    links: tuple[str, ...] = ()
    about: str = ""
    role: str = "speaker"
    line: int = 1


@dataclass(frozen=True, slots=True)
class Talk:
    """A session. `start` is ISO 8601, `minutes` its length, `place` where in the file it stands, `original` its bytes there."""

    title: str
    speakers: tuple[Speaker, ...] = ()
    subtitle: str = ""
    start: str = ""
    minutes: int | None = None
    room: str = ""
    track: str = ""
    url: str = ""
    id: str = ""
    abstract: str = ""
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()
    place: str = ""
    original: bytes | None = None


@dataclass(frozen=True, slots=True)
class Conference:
    """The event itself. `start` and `end` are days; `people` are there beside those who hold its talks."""

    title: str
    acronym: str = ""
    start: date | None = None
    end: date | None = None
    where: str = ""
    url: str = ""
    subtitle: str = ""
    line: int = 1
    organizers: tuple[str, ...] = ()
    talks: list[Talk] = field(default_factory=list)
    people: tuple[Speaker, ...] = ()

    def with_days(self) -> Conference:
        """The days of the talks, where the head of the file gives none, or others: templates are often copied from year to
        year, talks are not. A talk far from all others has a slip in its date."""
        days = sorted(date.fromisoformat(t.start[:10]) for t in self.talks if t.start)
        held = [d for d in days if abs((d - days[len(days) // 2]).days) <= _LONGEST]
        if not held:
            return self
        given = self.start is not None and self.end is not None and self.start <= held[-1] and held[0] <= self.end
        return self if given else replace(self, start=held[0], end=held[-1])


def readings(told: Conference, file: str) -> Iterator[Reading]:
    """The event, then each talk, as readings that name the same event."""
    conference = told.with_days()
    what = named(conference.title, conference.start, conference.end)
    people = _People(conference, what)
    yield _head(conference, what, file)
    for speaker in conference.people:
        yield _present(speaker, conference, what, people, file)
    for talk in conference.talks:
        yield _talk(talk, conference, what, people, file)


def event_of(conference: Conference, what: Named) -> EventFact:
    """The event as each text of the programme names it."""
    start = When(conference.start.isoformat()) if conference.start else None
    end = When(conference.end.isoformat()) if conference.end and conference.end != conference.start else None
    year = f":{conference.start.year}" if conference.start else ""
    key = f"{conference.acronym.casefold()}{year}" if conference.acronym else None
    return EventFact("e0", what.name, what.series, what.edition, start=start, end=end, key=key)


def _head(conference: Conference, what: Named, file: str) -> Reading:
    days = " – ".join(d.isoformat() for d in dict.fromkeys((conference.start, conference.end)) if d)
    lines = [what.name, conference.subtitle, conference.where, days, conference.url, *conference.organizers]
    text = "\n".join(line for line in map(words.line, lines) if line)
    source = Source(
        file, text, KIND, None, _written(conference), None, f"line {conference.line}", f"event:{fold(what.name)}"
    )
    whole = (source.span(0, len(text)),)
    facts: list[Fact] = []
    makers = [words.line(o) for o in conference.organizers if words.line(o)]
    facts += [OrganizationFact(f"o{i}", maker, whole) for i, maker in enumerate(makers)]
    event = replace(
        event_of(conference, what),
        place=words.line(conference.where) or None,
        url=conference.url or None,
        organizers=tuple(f"o{i}" for i in range(len(makers))),
        evidence=whole,
    )
    return Reading(source, (*facts, event))


def _written(conference: Conference) -> When | None:
    return When(conference.start.isoformat()) if conference.start else None


class _People:
    """Whose id is whose. An id that stands beside names of several people in one programme is that of whoever handed their
    talks in, so it is nobody's key."""

    def __init__(self, conference: Conference, what: Named) -> None:
        self._namespace = _namespace(conference, what)
        names: dict[tuple[str, str], set[str]] = defaultdict(set)
        everybody = [s for talk in conference.talks for s in talk.speakers]
        for speaker in (*everybody, *conference.people):
            if speaker.id:
                names[speaker.host, speaker.id].add(fold(speaker.name))
        self._shared = {number for number, called in names.items() if not _one_person(called)}

    def key(self, speaker: Speaker) -> str:
        """The id with whoever gave it, or nothing."""
        if not speaker.id or (speaker.host, speaker.id) in self._shared:
            return ""
        return f"{speaker.host or self._namespace}:{speaker.id}"


def _one_person(names: set[str]) -> bool:
    """Whether names can be forms of one: the words of each are among those of the longest, or they share a word."""
    longest = set(max(names, key=len).split())
    return all(set(n.split()) & longest for n in names)


def _namespace(conference: Conference, what: Named) -> str:
    """Who gives the ids: the series, which stays over the years; for a programme without a name, this programme alone."""
    series = fold(what.series or "").replace(" ", "-")
    if series and not set(series.split("-")) <= _NO_SERIES:
        return series
    told = "\n".join(f"{t.title} {t.start}" for t in conference.talks)
    return f"programme-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _talk(talk: Talk, conference: Conference, what: Named, people: _People, file: str) -> Reading:
    speakers = [s for s in talk.speakers if s.name]
    page = _Page()
    page.line(talk.title)
    page.line(talk.subtitle)
    mentions = page.names([s.name for s in speakers])
    head = page.end
    length = f"{talk.minutes} min" if talk.minutes else ""
    page.line(" · ".join(p for p in (what.name, talk.room, talk.track, talk.start, length) if p))
    page.line(f"{talk.id} {talk.url}".strip())
    told = [
        page.paragraph(talk.abstract),
        page.paragraph("" if talk.description == talk.abstract else talk.description),
    ]
    about = [page.paragraph(s.about) for s in speakers]
    for title, url in talk.links:
        page.line(f"{title}: {url}" if title else url)
    record = f"talk:{fold(what.name)}:{talk.id}" if talk.id else None
    place = talk.place or "line 1"
    source = Source(file, page.text, KIND, None, _written(conference), talk.original, place, record)
    titled = (source.span(0, head),)
    said = [source.span(*c) for part in told for c in words.chunks(page.text, *part, most=5, size=600)]
    facts: list[Fact] = [replace(event_of(conference, what), evidence=titled)]
    for i, speaker in enumerate(speakers):
        facts.append(PersonFact(f"p{i}", speaker.name, (source.span(*mentions[i]),), titled))
        facts += _speaker(f"p{i}", speaker, people, titled, about[i], source)
    facts.append(_as_talk(talk, what, len(speakers), (*titled, *said)))
    return Reading(source, tuple(facts))


def _speaker(
    ref: str, speaker: Speaker, people: _People, titled: tuple[Span, ...], about: tuple[int, int], source: Source
) -> Iterator[Fact]:
    """What a programme tells of somebody, beside their name; what they say of themselves stands at `about`."""
    yield RoleFact(ref, "e0", speaker.role, None, titled)
    if key := people.key(speaker):
        yield KeyFact(ref, "id", key, titled)
    for url in dict.fromkeys(speaker.links):
        yield KeyFact(ref, "url", url, titled)
    if about != (0, 0):
        spans = tuple(source.span(*c) for c in words.chunks(source.text, *about, most=4))
        yield DetailFact(ref, "biography", source.text[slice(*about)], None, spans)


def _present(speaker: Speaker, conference: Conference, what: Named, people: _People, file: str) -> Reading:
    """Somebody who is on the programme without a talk of their own."""
    page = _Page()
    [mention] = page.names([speaker.name])
    head = page.end
    page.line(what.name)
    about = page.paragraph(speaker.about)
    record = f"speaker:{fold(what.name)}:{speaker.id or fold(speaker.name)}"
    source = Source(file, page.text, KIND, None, _written(conference), None, f"line {speaker.line}", record)
    titled = (source.span(0, head),)
    event = replace(event_of(conference, what), evidence=titled)
    name = PersonFact("p0", speaker.name, (source.span(*mention),), titled)
    return Reading(source, (event, name, *_speaker("p0", speaker, people, titled, about, source)))


def _as_talk(talk: Talk, what: Named, speakers: int, evidence: tuple[Span, ...]) -> TalkFact:
    return TalkFact(
        "e0",
        talk.title,
        tuple(f"p{i}" for i in range(speakers)),
        talk.start or None,
        talk.minutes,
        talk.room or None,
        talk.track or None,
        talk.url or None,
        f"{fold(what.name)}:{talk.id}" if talk.id else None,
        evidence,
    )


class _Page:
    """A talk's text as it grows."""

    def __init__(self) -> None:
        self.text = ""

    @property
    def end(self) -> int:
        return len(self.text.rstrip())

    def line(self, text: str) -> None:
        if text:
            self.text += f"{words.line(text)}\n"

    def names(self, names: list[str]) -> list[tuple[int, int]]:
        """One line with all names; where each stands."""
        spots: list[tuple[int, int]] = []
        for i, name in enumerate(names):
            self.text += ", " if i else ""
            spots.append((len(self.text), len(self.text) + len(name)))
            self.text += name
        self.text += "\n" if names else ""
        return spots

    def paragraph(self, text: str) -> tuple[int, int]:
        """A paragraph in plain words; where it stands, (0, 0) for none."""
        said = words.plain(text)
        if not said:
            return 0, 0
        self.text += "\n"
        spot = (len(self.text), len(self.text) + len(said))
        self.text += f"{said}\n"
        return spot


def distinct(speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Speakers without those who stand there twice, or without a name."""
    found = {(s.id or fold(s.name), fold(s.name)): s for s in reversed(list(speakers)) if s.name}
    return tuple(reversed(found.values()))
