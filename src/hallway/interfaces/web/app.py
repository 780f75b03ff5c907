"""The app: every resource's routes, our files, and the guard around them."""

from __future__ import annotations

import importlib
import pkgutil

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hallway.interfaces.web import look, pages
from hallway.interfaces.web.desk import Desk
from hallway.interfaces.web.guard import Guard

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_AT_ROOT = {"sw.js": "text/javascript", "manifest.webmanifest": "application/manifest+json"}


def make(desk: Desk) -> Starlette:
    """The app over one desk."""
    routes: list[BaseRoute] = [Route("/static/{name}", _static), Route("/favicon.ico", _icon)]
    routes += [Route(f"/{name}", _root) for name in _AT_ROOT]
    for module in pkgutil.iter_modules(pages.__path__):
        routes += importlib.import_module(f"{pages.__name__}.{module.name}").ROUTES
    app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=desk.hosts)])
    app.state.desk = desk
    return app


async def _static(request: Request) -> Response:
    file = look.STATIC / request.path_params["name"]
    if file.parent != look.STATIC or not file.is_file():
        return Response("There is no such file.", 404)
    return FileResponse(file, headers=_FOR_EVER if "v" in request.query_params else None)


async def _root(request: Request) -> Response:
    """The service worker and the manifest have their scope from where they lie; a browser asks for them each time."""
    name = request.url.path.removeprefix("/")
    return FileResponse(look.STATIC / name, media_type=_AT_ROOT[name], headers={"Cache-Control": "no-cache"})


async def _icon(request: Request) -> Response:
    return RedirectResponse(look.static("icon.svg"), 301)
