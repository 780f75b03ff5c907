"""Recall: from a need or half a memory to the person."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.visit import Visit, route

_MOST = 10


def recall_show(visit: Visit) -> Response:
    """One box; the people that come to mind, each with the sentences that say why."""
    need = visit.asked("need").strip()
    found = visit.memory.recall(need, _MOST) if need else None
    template = "parts/recalled.html" if visit.wants_part else "recall.html"
    return visit.page(template, need=need, found=found)


ROUTES = [route("GET", "/recall", recall_show)]
