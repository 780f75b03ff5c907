"""What JSON looks like, as JSON Schema 2020-12 has it, and whether a value that came in fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
NUMBER: Shape = {"type": "number"}
COUNT: Shape = {"type": "integer", "minimum": 0}
YES: Shape = {"type": "boolean"}
LARGEST_ID = 2**63 - 1
ID: Shape = {"type": "integer", "minimum": 1, "maximum": LARGEST_ID}
LIMIT: Shape = {"type": "integer", "minimum": 1, "maximum": 1000}
EDTF: Shape = {
    "type": "string",
    "maxLength": 60,
    "description": "A day, as vague as it is: EDTF (ISO 8601-2), such as 2024-10-04, 2024-10, 2024-21 or 2007~",
    "examples": ["2024-10-04", "2024-21", "2007~"],
}
_KINDS = {"string": str, "integer": int, "boolean": bool}


def text(least: int, most: int, about: str = "", example: str = "") -> Shape:
    """A string of so many code points."""
    told: Shape = {"type": "string", "minLength": least, "maxLength": most}
    return told | ({"description": about} if about else {}) | ({"examples": [example]} if example else {})


def one_of(*words: str) -> Shape:
    """One of these words."""
    return {"type": "string", "enum": list(words)}


def listed(each: Shape) -> Shape:
    """Any number of these."""
    return {"type": "array", "items": each}


def maybe(shape: Shape) -> Shape:
    """This, or null where it is not known."""
    return {**shape, "type": [shape["type"], "null"]} if "type" in shape else {"anyOf": [shape, {"type": "null"}]}


def record(**fields: Shape) -> Shape:
    """An object that has all of these fields."""
    return {"type": "object", "required": list(fields), "properties": fields}


def ref(name: str) -> Shape:
    """One of the shapes that the document gives a name."""
    return {"$ref": f"#/components/schemas/{name}"}


def body(fields: Mapping[str, Shape], must: Iterable[str]) -> Shape:
    """An object that comes in: it has what it must have, and nothing that nobody asked for."""
    return {"type": "object", "required": list(must), "properties": dict(fields), "additionalProperties": False}


def taken(shape: Shape, value: object) -> object:
    """A value that came in as we have it: in JSON Schema 3.0 is an integer."""
    if shape["type"] == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def misfit(shape: Shape, value: object) -> str:
    """Why a value is not of this shape (one that comes in: a string, an integer or a boolean); empty where it is."""
    kind = _KINDS[shape["type"]]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return f"is no {shape['type']}"
    if "enum" in shape and value not in shape["enum"]:
        return f"is none of {', '.join(shape['enum'])}"
    if isinstance(value, str):
        if any("\ud800" <= c <= "\udfff" for c in value):
            return "has half a character (a lone surrogate)"
        return _beyond(len(value), shape.get("minLength"), shape.get("maxLength"), " characters")
    return _beyond(int(str(value)), shape.get("minimum"), shape.get("maximum")) if kind is int else ""


def _beyond(size: int, least: int | None, most: int | None, what: str = "") -> str:
    if least is not None and size < least:
        return f"is less than {least}{what}"
    return f"is more than {most}{what}" if most is not None and size > most else ""


def from_words(shape: Shape, words: str) -> object:
    """A value of an address as the shape has it: a number where it is one, `true` and `false`; else the words themselves."""
    if shape["type"] == "integer" and words.isascii() and words.removeprefix("-").isdigit() and len(words) < 20:
        return int(words)
    if shape["type"] == "boolean" and words in ("true", "false"):
        return words == "true"
    return words
