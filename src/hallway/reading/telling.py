"""Whether a message tells of meeting somebody, and what it says to the one to whom it was written.

"It was great to meet you at Lantern Days" tells of an encounter with whoever it was sent to; "hope to meet you there" of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hallway.model import Connection, EncounterFact, EventFact, PersonFact, Reading, Ref, When
from hallway.model.folding import fold

_TELLS = re.compile(
    r"\b(?:met|ran into|bumped into|caught up with|catching up|re-?connect\w*|was introduced|introduced me|talked (?:to|with)|"
    r"spoke (?:to|with)|chatted with|got to know|hung out|had (?:lunch|dinner|coffee|breakfast|a (?:beer|drink|chat)) with|"
    r"(?:meeting|seeing) [A-ZÀ-Þ]\w+|"
    r"getroffen|kennengelernt|wiedergesehen|rencontr\w+|crois[ée]\w*|fait la connaissance|conoc[ií]\w*|encontr[éeoa]\w*)\b"
)
_YOU = re.compile(
    r"\b(?:great|good|nice|lovely|wonderful|fantastic|terrific|a pleasure|pleasure|glad|happy|fun|enjoyed|loved|thanks for|brilliant)"
    r"\b[^.!?\n]{0,40}?\b(?P<verb>to (?:finally |have )?(?:meet|met|see|seen)|(?:finally )?meeting|seeing|catching up with|"
    r"to catch up with|talking (?:to|with)|chatting with|to talk (?:to|with))"
    r" (?:with )?you\b(?P<more>[^.!?\n]{0,120})",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:hope|hoping|looking forward|look forward|would|could|can't wait|cannot wait|next (?:week|month|year|time)|tomorrow|"
    r"will|'ll|if|until|soon|let's|maybe|perhaps|shall)\b|\?",
    re.I,
)
_AGAIN = re.compile(r"\bagain\b|\bsee(?:n|ing)?\b|\bcatch", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def tells(text: str) -> bool:
    """Whether a message looks like one that tells of an encounter; quick, so that years of messages can be looked through."""
    return _TELLS.search(text) is not None or next(_said_to_you(text), None) is not None


def addressee_in(reading: Reading, name: str) -> Ref | None:
    """Whom of a message's people the one is to whom it was written: "Dear Ida" to Ida Holm; None where they are not named."""
    forms = {fold(name), *fold(name).split()[:1]}
    return next((p.ref for p in reading.all(PersonFact) if fold(p.name) in forms), None)


def with_addressee(reading: Reading, name: str, ref: Ref, day: When | None) -> Reading:
    """The reading, with an encounter with the one to whom it was written (`name`, as `ref`) where the words say one.

    The event is the one that the same sentence names, else none; without one, `day` is when, at most.
    """
    said = next(_said_to_you(reading.source.text), None)
    if said is None or next(reading.of(EncounterFact, ref), None):
        return reading
    start, end, verb = said
    span = reading.source.span(start, end)
    event = next((e.ref for e in reading.all(EventFact) if any(start <= m.start < end for m in e.mentions)), None)
    kind = Connection.RENEWED if _AGAIN.search(verb) else Connection.NEW
    person = () if ref in reading.names() else (PersonFact(ref, name, (), (span,)),)
    met = EncounterFact(ref, kind, event, None, None if event else day, (span,), 0.8)
    return Reading(reading.source, (*reading.facts, *person, met), tuple(g for g in reading.guesses if g.person != ref))


def _said_to_you(text: str) -> Iterator[tuple[int, int, str]]:
    """Sentences that tell "you" of a meeting that was: where they stand, and how they say it."""
    for sentence in _SENTENCE.finditer(text):
        found = _YOU.search(sentence[0])
        if found and not _NOT_YET.search(sentence[0]):
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            yield start, sentence.end(), f"{found['verb']} {found['more'][:20]}"
