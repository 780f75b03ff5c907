"""A note with what was said beside it: the button that was pressed, and the event that one is at."""

from __future__ import annotations

from dataclasses import replace

from hallway.model import Connection, EncounterFact, EventFact, Fact, Reading, Span

_WORDS = {
    Connection.NEW: "new",
    Connection.RENEWED: "met again",
    Connection.FLEETING: "in passing",
    Connection.CEMENTED: "time together",
}
_HERE = "here"


def captured(note: Reading, kind: Connection | None = None, event: EventFact | None = None) -> Reading:
    """The note with the kind and the event added, in words of its text, unless it names them itself.

    A button that was pressed outweighs what the words were taken to say. `event` is one that the memory knows.
    """
    text, facts = note.source.text.rstrip(), list(note.facts)
    said_kind = said_event = None
    if kind is not None and any(isinstance(f, EncounterFact) and not _says(f, kind) for f in facts):
        text, said_kind = _with(text, _WORDS[kind])
    if event is not None and not any(isinstance(f, EventFact) for f in facts):
        text, said_event = _with(text, f"at {event.name}")
    if said_event is not None and event is not None:
        facts = [_at_event(f) for f in facts] + [_here(event, said_event)]
    if kind is not None:
        facts = [_of_kind(f, kind, said_kind) for f in facts]
    return Reading(replace(note.source, text=text), tuple(facts)) if text != note.source.text else note


def _says(met: EncounterFact, kind: Connection) -> bool:
    return met.kind is kind and met.confidence >= 1


def _with(text: str, words: str) -> tuple[str, Span]:
    """The text with the words after a comma, and where they stand."""
    start = len(text) + 2
    return f"{text}, {words}", Span(words, start, start + len(words))


def _at_event(fact: Fact) -> Fact:
    if isinstance(fact, EncounterFact) and fact.event is None:
        return replace(fact, event=_HERE)
    return fact


def _of_kind(fact: Fact, kind: Connection, said: Span | None) -> Fact:
    if not isinstance(fact, EncounterFact) or said is None:
        return fact
    return replace(fact, kind=kind, confidence=1.0, evidence=(*fact.evidence, said))


def _here(event: EventFact, said: Span) -> EventFact:
    return replace(event, ref=_HERE, organizers=(), within=None, mentions=(said,), evidence=(said,), my_role=None)
