"""What a language model is asked, and the form in which it is to answer (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from typing import Any

ASK = """You read a conference diary and note whom its author met. Answer with one JSON object and nothing else:
{"events": [{"name", "series", "edition", "place", "start", "end", "organizers": [name], "evidence": [quote]}],
 "people": [{"name", "mentions": [form], "organization", "role", "connection", "followed_before", "introduced_by",
   "relation", "event": index into events or null, "evidence": [quote], "confidence": 0..1}],
 "outcomes": [{"person", "words", "evidence": [quote]}]}
connection: "none" (heard on a stage, absent, missed, merely mentioned), "fleeting", "new" (first meeting in person),
"renewed" (known before, met again), "cemented" (an ongoing tie). Claim no meeting that is not told. Every quote is copied
from the text character by character. Use null for what the text does not say."""


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    """An object with just these properties, all of them given: the strictest form, which every provider takes."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_TEXTS = _list(_TEXT)

SCHEMA = _object(
    events=_list(
        _object(
            name=_TEXT,
            series=_MAYBE,
            edition=_MAYBE,
            place=_MAYBE,
            start=_MAYBE,
            end=_MAYBE,
            organizers=_TEXTS,
            evidence=_TEXTS,
        )
    ),
    people=_list(
        _object(
            name=_TEXT,
            mentions=_TEXTS,
            organization=_MAYBE,
            role=_MAYBE,
            connection={"type": "string", "enum": ["none", "fleeting", "new", "renewed", "cemented"]},
            followed_before={"type": "boolean"},
            introduced_by=_MAYBE,
            relation=_MAYBE,
            event={"type": ["integer", "null"]},
            evidence=_TEXTS,
            confidence={"type": "number"},
        )
    ),
    outcomes=_list(_object(person=_MAYBE, words=_TEXT, evidence=_TEXTS)),
)
