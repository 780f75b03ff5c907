"""Readings from texts whose people are known: what a perfect reader would have found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hallway.model import (
    Connection,
    EncounterFact,
    EventFact,
    Fact,
    NeedFact,
    PersonFact,
    Reading,
    RoleFact,
    Source,
    Span,
    When,
)
from hallway.reading.sentences import Sentences

Spots = dict[str, list[tuple[int, int]]]


def corpus_readings(root: Path) -> Iterator[Reading]:
    """The annotated corpus; `training` must be importable."""
    import corpus

    for doc in corpus.load(root):
        yield _corpus_reading(doc)


def _corpus_reading(doc: Any) -> Reading:
    source = Source(f"{doc.hand}/{doc.path.name}", doc.text, written=_when(doc.head.get("written")))
    sentences = Sentences(doc.text)
    facts: list[Fact] = []
    for ref, e in doc.events.items():
        spans = _spans(source, sentences, [m for m in doc.marks if m.label == ref])
        start, end = _when(e.get("start")), _when(e.get("end"))
        facts.append(
            EventFact(ref, e["name"], e.get("series"), e.get("edition"), e.get("place"), start, end, evidence=spans)
        )
    for ref, p in doc.people.items():
        marks = [m for m in doc.marks if m.label == ref]
        facts.append(PersonFact(ref, p["name"], _mentions(source, marks), _spans(source, sentences, marks)))
        told = _spans(source, sentences, [m for m in marks if m.decisive])
        if p["connection"] != "none":
            facts.append(EncounterFact(ref, Connection(p["connection"]), p.get("event"), p.get("via"), evidence=told))
        if p.get("role") and p.get("event"):
            facts.append(RoleFact(ref, p["event"], p["role"], p.get("status"), evidence=told))
    facts += [f for row in doc.facts for f in _need(source, sentences, row)]
    return Reading(source, tuple(facts))


def _need(source: Source, sentences: Sentences, row: list[str]) -> Iterator[Fact]:
    if row[0] in ("need", "offer") and len(row) == 3 and row[2] in source.text:
        s = sentences.at(source.text.index(row[2]))
        yield NeedFact(row[1], row[0], row[2], (source.span(s.start, s.end),))


def example_readings(folder: Path, table: dict[str, Any]) -> Iterator[Reading]:
    """The diaries of examples/, with the people and events that needs.json lists."""
    for event in table["events"]:
        text = (folder / event["file"]).read_text("utf-8")
        yield _example_reading(Source(event["file"], text, written=_when(event["written"])), event, table)


def _example_reading(source: Source, event: dict[str, Any], table: dict[str, Any]) -> Reading:
    sentences = Sentences(source.text)
    facts: list[Fact] = []
    met = None
    if event["name"]:
        met, first = "e0", sentences.at(source.text.casefold().find(event["name"].casefold()))
        facts.append(
            EventFact("e0", event["name"], event["series"], event["edition"], event["place"], _when(event["start"]),
                      _when(event["end"]), evidence=(source.span(first.start, first.end),))
        )  # fmt: skip
    spots = {entry: found for entry in table["people"] if (found := _spots(source.text, entry, table["people"]))}
    refs = {entry.split("|")[0]: f"p{i}" for i, entry in enumerate(spots)}
    for entry, found in spots.items():
        name = entry.split("|")[0]
        spans = tuple(dict.fromkeys(source.span(s.start, s.end) for s in (sentences.at(a) for a, _ in found)))
        facts.append(PersonFact(refs[name], name, tuple(source.span(a, b) for a, b in found), spans))
        via = refs.get(table["via"].get(name, ""))
        facts.append(EncounterFact(refs[name], Connection.NEW, met, via, evidence=spans[:2]))
    return Reading(source, tuple(facts))


def _spots(text: str, entry: str, everybody: list[str]) -> list[tuple[int, int]]:
    """Full names and aliases; first names where the full name stands in the text and nobody else has the first name."""
    names = entry.split("|")
    first = names[0].split()[0]
    sharing = sum(other.split()[0] == first and other.split("|")[0] in text for other in everybody)
    flat = " ".join(text.split())
    if any(n in flat for n in names) and sharing < 2 and len(first) > 2:
        names = [*names, first]
    found: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in name.split())
        for m in re.finditer(rf"(?<!\w){words}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b in found):
                found.append(m.span())
    return sorted(found)


def _mentions(source: Source, marks: list[Any]) -> tuple[Span, ...]:
    return tuple(source.span(m.start, m.end) for m in marks)


def _spans(source: Source, sentences: Sentences, marks: list[Any]) -> tuple[Span, ...]:
    spots = dict.fromkeys((s.start, s.end) for s in (sentences.at(m.start) for m in marks))
    return tuple(source.span(a, b) for a, b in spots)


def _when(text: str | None) -> When | None:
    try:
        return When(text) if text and text != "-" else None
    except ValueError:
        return None
