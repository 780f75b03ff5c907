"""Programmes: talks, and whom to look for before an event."""

from __future__ import annotations

from itertools import groupby

from starlette.responses import Response

from hallway.interfaces.web.visit import Visit, route
from hallway.queries.talks import Talk

_MOST = 200


def talks_list(visit: Visit) -> Response:
    """Talks in which all words are found, under their events and days."""
    words = visit.asked("words").strip()
    found = visit.memory.programmes.talks(words)
    template = "parts/talks_found.html" if visit.wants_part else "talks.html"
    days = [(event, day, list(some)) for (event, day), some in groupby(found[:_MOST], key=_day)]
    return visit.page(template, words=words, days=days, more=max(0, len(found) - _MOST))


def _day(talk: Talk) -> tuple[str, str]:
    return talk.event, (talk.start or "")[:10]


def brief_next(visit: Visit) -> Response:
    """The brief for the event that is next; else where one chooses an event."""
    event = visit.memory.corridor.next()
    return visit.go(f"/events/{event.id}/brief" if event else "/events")


def brief_show(visit: Visit) -> Response:
    """Whom to look for at an event, and why; made to be printed."""
    return visit.page("brief.html", brief=visit.memory.programmes.before(visit.id()))


ROUTES = [
    route("GET", "/talks", talks_list),
    route("GET", "/brief", brief_next),
    route("GET", "/events/{id:int}/brief", brief_show),
]
