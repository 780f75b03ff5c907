"""What a question says besides its subject: when, where, at which event, through whom, and how we met."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from hallway.model import Connection, When
from hallway.queries.recall.answer import Cue
from hallway.queries.recall.known import Known
from hallway.queries.recall.phrases import Phrase, named, occasions, phrases
from hallway.queries.recall.times import times

_CONNECTIONS = {
    Connection.NEW: r"(?:for )?the first time|first met|newly met|brand new|zum ersten mal",
    Connection.RENEWED: r"\bmet again|again\b|old friend|caught up|catch up|ran into|bumped into|wieder",
    Connection.FLEETING: r"briefly|in passing|quick hello|(?:two|a couple of) minutes|glimpsed|barely (?:met|spoke)|kurz",
    Connection.CEMENTED: r"close friend|room-?mate|co-?host|partner in|our team\b",
}
_ROLES = {
    "speaker": r"\bspeakers?\b|\bspoke\b|\bkeynotes?\b|gave (?:a|the) (?:talk|lecture)|(?:talk|lecture) by|lectured",
    "organizer": r"\borgani[sz](?:ers?|ed)\b|\bhosts?\b|\bhosted\b|put (?:it|the conference) on",
}
_INTRODUCER = re.compile(
    r"\b(?:who|whom|the (?:one|person) (?:who|that))\b.{0,20}\b(?:introduced|put) me\b|\bwer\b.*vorgestellt", re.I
)
_VIA_BEFORE = re.compile(
    r"\b(?:via|through|thanks to|introduced by|friends? of|durch|über|(?:through|via) one of the)(?: the| my)?\s*$",
    re.I,
)
_VIA_AFTER = re.compile(r"^\s*(?:had )?(?:introduced|pointed|pushed|put|sent|recommended|told)\b(?! you\b)", re.I)
_NAMELY = re.compile(
    r"(?:^|\b(?:called|named|that|this|which|is|was|about|call|find|show|know|namens|hieß))\s*(?:the |that |die |der |one )?$",
    re.I,
)
_NOWHERE = re.compile(r"\b(?:in|at|from|near|via|through|called|named)\s+$")
_ONLY_NAME = re.compile(r"^\s*(?:who (?:is|was)|wer (?:ist|war)|find|show|tell me about)?\s*(.+?)[?.!\s]*$", re.I)


@dataclass(slots=True)
class Understood:
    """The cues of one question, and what they stand for in this memory.

    `named` are people who may be the answer, `aside` people who are mentioned on the way to it. `at` and `on` are alternatives of event ids for a place and for an event; `only` are people when the question is
    nothing but their name.
    """

    cues: list[Cue] = field(default_factory=list)
    when: When | None = None
    at: set[int] = field(default_factory=set)
    on: set[int] = field(default_factory=set)
    via: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)
    only: set[int] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    introducer: bool = False
    strange: list[str] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)


def understand(query: str, known: Known, today: date) -> Understood:
    """Find the cues of a question; what is relative in it ("last spring") counts from `today`."""
    found = Understood()
    for cue, when, spot in times(query, today):
        found.cues.append(cue)
        found.when = found.when or when
        found.taken.append(spot)
    words = [p for p in phrases(query) if not any(a < p.end and p.start < b for a, b in found.taken)]
    _events(found, words, known)
    _people(found, query, words, known)
    _patterns(found, query)
    found.strange = [
        w.text.lower() for w in words if w.marked and not _taken(found, w) and _NOWHERE.search(query[: w.start])
    ]
    return found


def _events(found: Understood, words: list[Phrase], known: Known) -> None:
    for kind, phrase, events in occasions(words, known):
        (found.on if kind == "event" else found.at).update(events)
        name = known.occasions[min(events)]
        found.cues.append(Cue(kind, phrase.text, (name.series or name.name) if kind == "event" else name.place))
        found.taken.append((phrase.start, phrase.end))


def _people(found: Understood, query: str, words: list[Phrase], known: Known) -> None:
    whole = _ONLY_NAME.match(query)
    alone = whole[1] if whole else query
    for phrase, people in named([w for w in words if not _taken(found, w)], known, alone):
        through = _VIA_BEFORE.search(query[: phrase.start]) or _VIA_AFTER.match(query[phrase.end :])
        kind = "via" if through and not found.introducer else "person"
        group = found.named if _NAMELY.search(query[: phrase.start]) else found.aside
        (found.via if kind == "via" else group).update(people)
        shown = " / ".join(sorted(known.names[p] for p in people)[:3])
        found.cues.append(Cue(kind, phrase.text, shown))
        found.taken.append((phrase.start, phrase.end))
        if phrase.text.strip() == alone.strip():
            found.only |= people


def _taken(found: Understood, phrase: Phrase) -> bool:
    return any(a < phrase.end and phrase.start < b for a, b in found.taken)


def _patterns(found: Understood, query: str) -> None:
    for kind, pattern in _CONNECTIONS.items():
        m = re.search(pattern, query, re.I)
        if m:
            found.kinds.add(kind.value)
            found.cues.append(Cue("connection", m[0], kind.value))
    for role, pattern in _ROLES.items():
        m = re.search(pattern, query, re.I)
        if m:
            found.roles.add(role)
            found.cues.append(Cue("role", m[0], role))
    introducer = _INTRODUCER.search(query)
    if introducer:
        found.introducer = True
        found.cues.append(Cue("role", introducer[0], "introducer"))
