"""The JSON API: the same questions and actions for programs, with a token in `Authorization: Bearer`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

import hallway
from hallway.interfaces.web.api import Call, Question


def people_list(asked: Question) -> object:
    """Whom I met, latest first; `kind` keeps those ever met so."""
    found = asked.memory.people(asked.query.get("kind") or None, limit=asked.limit())
    return {"people": [{"id": p.id, **p.as_dict()} for p in found]}


def person_show(asked: Question) -> object:
    """One person with all that is known."""
    story = asked.memory.story(asked.path["id"])
    return {"id": story.person.id, **story.as_dict()}


def events_list(asked: Question) -> object:
    """Every event, latest first."""
    return {"events": [{"id": e.id, **e.as_dict()} for e in asked.memory.events()[: asked.limit(200)]]}


def event_show(asked: Question) -> object:
    """One event with its people."""
    return {"id": asked.path["id"], **asked.memory.gathering(asked.path["id"]).as_dict()}


def recall_ask(asked: Question) -> object:
    """The people whom a need may mean, with the sentences that say so; `ids` in the same order."""
    found = asked.memory.recall(asked.query.get("need", ""), asked.limit(5))
    return found.as_dict() | {"ids": [match.person_id for match in found]}


def log_list(asked: Question) -> object:
    """What was done, latest first."""
    return {"actions": [e.as_dict() for e in asked.memory.log(asked.limit())]}


def action_undo(asked: Question) -> object:
    """Take one action back."""
    undone = asked.memory.undo(asked.path["id"])
    return undone.as_dict() if undone else {}


def capture_create(asked: Question) -> object:
    """Keep one line under an id of the caller's, once."""
    kind = asked.text("kind", "") or None
    reading, kept = asked.memory.corridor.capture(asked.text("id"), asked.text("line"), kind=kind)
    return {"kept": kept.as_dict(), "action": kept.action, "reading": reading.as_dict() if reading else None}


CALLS = (
    Call("GET", "/api/people", "people_list", "Whom I met, latest first", people_list, query=("kind", "limit")),
    Call("GET", "/api/people/{id}", "person_show", "One person's story", person_show),
    Call("GET", "/api/events", "events_list", "Every event, latest first", events_list, query=("limit",)),
    Call("GET", "/api/events/{id}", "event_show", "One event with its people", event_show),
    Call("GET", "/api/recall", "recall_ask", "Who comes to mind", recall_ask, query=("need", "limit")),
    Call("GET", "/api/log", "log_list", "What was done, latest first", log_list, query=("limit",)),
    Call("POST", "/api/log/{id}/undo", "action_undo", "Take one action back", action_undo, "write"),
    Call(
        "POST", "/api/captures", "capture_create", "Keep one line, once for its id", capture_create, "write",
        body=("id", "line"), may=("kind",),
    ),
)  # fmt: skip


def document() -> dict[str, object]:
    """The whole API as OpenAPI 3.1."""
    paths: dict[str, dict[str, object]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = call.document()
    return {
        "openapi": "3.1.0",
        "info": {"title": "Hallway", "version": hallway.__version__},
        "security": [{"token": []}],
        "paths": paths,
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


async def _document(_: Request) -> Response:
    return JSONResponse(document())


ROUTES: list[BaseRoute] = [Route("/api/openapi.json", _document), *(call.route() for call in CALLS)]
