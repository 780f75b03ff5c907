"""The JSON API: the same questions and actions for programs, with a token in `Authorization: Bearer`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from hallway.interfaces.web.api import routes
from hallway.interfaces.web.calls import changing, drawing, looking
from hallway.interfaces.web.openapi import document

CALLS = (*looking.CALLS, *drawing.CALLS, *changing.CALLS)


async def api_document(_: Request) -> Response:
    """What there is, as OpenAPI."""
    return JSONResponse(document(CALLS))


ROUTES: list[BaseRoute] = [Route("/api/openapi.json", api_document), *routes(CALLS)]
