"""What a program with the scope `write` may change. Forgetting is not among it: what cannot be taken back is for people."""

from __future__ import annotations

from hallway.actions.keep import Kept
from hallway.interfaces.web.api import Call, Question
from hallway.interfaces.web.shapes import EDTF, ID, YES, listed, one_of, record, ref, text
from hallway.model import Reading

_KIND = one_of("new", "renewed", "cemented", "fleeting")
_LINE = text(
    1, 4000, "One line about somebody: who, where they work, how you met, through whom",
    "Petra Malinová, museum radio, new, at Small Signals; via Marta Szulc",
)  # fmt: skip
_LONG = text(
    1, 2_000_000, "A diary, a post, a mail: plain text, Markdown or HTML",
    "On 4 October 2024 I met Petra Malinová, who makes radio for museums, at Small Signals in Leeds.",
)  # fmt: skip
_ACTION = record(action=ID)


def capture_create(asked: Question) -> object:
    """Keep one line under an id of the caller's, once."""
    kind = asked.text("kind") or None
    reading, kept = asked.memory.corridor.capture(asked.text("id"), asked.text("line"), kind=kind)
    return _done(kept) | {"reading": reading.as_dict() if reading else None}


def text_read(asked: Question) -> object:
    return _read(asked).as_dict()


def text_keep(asked: Question) -> object:
    reading = _read(asked)
    [kept] = asked.memory.keep(reading)
    return _done(kept) | {"reading": reading.as_dict()}


def _read(asked: Question) -> Reading:
    return asked.memory.read(
        asked.text("text"), name=asked.text("name") or "text", written=asked.text("written") or None
    )


def outcome_create(asked: Question) -> object:
    person = asked.memory.story(asked.id).person.id
    when, lag = asked.text("when") or None, asked.text("lag") or None
    return _done(asked.memory.years.outcome(f"#{person}", asked.text("words"), when=when, lag=lag))


def person_correct(asked: Question) -> object:
    person = asked.memory.story(asked.id).person.id
    new, old = asked.text("new") or None, asked.text("old") or None
    return {"action": asked.memory.same.correct(f"#{person}", asked.text("field"), new, old)}


def person_split(asked: Question) -> object:
    person = asked.memory.story(asked.id).person.id
    return {"action": asked.memory.same.split(f"#{person}", asked.number("record", 0))}


def people_merge(asked: Question) -> object:
    return {"action": asked.memory.same.merge(*_both(asked))}


def people_differ(asked: Question) -> object:
    return {"action": asked.memory.same.differ(*_both(asked), later=bool(asked.given.get("later")))}


def _both(asked: Question) -> tuple[str, str]:
    return f"#{asked.number('one', 0)}", f"#{asked.number('other', 0)}"


def feed_follow(asked: Question) -> object:
    given, feeds = asked.given, asked.memory.feeds
    person = asked.memory.story(int(given["person"])).person.id if "person" in given else None
    since = asked.text("since") or None
    return _done(feeds.follow(asked.text("name"), asked.text("url"), asked.text("words"), since=since, person=person))


def feed_unfollow(asked: Question) -> object:
    return {"feeds": [line.as_dict() for line in asked.memory.feeds.unfollow(asked.text("url"))]}


def action_undo(asked: Question) -> object:
    """Take one action back. Raises LookupError where there was nothing to take back."""
    undone = asked.memory.undo(asked.id)
    if undone is None:
        raise LookupError(asked.id)
    return undone.as_dict()


def _done(kept: Kept) -> dict[str, object]:
    return {"kept": kept.as_dict(), "action": kept.action}


_UNDO = {"action_undo": "/action"}
_TEXT = {"text": _LONG, "name": text(1, 200, "What to call it"), "written": EDTF}
_FEED = {
    "name": text(1, 200, "", "Petra Malinová"), "url": text(1, 2000, "", "https://radio.example/feed"), "words": text(0, 500, "How: I read her blog"), "since": EDTF, "person": ID,
}  # fmt: skip
_CORRECTION = {
    "field": one_of("name", "organization"),
    "new": text(1, 300, "", "Petra Malinová-Roos"),
    "old": text(1, 300),
}

CALLS = (
    Call(
        "POST", "/api/captures", "capture_create", "Keep one line, once for its id", capture_create, ref("Read"), "write",
        body={"id": text(1, 64, "Made by the caller", "7f3a"), "line": _LINE, "kind": _KIND}, must=("id", "line"), leads=_UNDO,
    ),
    Call(
        "POST", "/api/readings", "text_read", "What a text says; nothing is kept", text_read, ref("Reading"), body=_TEXT,
        must=("text",),
    ),
    Call(
        "POST", "/api/texts", "text_keep", "Keep what a text says", text_keep, ref("Read"), "write", body=_TEXT,
        must=("text",), leads=_UNDO,
    ),
    Call(
        "POST", "/api/people/{id}/outcomes", "outcome_create", "Note what came of meeting somebody", outcome_create,
        ref("Done"), "write", body={"words": text(1, 1000, "", "became a client"), "when": EDTF, "lag": text(1, 100, "", "six months later")}, must=("words",),
    ),
    Call(
        "POST", "/api/people/{id}/corrections", "person_correct", "Put a name or an employer right", person_correct,
        _ACTION, "write", body=_CORRECTION, must=("field",), leads=_UNDO,
    ),
    Call(
        "POST", "/api/people/{id}/splits", "person_split", "Take a record out of a person", person_split, _ACTION, "write",
        body={"record": ID}, must=("record",), leads=_UNDO,
    ),
    Call(
        "POST", "/api/merges", "people_merge", "Say that two are one person", people_merge, _ACTION, "write",
        body={"one": ID, "other": ID}, must=("one", "other"), leads=_UNDO,
    ),
    Call(
        "POST", "/api/differences", "people_differ", "Say that two are not one person, or that this can wait",
        people_differ, _ACTION, "write", body={"one": ID, "other": ID, "later": YES}, must=("one", "other"), leads=_UNDO,
    ),
    Call(
        "POST", "/api/feeds", "feed_follow", "Follow somebody at an address; nothing is fetched", feed_follow, ref("Done"),
        "write", body=_FEED, must=("name", "url"),
    ),
    Call(
        "POST", "/api/feeds/unfollow", "feed_unfollow", "Follow an address no longer", feed_unfollow,
        record(feeds=listed(ref("Feed"))), "write", body={"url": text(1, 2000, "", "https://radio.example/feed")}, must=("url",),
    ),
    Call(
        "POST", "/api/log/{id}/undo", "action_undo", "Take one action back", action_undo, ref("Undone"), "write"
    ),
)  # fmt: skip
