"""A note with what was said beside it: the button that was pressed, and the event that one is at."""

from __future__ import annotations

from dataclasses import replace

from hallway.model import Connection, EncounterFact, EventFact, Fact, Reading, Source, Span

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
    text, facts = note.source.text, list(note.facts)
    if kind is not None and any(isinstance(f, EncounterFact) and not _says(f, kind) for f in facts):
        text = _with(text, _WORDS[kind])
        facts = [replace(f, kind=kind, confidence=1.0) if isinstance(f, EncounterFact) else f for f in facts]
    if event is not None and not any(isinstance(f, EventFact) for f in facts):
        at = f"at {event.name}"
        text = _with(text, at)
        facts = [replace(f, event=_HERE) if isinstance(f, EncounterFact) else f for f in facts]
        said = (Span(at, len(text) - len(at), len(text)),)
        facts.append(replace(event, ref=_HERE, organizers=(), within=None, my_role=None, mentions=said, evidence=said))
    if text == note.source.text:
        return note
    source = replace(note.source, text=text)
    return Reading(source, tuple(_in_whole(f, note.source, source) for f in facts))


def _says(met: EncounterFact, kind: Connection) -> bool:
    return met.kind is kind and met.confidence >= 1


def _with(text: str, words: str) -> str:
    return f"{text.rstrip()}, {words}"


def _in_whole(fact: Fact, old: Source, new: Source) -> Fact:
    """What rested on the whole line rests on the whole line as it is now; so does every encounter."""
    line, whole = old.text.strip(), new.span(0, len(new.text))
    if isinstance(fact, EncounterFact) or any(s.text.strip() == line for s in fact.evidence):
        return replace(fact, evidence=(whole,))
    return fact
