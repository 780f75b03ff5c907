"""A Markdown vault as Obsidian, Logseq and any editor open it: a note for each person, event and series, linked to each other.

`formats/vault.py` reads the notes about people again.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from hallway.formats.out.data import Encounter, Occasion, Outgoing, Person, Quote
from hallway.formats.out.page import HOW, TOLD
from hallway.formats.out.protocol import OutFormat
from hallway.formats.out.sound import file_names, sound
from hallway.model.dates import ENGLISH, Dates

_DATES = Dates(ENGLISH)
_TIME = (1980, 1, 1, 0, 0, 0)
_MARKUP = re.compile(r"([\\`*_\[\]<>#|$]|~(?=~)|=(?==)|%(?=%))")
_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def _files(outgoing: Outgoing) -> Iterator[tuple[str, bytes]]:
    yield from _Vault(outgoing).files()


def _write(outgoing: Outgoing, file: IO[bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(outgoing):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, data)


class _Vault:
    """Knows under which name each note is, so that notes can link to each other."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._out = outgoing
        self._series = outgoing.series()
        people, events = outgoing.people, outgoing.occasions
        self._notes = dict(
            zip((p.uid for p in people), (f"People/{n}" for n in file_names(p.name for p in people)), strict=True)
        )
        self._notes |= dict(
            zip((e.uid for e in events), (f"Events/{n}" for n in file_names(e.title for e in events)), strict=True)
        )
        self._of_series = dict(zip(self._series, (f"Series/{n}" for n in file_names(self._series)), strict=True))

    def files(self) -> Iterator[tuple[str, bytes]]:
        yield "Hallway.md", _note({"type": "index"}, self._index())
        for person in self._out.people:
            yield f"{self._notes[person.uid]}.md", _note(_person_front(person), self._person(person))
        for event in self._out.occasions:
            front = {"hallway": f"urn:uuid:{event.uid}", "type": "event", "series": event.series, "place": event.place}
            front |= {"start": event.start, "end": event.end, "my role": event.my_role, "url": event.url}
            yield f"{self._notes[event.uid]}.md", _note(front, self._event(event))
        for name, editions in self._series.items():
            yield f"{self._of_series[name]}.md", _note({"type": "series"}, self._editions(name, editions))

    def _link(self, uid: str | None, called: str) -> str:
        note = self._notes.get(uid or "")
        return f"[[{note}|{_label(called)}]]" if note else plain(called)

    def _index(self) -> Iterator[str]:
        yield f"# {plain(self._out.title)}"
        yield f"{len(self._out.people)} people and {len(self._out.occasions)} events, as Hallway had them on {self._out.made:%Y-%m-%d}."
        yield (
            "## Series\n" + _bullets(f"[[{self._of_series[n]}|{_label(n)}]]" for n in self._series)
            if self._series
            else ""
        )
        yield (
            "## Events\n" + _bullets(self._link(e.uid, e.title) for e in self._out.occasions)
            if self._out.occasions
            else ""
        )
        people = sorted(self._out.people, key=lambda p: (p.name.casefold(), p.uid))
        yield "## People\n" + _bullets(self._link(p.uid, p.name) for p in people)

    def _person(self, person: Person) -> Iterator[str]:
        yield f"# {plain(person.name)}"
        yield "\n".join(f"{plain(r)}, {plain(o)}" if r else plain(o) for o, r in person.contact.jobs)
        if person.met:
            yield "## Met\n" + "\n".join(self._encounter(m) for m in person.met)
        parts = [f"{self._link(p.event, p.title)}: {plain(p.status or p.role or '')}" for p in person.parts]
        yield "## Part in\n" + _bullets(parts) if parts else ""
        teams = [" ".join(w for w in (plain(t.team), plain(t.role or ""), t.change or "", _DATES.period(t.since, t.until)) if w) for t in person.teams]  # fmt: skip
        yield "## Teams\n" + _bullets(teams) if teams else ""
        talks = [f"{plain(t.title)} ({plain(t.event)})" for t in person.talks]
        yield "## Talks\n" + _bullets(talks) if talks else ""
        for kind, title in TOLD.items():
            told = [plain(t.text) + _day(t.date) + _quotes(t.quotes, t.text) for t in person.of(kind)]
            yield f"## {title}\n" + _bullets(told) if told else ""

    def _encounter(self, met: Encounter) -> str:
        where = self._link(met.event, met.met.event) if met.met.event else ""
        day = _day(met.met.when, met.dated)
        via = f", through {self._link(*met.via)}" if met.via else ""
        how = HOW.get(met.met.kind, met.met.kind)
        return f"- {where or how}{day}{f': {how}' if where else ''}{via}{_quotes(met.quotes)}"

    def _event(self, event: Occasion) -> Iterator[str]:
        yield f"# {plain(event.title)}"
        days = _DATES.held(event.start, event.end)
        where = ", ".join(p for p in (plain(event.place or ""), days) if p)
        yield where
        yield f"Edition of [[{self._of_series[event.series]}|{_label(event.series)}]]." if event.series else ""
        yield f"Organized by {', '.join(map(plain, event.organizers))}." if event.organizers else ""
        met = [f"{self._link(p.uid, p.name)}: {HOW.get(p.kind, p.kind)}{f', {plain(p.role)}' if p.role else ''}" for p in event.people if p.kind]  # fmt: skip
        yield "## Met\n" + _bullets(met) if met else ""
        others = [
            f"{self._link(p.uid, p.name)}{f': {plain(p.role)}' if p.role else ''}" for p in event.people if not p.kind
        ]
        yield "## Also there\n" + _bullets(others) if others else ""
        yield "## In your words\n" + "\n".join(_quotes([q]).strip("\n") for q in event.quotes) if event.quotes else ""

    def _editions(self, name: str, editions: Iterable[Occasion]) -> Iterator[str]:
        yield f"# {plain(name)}"
        yield _bullets(
            self._link(e.uid, e.title) + (f", {plain(e.place)}" if e.place else "") + _day(e.start) for e in editions
        )


