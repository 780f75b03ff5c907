"""One request: who it is from, what it brings, and how it is answered."""

from __future__ import annotations

import hmac
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from hallway.actions.admit import Pass
from hallway.app import Memory, MemoryProblem
from hallway.interfaces.web import look
from hallway.interfaces.web.desk import Desk, Said, form_token
from hallway.interfaces.web.guard import LARGEST, TooLarge
from hallway.interfaces.web.jobs import Job
from hallway.interfaces.web.tongue import Tongue, tongue
from hallway.reading.protocol import UnreadableText

_SAFE = frozenset({"GET", "HEAD"})
T = TypeVar("T")


@dataclass(slots=True)
class Visit:
    """A request with its session and what its form holds. Handlers take one and return a response."""

    request: Request
    desk: Desk
    tongue: Tongue
    session: Pass | None = None
    secret: str = ""
    form: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    data: object = None

    @property
    def memory(self) -> Memory:
        return self.desk.memory

    @property
    def wants_part(self) -> bool:
        """Whether a script asks for a part of a page, to put it into the one that is open."""
        return self.request.headers.get("x-part") == "1"

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody will see this page, and not a script that fetches it for later."""
        return self.request.headers.get("sec-fetch-mode", "navigate") == "navigate" and not self.wants_part

    def id(self, name: str = "id") -> int:
        """A number of the path."""
        return int(self.request.path_params[name])

    def asked(self, name: str, otherwise: str = "") -> str:
        """A parameter of the address."""
        return self.request.query_params.get(name, otherwise)

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """A page, or a part of one."""
        heard = self.desk.hear(self.session.id) if self.session and self.is_looked_at else None
        token = form_token(self.secret) if self.secret else ""
        html = look.page(template, self.tongue, visit=self, said=heard, token=token, **values)
        return HTMLResponse(html, status, {"X-Said": "1"} if heard else None)

    def working(self, title: str, job: Job) -> Response:
        """A page that says that an answer is being worked out, and asks for it until it is there."""
        template = "parts/working.html" if self.wants_part else "working.html"
        url = self.request.url
        return self.page(template, title=title, job=job, address=url.path + (f"?{url.query}" if url.query else ""))

    def go(self, path: str, said: str = "", undo: int | None = None) -> Response:
        """To another page, which says what was done."""
        if said and self.session:
            self.desk.say(self.session.id, Said(said, undo))
        return RedirectResponse(path, 303)

    def problem(self, text: str, status: int = 400) -> Response:
        """A page that says what went wrong, and still holds what was typed."""
        if self.wants_json:
            return JSONResponse({"problem": text}, status)
        typed = {k: v for k, v in self.form.items() if k != "token" and v.strip()}
        return self.page("problem.html", status, problem=text, typed=typed, code=status)

    @property
    def wants_json(self) -> bool:
        return "application/json" in self.request.headers.get("accept", "")

    def say(self, text: str, **values: object) -> str:
        """A sentence in the language of whoever asks."""
        return self.tongue.say(text, **values)


Handler = Callable[[Visit], Response]


def route(method: str, path: str, handler: Handler, *, opened: bool = False, slow: bool = False) -> Route:
    """A route to a handler.

    `opened`: it needs no session. `slow`: it takes the desk's lock itself, for the parts that need the memory.
    """

    async def endpoint(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        visit = Visit(
            request, desk, tongue(request.cookies.get("language"), request.headers.get("accept-language", ""))
        )
        try:
            return await _answer(visit, handler, opened, slow)
        except TooLarge:
            return visit.problem(visit.say("This is larger than {n} MB.", n=LARGEST >> 20), 413)
        except (LookupError, OverflowError):
            return visit.problem(
                visit.say("There is nothing here. It may have been taken back, or joined with another."), 404
            )
        except (UnreadableText, ValueError) as error:
            return visit.problem(visit.tongue.failure(error), 422)
        except MemoryProblem as error:
            return visit.problem(visit.tongue.failure(error), 503)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            return visit.problem(
                visit.say("Something went wrong here. Nothing of what you typed is lost: it stands below."), 500
            )

    return Route(path, endpoint, methods=[method])


async def _answer(visit: Visit, handler: Handler, opened: bool, slow: bool) -> Response:
    request, desk = visit.request, visit.desk
    visit.secret = request.cookies.get(desk.cookie, "")
    if visit.secret:
        visit.session = await run_in_threadpool(
            _locked, desk, lambda: desk.memory.access.admit("session", visit.secret)
        )
    if visit.session is None:
        visit.secret = ""
        if not opened:
            return (
                visit.problem(visit.say("Sign in first."), 401) if visit.wants_json else RedirectResponse("/enter", 303)
            )
    if request.method not in _SAFE:
        await _take(visit)
        refused = _refuse(visit, opened)
        if refused:
            return visit.problem(refused, 403)
    if slow:
        return await run_in_threadpool(handler, visit)
    return await run_in_threadpool(_locked, desk, lambda: handler(visit))


def _locked(desk: Desk, work: Callable[[], T]) -> T:
    with desk.lock:
        return work()


async def _take(visit: Visit) -> None:
    """Read the body into the form, its files, or plain data."""
    if visit.request.headers.get("content-type", "").startswith("application/json"):
        visit.data = await visit.request.json()
        return
    async with visit.request.form(max_files=50, max_fields=2000, max_part_size=LARGEST) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    visit.files.append((value.filename, await value.read()))
            else:
                visit.form[name] = value


def _refuse(visit: Visit, opened: bool) -> str:
    """Why a request that would change something is not one of our pages'; empty where it is."""
    headers = visit.request.headers
    origin, own = headers.get("origin"), f"{visit.request.url.scheme}://{headers.get('host', '').lower()}"
    if (origin or own).lower() != own or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return visit.say("This came from another site, so nothing was done.")
    sent = headers.get("x-token") or visit.form.get("token", "")
    if not opened and not hmac.compare_digest(sent.encode(), form_token(visit.secret).encode()):
        return visit.say("This page was open for too long. Load it again; what you typed stands below.")
    return ""
