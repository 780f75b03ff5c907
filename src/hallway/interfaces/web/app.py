"""The app: every resource's routes, our files, and the guard around them."""

from __future__ import annotations

import importlib
import json
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
_ASK_AGAIN = {"Cache-Control": "no-cache"}


def make(desk: Desk) -> Starlette:
    """The app over one desk."""
    routes: list[BaseRoute] = [Route("/static/{stamp}/{name}", _static), Route("/favicon.ico", _icon)]
    routes += [Route("/sw.js", _worker), Route("/manifest.webmanifest", _manifest)]
    for module in pkgutil.iter_modules(pages.__path__):
        routes += importlib.import_module(f"{pages.__name__}.{module.name}").ROUTES
    app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=desk.hosts)])
    app.state.desk = desk
    return app


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in look.files() and name not in look.later():
        return Response("There is no such file.", 404)
    return FileResponse(look.place(name), headers=_FOR_EVER if request.path_params["stamp"] == look.stamp() else None)


async def _worker(_: Request) -> Response:
    """The service worker, told which files there are; it has its scope from where it lies, so it lies at the root."""
    files = [look.static(name) for name in look.files() if name != "sw.js"]
    told = f"const STAMP = {json.dumps(look.stamp())};\nconst FILES = {json.dumps(files)};\n"
    text = told + (look.STATIC / "sw.js").read_text(encoding="utf-8")
    return Response(text, media_type="text/javascript", headers=_ASK_AGAIN)


async def _manifest(_: Request) -> Response:
    text = (look.STATIC / "manifest.webmanifest").read_text(encoding="utf-8")
    told = text.replace("/static/", f"/static/{look.stamp()}/")
    return Response(told, media_type="application/manifest+json", headers=_ASK_AGAIN)


async def _icon(_: Request) -> Response:
    return RedirectResponse(look.static("icon.svg"), 302)