def _person_front(person: Person) -> Mapping[str, object]:
    contact = person.contact
    first = contact.jobs[0] if contact.jobs else ("", None)
    details = [f"{k}: {v}" for k, v in contact.details if k not in ("birthday", "tag")]
    return {
        "hallway": person.urn,
        "type": "person",
        "name": contact.name,
        "aliases": contact.names,
        "organization": first[0],
        "title": first[1],
        "more jobs": [f"{o} | {r}" if r else o for o, r in contact.jobs[1:]],
        **{kind: person.keys(kind) for kind in ("email", "phone", "url", "feed", "handle", "id")},
        "birthday": next((v for k, v in contact.details if k == "birthday"), None),
        "labels": [v for k, v in contact.details if k == "tag"],
        "details": details,
        "first met": person.met[0].met.when if person.met else None,
        "last met": person.met[-1].met.when if person.met else None,
        "times met": len(person.met),
    }


def _note(front: Mapping[str, object], parts: Iterable[str]) -> bytes:
    lines = [f"{key}: {_yaml(value)}" for key, value in front.items() if value or value == 0]
    body = "\n\n".join(p for p in parts if p)
    return sound("\n".join(["---", *lines, "---", "", body, ""])).encode()


def _yaml(value: object) -> str:
    """JSON is YAML (YAML 1.2, section 1.3), once what YAML takes for line ends is escaped."""
    return _YAML.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def plain(text: str) -> str:
    """Words in one line in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("\\<", "&lt;")


def _label(text: str) -> str:
    """What a link is called: without what would end it."""
    return re.sub(r"[\[\]|]+", " ", " ".join(text.split())).strip() or "…"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _quotes(quotes: Iterable[Quote], but: str | None = None) -> str:
    """Words as quotations under a line, unless they are what the line says."""
    told = ((q, _day(q.date)) for q in quotes if q.text != but)
    return "".join(f"\n  > “{plain(q.text)}” ({plain(q.source)}{day})" for q, day in told)


def _day(when: str | None, dated: bool = True) -> str:
    return "" if not when else f", {_DATES.held(when)}" if dated else f", written {_DATES.held(when)}"


OUT = (
    OutFormat(
        "markdown",
        "Markdown vault",
        (".md.zip",),
        _write,
        "a folder (or a zip archive) with a note for each person, event and series, front matter and [[links]]; open it in"
        " Obsidian or any editor",
        _files,
    ),
)
