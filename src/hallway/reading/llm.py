"""A language model of the user's own choice as reader, through the `llm` library: never the default, and checked.

`pip install llm` (and, for local models, a plugin of it); keys and models are the library's business. The text leaves this
machine if, and only if, that model lives elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hallway.model import Reading, Source, Span, When
from hallway.reading.answers import Answers
from hallway.reading.asked import ASK, SCHEMA
from hallway.reading.metadata import head
from hallway.reading.plain import plain
from hallway.reading.protocol import UnreadableText
from hallway.reading.quoted import from_data, rewritten, unified

_TRIES = 50
CHUNK = 12_000
OVERLAP = 800
LETTERS = 4
"""Letters in a token, roughly, in English; other languages take more tokens."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading takes: pieces, and tokens that are sent and received; before it, they are estimated."""

    pieces: int = 0
    sent: int = 0
    received: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.pieces + other.pieces, self.sent + other.sent, self.received + other.received)


def estimate(text: str) -> Cost:
    """About what reading a text will cost: what is asked is sent with every piece, and answers are mostly shorter than those."""
    pieces = [piece for piece, _ in chunks(text)]
    sent = sum(len(piece) + len(ASK) for piece in pieces) // LETTERS
    return Cost(len(pieces), sent, sum(map(len, pieces)) // LETTERS // 2 + 50 * len(pieces))


class LlmReader:
    """Reads with the model called `name` in the `llm` library; raises UnreadableText when it cannot be had.

    `unfinished`: a folder in which answers are remembered until their text is read, so that what was interrupted goes on where
    it stopped. `progress` hears how many pieces are read. `cost` is what was spent so far, where the model tells.
    """

    def __init__(
        self, name: str, unfinished: Path | None = None, progress: Callable[[int, int], None] | None = None
    ) -> None:
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
        self._answers = Answers(unfinished)
        self._progress = progress
        self.cost = Cost()

    def read(self, text: str, name: str = "", written: When | None = None) -> Reading:
        """Facts that the model found and that quote the text; the rest of its answer is dropped."""
        top = head(plain(text), name)
        source = Source(name, text, "diary", top.author, top.written or written)
        facts: list[Any] = []
        answered = False
        pieces = chunks(text)
        for done, (part, start) in enumerate(pieces, 1):
            answer = self._answer(part)
            answered |= answer is not None
            piece = from_data(Source(name, part, written=source.written), answer or {})
            facts += _moved(piece, start, len(facts), source).facts
            if self._progress:
                self._progress(done, len(pieces))
        if not answered:
            raise UnreadableText(
                f"{self._model.model_id} did not answer in the form it was asked for: try another model"
            )
        for part, _ in pieces:
            self._answers.forget(self._model.model_id, ASK, part)
        return unified(Reading(source, tuple(facts)))

    def _answer(self, part: str) -> dict[str, Any] | None:
        """The answer to a piece, asked for only where none is remembered."""
        question = (self._model.model_id, ASK, part)
        known = self._answers.get(*question)
        if known is not None:
            return known
        answer = self._ask(part)
        if answer is not None:
            self._answers.put(answer, *question)
        return answer

    def _ask(self, part: str) -> dict[str, Any] | None:
        """The first object in the model's answer, whatever it says around it."""
        import llm

        form = {"schema": SCHEMA} if getattr(self._model, "supports_schema", False) else {}
        try:
            response = self._model.prompt(part, system=ASK, **form)
            answer: str = response.text()
        except llm.ModelError as error:
            raise UnreadableText(f"{self._model.model_id} cannot read: {error}") from error
        self.cost += _spent(response)
        return _object_in(answer)


def _spent(response: Any) -> Cost:
    """What an answer cost, where its model tells."""
    usage = response.usage() if hasattr(response, "usage") else None
    return Cost(1, getattr(usage, "input", None) or 0, getattr(usage, "output", None) or 0)


def _object_in(answer: str) -> dict[str, Any] | None:
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
