"""Events: the list, and each with its people."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.chips import KINDS
from hallway.interfaces.web.visit import Visit, route
from hallway.queries.events import EventLine


def events_list(visit: Visit) -> Response:
    """Every event, latest first, by year."""
    words = visit.asked("words").strip()
    found = visit.memory.find_events(words) if words else visit.memory.events()
    years: dict[str, list[EventLine]] = {}
    for event in found if not words else reversed(found):
        years.setdefault(event.year or "", []).append(event)
    return visit.page("events.html", years=years, words=words)


def event_show(visit: Visit) -> Response:
    """One event: people first."""
    there = visit.memory.gathering(visit.id())
    groups = {kind: [p for p in there.people if p.kind == kind] for kind in (*KINDS, "none")}
    return visit.page(
        "event.html",
        there=there,
        event=there.event,
        groups=groups,
        kinds=KINDS,
        clips=visit.memory.clips.at(visit.id()),
    )


ROUTES = [
    route("GET", "/events", events_list),
    route("GET", "/events/{id:int}", event_show),
]
