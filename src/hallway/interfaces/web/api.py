"""How the JSON API answers: who asks with which token, whether what they bring fits, and failures as JSON."""

from __future__ import annotations

import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from json import JSONDecodeError
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from hallway.app import Memory, MemoryProblem
from hallway.interfaces.web.desk import Desk
from hallway.interfaces.web.guard import TooLarge
from hallway.interfaces.web.shapes import LARGEST_ID, Shape, from_words, misfit, taken
from hallway.interfaces.web.standing import Standing
from hallway.reading.protocol import UnreadableText


class Misfit(Exception):
    """What came in is not what the document asks for."""


@dataclass(frozen=True, slots=True)
class Question:
    """One request: the memory, and what its path, its address and its body bring, each of the shape that was asked for."""

    memory: Memory
    standing: Standing
    id: int
    given: Mapping[str, Any]

    def text(self, name: str) -> str:
        """What was given under this name; empty where nothing was."""
        return str(self.given.get(name, ""))

    def number(self, name: str, otherwise: int) -> int:
        """The number that was given under this name."""
        return int(self.given.get(name, otherwise))


@dataclass(frozen=True, slots=True)
class Call:
    """One operation: how it is documented, and what answers it.

    `gives` is the shape of its answer, `query` and `body` those of what it takes, `must` what of that has to be there. `needs`
    is the scope that a token must have. `leads`: an operation → what to take its id from, in the answer (RFC 6901). `aside`: it
    looks at everybody, so it asks `standing` and holds up nobody.
    """

    method: str
    path: str
    name: str
    about: str
    answer: Callable[[Question], object]
    gives: Shape
    needs: str = "read"
    query: Mapping[str, Shape] = field(default_factory=dict)
    body: Mapping[str, Shape] = field(default_factory=dict)
    must: tuple[str, ...] = ()
    leads: Mapping[str, str] = field(default_factory=dict)
    aside: bool = False


def routes(calls: Iterable[Call]) -> list[Route]:
    """The routes of these operations, one a path; whatever else is asked for under /api is answered in JSON, too."""
    by_path: dict[str, dict[str, Call]] = defaultdict(dict)
    for call in calls:
        by_path[call.path][call.method] = call
    found = [Route(path.replace("{id}", "{id:int}"), _Resource(some)) for path, some in by_path.items()]
    return [*found, Route("/api/{rest:path}", _Resource({}))]


class _Resource:
    """Everything that can be done at one path."""

    def __init__(self, calls: Mapping[str, Call]) -> None:
        self._calls = calls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except TooLarge:
            response = problem(413, "the body is too large")
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not self._calls or not 1 <= request.path_params.get("id", 1) <= LARGEST_ID:
            return problem(404, "there is nothing here")
        call = self._calls.get("GET" if request.method == "HEAD" else request.method)
        if call is None:
            allowed = ", ".join(sorted({*self._calls, *({"HEAD"} if "GET" in self._calls else ())}))
            return problem(405, f"this can be asked with {allowed}", Allow=allowed)
        return await _refused(request, call) or await _answered(request, call)


async def _refused(request: Request, call: Call) -> Response | None:
    """Why whoever asks may not; None where they may."""
    desk: Desk = request.app.state.desk
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    scopes = await run_in_threadpool(_scopes, desk, secret.strip()) if scheme.lower() == "bearer" else ()
    if not scopes:
        return problem(
            401, "send a token that `Devices` makes: Authorization: Bearer …", **{"WWW-Authenticate": "Bearer"}
        )
    return None if call.needs in scopes else problem(403, f"this token may not {call.needs}")


async def _answered(request: Request, call: Call) -> Response:
    desk: Desk = request.app.state.desk
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if call.body and kind != "application/json":
        return problem(415, "send JSON: Content-Type: application/json")
    try:
        given = await _given(request, call)
        asked = Question(desk.memory, desk.standing, int(request.path_params.get("id", 0)), given)
        if call.aside:
            return JSONResponse(await run_in_threadpool(call.answer, asked))
        return JSONResponse(await run_in_threadpool(_locked, desk, call.answer, asked))
    except Misfit as error:
        return problem(400, str(error))
    except (UnreadableText, ValueError) as error:
        return problem(422, str(error))
    except MemoryProblem as error:
        return problem(409, str(error))
    except Exception as error:
        if isinstance(error, LookupError) and not isinstance(error, KeyError | IndexError):
            return problem(404, "there is nothing here")
        if isinstance(error, TooLarge):
            raise
        traceback.print_exc(file=sys.stderr)
        return problem(500, "something went wrong here; nothing was changed")


async def _given(request: Request, call: Call) -> dict[str, object]:
    """What the address and the body bring. Raises Misfit, with the name of what does not fit."""
    given: dict[str, object] = {
        name: from_words(shape, request.query_params[name])
        for name, shape in call.query.items()
        if name in request.query_params
    }
    shapes = {**call.query, **call.body}
    if call.body:
        try:
            brought = await request.json()
        except (JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Misfit(f"the body is no JSON: {error}") from error
        if not isinstance(brought, dict):
            raise Misfit("the body is no JSON object")
        unknown = sorted(set(brought) - set(call.body))
        if unknown:
            raise Misfit(f"{', '.join(unknown)[:200]}: not asked for; it takes {', '.join(call.body)}")
        given |= {name: taken(shapes[name], value) for name, value in brought.items()}
    for name in call.must:
        if name not in given:
            raise Misfit(f"{name} is missing")
    for name, value in given.items():
        if why := misfit(shapes[name], value):
            raise Misfit(f"{name} {why}")
    return given


def _scopes(desk: Desk, secret: str) -> tuple[str, ...]:
    with desk.lock:
        found = desk.memory.access.admit("token", secret)
    return found.scopes if found else ()


def _locked(desk: Desk, answer: Callable[[Question], object], asked: Question) -> object:
    with desk.lock:
        return answer(asked)


def problem(status: int, text: str, **headers: str) -> Response:
    """A failure, in words."""
    return JSONResponse({"problem": text}, status, headers)
