"""The log: what was done, and taking it back."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.visit import Visit, route

_BACK = ("/", "/log", "/read")


def log_show(visit: Visit) -> Response:
    """What was done to this memory, latest first."""
    return visit.page("log.html", entries=visit.memory.log(200))


def action_undo(visit: Visit) -> Response:
    """Take one action back."""
    undone = visit.memory.undo(visit.id())
    said = (
        visit.say("Taken back: {what}", what=undone.summary) if undone else visit.say("There was nothing to take back.")
    )
    back = visit.form.get("back", "")
    return visit.go(back if back in _BACK else "/log", said)


ROUTES = [route("GET", "/log", log_show), route("POST", "/log/{id:int}/undo", action_undo)]
