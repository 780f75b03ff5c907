"""Captures: lines about somebody whom one just met, from a form or from a phone's queue."""

from __future__ import annotations

import json

from starlette.responses import JSONResponse, Response

from hallway.interfaces.web.chips import KINDS, chips
from hallway.interfaces.web.guess import candidates
from hallway.interfaces.web.visit import Visit, route
from hallway.reading.notes.said import in_words
from hallway.reading.protocol import UnreadableText

_MOST = 500


def capture_understand(visit: Visit) -> Response:
    """What a line would be understood as, as chips; nothing is kept."""
    line = visit.asked("line")
    event = visit.asked("event")
    try:
        reading = visit.memory.corridor.understand(line, event=int(event) if event else None)
    except UnreadableText:
        return visit.page("parts/chips.html", chips=[], line=line, who={})
    said = _who(_json(visit.asked("who")))
    who = {one.name: one for one in candidates(visit.memory, reading, said)}
    return visit.page("parts/chips.html", chips=chips(reading, visit.tongue), line=line, who=who)


def _json(text: str) -> object:
    try:
        return json.loads(text[:10_000]) if text else None
    except ValueError:
        return None


def _who(told: object) -> dict[str, int | None]:
    """Who names in a line were said to be: a person's number, None for somebody new."""
    pairs = told.items() if isinstance(told, dict) else ()
    return {n: i if isinstance(i, int) else None for n, i in pairs if i is None or (isinstance(i, int) and i > 0)}


def capture_create(visit: Visit) -> Response:
    """Keep one line, sent by the form itself."""
    form = visit.form
    event, kind = form.get("event", ""), form.get("kind", "")
    reading, kept = visit.memory.corridor.capture(
        form.get("id", ""), form.get("line", ""), kind=kind or None, event=int(event) if event else None
    )
    said = (
        visit.say("Kept: {what}", what=in_words(reading, visit.tongue.phrase))
        if reading and kept.action
        else visit.say("Kept already.")
    )
    return visit.go("/", said, kept.action)


def captures_receive(visit: Visit) -> Response:
    """Keep a phone's queue, in its order; what cannot be kept is said one by one, and stops nothing."""
    data = visit.data if isinstance(visit.data, dict) else {}
    sent, queue = data.get("sent"), data.get("captures")
    if not isinstance(queue, list) or len(queue) > _MOST:
        return visit.problem(visit.say("This is no list of captures."), 422)
    return JSONResponse({"captures": [_keep(visit, item, sent) for item in queue]})


def _keep(visit: Visit, item: object, sent: object) -> dict[str, object]:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return {"id": None, "state": "refused", "problem": visit.say("This is no capture.")}
    kind, event = item.get("kind"), item.get("event")
    try:
        reading, kept = visit.memory.corridor.capture(
            item["id"],
            str(item.get("line", "")),
            kind=kind if kind in KINDS else None,
            event=event if isinstance(event, int) else None,
            written=visit.memory.corridor.day_made(item.get("made"), sent, item.get("zone")),
            card=item["card"] if isinstance(item.get("card"), str) else None,
            who=_who(item.get("who")),
        )
    except (UnreadableText, ValueError, OverflowError, LookupError) as error:
        return {"id": item["id"], "state": "refused", "problem": visit.tongue.failure(error)}
    said = in_words(reading, visit.tongue.phrase) if reading else ""
    return {"id": item["id"], "state": "kept" if kept.action else "already", "said": said, "action": kept.action}


ROUTES = [
    route("GET", "/understood", capture_understand),
    route("POST", "/captures", capture_create),
    route("POST", "/captures/queue", captures_receive),
]
