"""A language model of the user's own choice as reader, through the `llm` library: never the default, and checked.

`pip install llm` (and, for local models, a plugin of it); keys and models are the library's business. The text leaves this
machine if, and only if, that model lives elsewhere.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

from hallway.model import Reading, Source, Span, When
from hallway.reading.metadata import head
from hallway.reading.plain import plain
from hallway.reading.protocol import UnreadableText
from hallway.reading.quoted import from_data, rewritten, unified

_TRIES = 50
CHUNK = 12_000
OVERLAP = 800
ASK = """You read a conference diary and note whom its author met. Answer with one JSON object and nothing else:
{"events": [{"name", "series", "edition", "place", "start", "end", "organizers": [name], "evidence": [quote]}],
 "people": [{"name", "mentions": [form], "organization", "role", "connection", "followed_before", "introduced_by",
   "relation", "event": index into events or null, "evidence": [quote], "confidence": 0..1}],
 "outcomes": [{"person", "words", "evidence": [quote]}]}
connection: "none" (heard on a stage, absent, missed, merely mentioned), "fleeting", "new" (first meeting in person),
"renewed" (known before, met again), "cemented" (an ongoing tie). Claim no meeting that is not told. Every quote is copied
from the text character by character. Use null for what the text does not say."""


class LlmReader:
    """Reads with the model called `name` in the `llm` library; raises UnreadableText when it cannot be had."""

    def __init__(self, name: str) -> None:
        try:
            import llm
        except ImportError:
            raise UnreadableText(
                "reading with a language model needs the llm library: pip install 'hallway[llm]'"
            ) from None
        try:
            self._model: Any = llm.get_model(name)
        except llm.UnknownModelError:
            raise UnreadableText(f"the llm library knows no model {name!r}: `llm models` lists those it has") from None

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        """Facts that the model found and that quote the text; the rest of its answer is dropped."""
        top = head(plain(text), name)
        source = Source(name, text, "diary", top.author, top.written or written)
        facts: list[Any] = []
        answered = False
        for part, start in chunks(text):
            answer = self._ask(part)
            answered |= answer is not None
            piece = from_data(Source(name, part, written=source.written), answer or {})
            facts += _moved(piece, start, len(facts), source).facts
        if not answered:
            raise UnreadableText(
                f"{self._model.model_id} did not answer in the form it was asked for: try another model"
            )
        return unified(Reading(source, tuple(facts)))

    def _ask(self, part: str) -> dict[str, Any] | None:
        """The first object in the model's answer, whatever it says around it."""
        import llm

        try:
            answer: str = self._model.prompt(part, system=ASK).text()
        except llm.ModelError as error:
            raise UnreadableText(f"{self._model.model_id} cannot read: {error}") from error
        for m in islice(re.finditer(r"\{", answer), _TRIES):
            try:
                data, _ = json.JSONDecoder().raw_decode(answer, m.start())
            except (ValueError, RecursionError):
                continue
            if any(key in data for key in ("events", "people", "outcomes")):
                return dict(data)
        return None


def chunks(text: str) -> list[tuple[str, int]]:
    """Pieces of at most CHUNK characters, cut at paragraphs where there are any, each with its offset; neighbours overlap."""
    pieces: list[tuple[str, int]] = []
    at = 0
    while at < len(text) or not pieces:
        end = min(len(text), at + CHUNK)
        if end < len(text):
            cut = text.rfind("\n\n", at + CHUNK // 2, end)
            end = cut if cut > 0 else end
        pieces.append((text[at:end], at))
        if end >= len(text):
            break
        at = max(end - OVERLAP, at + 1)
    return pieces


def _moved(reading: Reading, by: int, unique: int, source: Source) -> Reading:
    """The facts of a piece with the offsets of the whole text, and refs that no other piece has."""

    def move(value: Any) -> Any:
        return source.span(value.start + by, value.end + by) if isinstance(value, Span) else value

    return Reading(source, tuple(rewritten(f, move, lambda ref: f"{ref}.{unique}") for f in reading.facts))
