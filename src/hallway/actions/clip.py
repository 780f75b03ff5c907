"""Attaching photos and recordings to whom they show, and taking them away again."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hallway.actions.capture import check_id
from hallway.actions.keep import Kept, keep
from hallway.actions.say import Meant, write
from hallway.model import ClipFact, ClipFile, PersonFact, Reading, Source, When
from hallway.model.phrase import Phrase
from hallway.store import attic, captures, clips, journal
from hallway.store.problems import MemoryProblem
from hallway.store.store import Store

KEPT, ALREADY, GONE = "kept", "already", "gone"


def attach_to_capture(store: Store, capture_id: str, clip_id: str, file: ClipFile) -> str:
    """Keep a clip with the capture with which a browser took it, under the browser's own id for it: exactly once.

    It shows whom the capture says that I met, belongs to the same event, and goes when the capture is taken back. Returns
    KEPT; ALREADY where this id arrived before; GONE where the capture was taken back meanwhile: then the clip is not kept.
    Raises LookupError where the capture has not arrived, ValueError for an id that is none.
    """
    check_id(clip_id)
    with store.transaction():
        if captures.arrived(store, clip_id):
            return ALREADY
        capture = captures.arrived(store, capture_id)
        if capture is None:
            raise LookupError(f"no capture {capture_id[:80]!r} has arrived")
        action = capture["action_id"]
        met = clips.met_in(store, action) if action is not None else []
        now = datetime.now(UTC).isoformat(timespec="seconds")
        captures.note(store, clip_id, now, action if met else None)
        if not met:
            return GONE
        people = {f"p{at}": record for at, record in enumerate(dict.fromkeys(r["record_id"] for r in met))}
        event = next((r["event_id"] for r in met if r["event_id"]), None)
        written = When(met[0]["written"]) if met[0]["written"] else None
        source = Source("capture", met[0]["text"], "clip", written=written, record=f"clip:{file.digest}")
        fact = ClipFact(file.kind, shows=tuple(people), event="e0" if event else None, file=file)
        write(store, action, source, [fact], Meant(people, {"e0": event} if event else {}))
        return KEPT


def attach(store: Store, person: int, name: str, words: str, file: ClipFile, written: date) -> Kept:
    """Keep a clip of this person (id, called `name`), with a caption, as an action of its own; the same one only once."""
    said = f"{name}: {words}" if words else name
    source = Source("clip", said, "clip", written=When(written.isoformat()), record=f"clip:{file.digest}")
    whole = (source.span(0, len(said)),)
    facts = (
        PersonFact("p0", name, (source.span(0, len(name)),), whole),
        ClipFact(file.kind, shows=("p0",), evidence=whole, file=file),
    )
    return keep(store, [Reading(source, facts)], "attach", {"p0": person})[0]


def remove(store: Store, clip: int) -> int:
    """Take an attached clip away; returns the action that brings it back when undone.

    Raises MemoryProblem where there is no such clip.
    """
    with store.transaction():
        said = clips.text(store, clip)
        if said is None:
            raise MemoryProblem(
                Phrase("there is no such photo or recording: it may have been removed; nothing was changed")
            )
        action = journal.begin(store, "remove", said[:500])
        attic.set_aside(store, [clip], action)
        return action
