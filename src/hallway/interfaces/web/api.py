"""How the JSON API answers: who asks with which token, and failures as JSON. Its document is OpenAPI 3.1."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hallway.app import Memory, MemoryProblem
from hallway.interfaces.web.desk import Desk
from hallway.interfaces.web.guard import TooLarge
from hallway.reading.protocol import UnreadableText

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Question:
    """One request: the memory, the numbers and words it brings, and its JSON body."""

    memory: Memory
    path: dict[str, int]
    query: dict[str, str]
    body: dict[str, object]

    def limit(self, otherwise: int = 50) -> int:
        """How many are wanted, from 1 to 1000. Raises ValueError for anything else."""
        told = self.query.get("limit", str(otherwise))
        if not (told.isascii() and told.isdigit() and 1 <= int(told[:5]) <= 1000):
            raise ValueError("limit is a number from 1 to 1000")
        return int(told)

    def text(self, name: str, otherwise: str | None = None) -> str:
        """A string of the body. Raises ValueError where it is missing or no string."""
        value = self.body.get(name, otherwise)
        if not isinstance(value, str):
            raise ValueError(f"{name} is missing, or no string")
        return value


@dataclass(frozen=True, slots=True)
class Call:
    """One operation: how it is documented, and what answers it. `needs` is the scope that a token must have."""

    method: str
    path: str
    name: str
    about: str
    answer: Callable[[Question], object]
    needs: str = "read"
    query: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    def route(self) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return await self._answered(request)
            except TooLarge:
                return _problem(413, "the body is too large")
            except (LookupError, OverflowError):
                return _problem(404, "there is nothing here")
            except (UnreadableText, ValueError) as error:
                return _problem(422, str(error))
            except MemoryProblem as error:
                return _problem(409, str(error))
            except Exception:
                traceback.print_exc(file=sys.stderr)
                return _problem(500, "something went wrong here; nothing was changed")

        return Route(self.path.replace("{id}", "{id:int}"), endpoint, methods=[self.method])

    async def _answered(self, request: Request) -> Response:
        desk: Desk = request.app.state.desk
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not (scopes := await run_in_threadpool(_scopes, desk, secret)):
            return JSONResponse({"problem": "no such token"}, 401, {"WWW-Authenticate": "Bearer"})
        if self.needs not in scopes:
            return _problem(403, f"this token may not {self.needs}")
        body = await request.json() if self.body or self.may else {}
        if not isinstance(body, dict):
            raise ValueError("the body is no JSON object")
        numbers = {k: int(v) for k, v in request.path_params.items()}
        asked = Question(desk.memory, numbers, dict(request.query_params), body)
        return JSONResponse(await run_in_threadpool(_locked, desk, self.answer, asked))

    def document(self) -> dict[str, object]:
        """This operation, as OpenAPI has it."""
        told: list[dict[str, object]] = []
        if "{id}" in self.path:
            number = {"type": "integer", "minimum": 0, "maximum": LARGEST_ID}
            told.append({"name": "id", "in": "path", "required": True, "schema": number})
        for name in self.query:
            kind: dict[str, object] = {"type": "string"}
            if name == "limit":
                kind = {"type": "integer", "minimum": 1, "maximum": 1000}
            told.append({"name": name, "in": "query", "required": name == "need", "schema": kind})
        problem = {"description": "Why not", "content": _JSON | {"application/json": {"schema": _PROBLEM}}}
        answers: dict[str, object] = {str(code): problem for code in (401, 403, 404, 409, 422)}
        answers["200"] = {"description": self.about, "content": _JSON}
        operation: dict[str, object] = {"operationId": self.name, "summary": self.about, "responses": answers}
        if told:
            operation["parameters"] = told
        if self.body or self.may:
            fields = {name: {"type": "string"} for name in (*self.body, *self.may)}
            schema = {"type": "object", "required": list(self.body), "properties": fields}
            operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
        return operation


_JSON: dict[str, object] = {"application/json": {}}
_PROBLEM = {"type": "object", "required": ["problem"], "properties": {"problem": {"type": "string"}}}


def _scopes(desk: Desk, secret: str) -> tuple[str, ...]:
    with desk.lock:
        found = desk.memory.access.admit("token", secret)
    return found.scopes if found else ()


def _locked(desk: Desk, answer: Callable[[Question], object], asked: Question) -> object:
    with desk.lock:
        return answer(asked)


def _problem(status: int, text: str) -> Response:
    return JSONResponse({"problem": text}, status)
