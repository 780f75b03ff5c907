"""Today: whom I just met, here and now."""

from __future__ import annotations

import secrets
from datetime import date

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.visit import Visit, route


def today_show(visit: Visit) -> Response:
    """The first screen: one field, four buttons, whom I met today, and who else was met at this event."""
    day = date.today()
    corridor = visit.memory.corridor
    event = corridor.event(day)
    there = corridor.people_at(event.id) if event else []
    today = corridor.people(day)
    seen = {p.id for p in today}
    return visit.page(
        "today.html",
        day=day.isoformat(),
        event=event,
        pinned=corridor.pinned() is not None,
        today=today,
        there=[p for p in there if p.id not in seen],
        kinds=KINDS,
        capture_id=secrets.token_hex(16),
        line=visit.asked("line"),
        empty=not visit.memory.log(1),
    )


def event_choose(visit: Visit) -> Response:
    """The events that one could be at."""
    return visit.page("event_choose.html", events=visit.memory.events()[:200], here=visit.memory.corridor.event())


def event_pin(visit: Visit) -> Response:
    """Be at this event until told otherwise, or wherever the dates say."""
    chosen = visit.form.get("event", "")
    visit.memory.corridor.pin(int(chosen) if chosen else None)
    return visit.go("/")


ROUTES = [
    route("GET", "/", today_show),
    route("GET", "/here", event_choose),
    route("POST", "/here", event_pin),
]
