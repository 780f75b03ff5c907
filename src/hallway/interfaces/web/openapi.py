"""The JSON API described: OpenAPI 3.1, made from the very shapes by which requests are checked."""

from __future__ import annotations

from collections.abc import Iterable

import hallway
from hallway.interfaces.web.answers import SHAPES
from hallway.interfaces.web.api import Call
from hallway.interfaces.web.shapes import ID, TEXT, body, ref

_WHY = {
    400: "What came in is not what this document asks for",
    401: "No token, or none that is known",
    403: "The token may not do this",
    404: "There is nothing here",
    409: "It does not fit what the memory holds now",
    413: "The body is larger than 64 MB",
    415: "The body is not JSON",
    422: "It is well-formed, and makes no sense: a date that is none, a line without a name",
    500: "Something went wrong; nothing was changed",
}
_ABOUT = """The same questions and actions as everywhere else in Hallway, over one memory. Make a token under More → Devices.
Days are EDTF (ISO 8601-2), as vague as they are known; times are ISO 8601 in UTC; offsets count code points of the text as it
was given. Whatever a call changes, `POST /api/log/{id}/undo` takes back."""


def document(calls: Iterable[Call]) -> dict[str, object]:
    """The whole API."""
    paths: dict[str, dict[str, object]] = {}
    for call in calls:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    problem = {"application/json": {"schema": ref("Problem")}}
    responses: dict[str, object] = {str(code): {"description": why, "content": problem} for code, why in _WHY.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Hallway", "version": hallway.__version__, "description": _ABOUT},
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": SHAPES,
            "responses": responses,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call) -> dict[str, object]:
    told: list[dict[str, object]] = []
    if "{id}" in call.path:
        told.append({"name": "id", "in": "path", "required": True, "schema": ID})
    for name, shape in call.query.items():
        told.append({"name": name, "in": "query", "required": name in call.must, "schema": shape})
    answers: dict[str, object] = {"200": _found(call)}
    answers |= {str(code): {"$ref": f"#/components/responses/{code}"} for code in _codes(call)}
    operation: dict[str, object] = {"operationId": call.name, "summary": call.about, "responses": answers}
    operation["security"] = [{"token": [call.needs]}]
    if told:
        operation["parameters"] = told
    if call.body:
        schema = body(call.body, [name for name in call.must if name in call.body])
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return operation


def _found(call: Call) -> dict[str, object]:
    found: dict[str, object] = {
        "description": call.about,
        "content": {"application/json": {"schema": call.gives}},
        "headers": {"Cache-Control": {"required": True, "schema": TEXT}},
    }
    if call.leads:
        found["links"] = {
            name: {"operationId": name, "parameters": {"id": f"$response.body#{pointer}"}}
            for name, pointer in call.leads.items()
        }
    return found


def _codes(call: Call) -> list[int]:
    """The failures that a call can answer with."""
    takes = bool(call.query or call.body)
    codes = {401: True, 403: True, 500: True, 400: takes, 422: takes, 404: "{id}" in call.path or takes}
    codes |= {409: call.needs == "write" or takes, 413: bool(call.body), 415: bool(call.body)}
    return sorted(code for code, can in codes.items() if can)
