"""What the app says, in the languages that `words/` has a file for; English is the language of the templates.

A file is JSON: `name` is the language in itself, `point` what stands before the tenths of a number, `calendar` how it speaks
of dates, `words` our sentences and its own. What is missing is said in English.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hallway.model.dates import ENGLISH, Calendar, Dates
from hallway.model.phrase import Day, Phrase

_FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Tongue:
    """One language: its BCP 47 tag, its own name, its words, and its dates."""

    tag: str
    name: str
    words: dict[str, str]
    dates: Dates
    point: str = "."

    def say(self, text: str, /, **values: object) -> str:
        """The sentence in this language, its `{blanks}` filled; the English one where there is no other."""
        said = self.words.get(text, text)
        return said.format(**values) if values else said

    def phrase(self, text: str) -> str:
        """What a query or an action says, in this language; the words of a text, or of a person, as they are."""
        if isinstance(text, Day):
            return self.dates.when(text)
        if not isinstance(text, Phrase):
            return text
        return self.say(text.form, **{name: self.phrase(value) for name, value in text.values.items()}) + text.after

    def failure(self, error: Exception) -> str:
        """What went wrong, in this language as far as it can be said."""
        return self.phrase(error.args[0]) if error.args and isinstance(error.args[0], str) else str(error)

    def decimal(self, number: float) -> str:
        """Two places after the point, or the comma."""
        return f"{number:.2f}".replace(".", self.point)

    def count(self, number: int, one: str, many: str) -> str:
        """`1 person`, `2 people`."""
        return self.say(one if number == 1 else many).format(n=self.number(number))

    def number(self, number: int) -> str:
        """With a thin space between thousands (ISO 80000-1), which every language can read."""
        return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10_000 else str(number)


@cache
def tongues(folder: Path = _FOLDER) -> dict[str, Tongue]:
    """Every language that there is a file for, by its tag (the file's name), and English."""
    found = {"en": Tongue("en", "English", {}, Dates(ENGLISH))}
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        found[file.stem] = Tongue(
            file.stem, told["name"], told["words"], Dates(_calendar(told["calendar"])), told["point"]
        )
    return found


def _calendar(told: dict[str, Any]) -> Calendar:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in told.items()}
    return Calendar(**values)


def tongue(chosen: str | None, accepted: str) -> Tongue:
    """The language that was chosen, else the first that the browser accepts (RFC 9110, 12.5.4) and we have."""
    known = tongues()
    if chosen in known:
        return known[chosen]
    wanted: list[tuple[float, str]] = []
    for part in accepted.split(",")[:20]:
        tag, _, quality = part.strip().partition(";q=")
        weight = float(quality) if re.fullmatch(r"[01](?:\.\d{1,3})?", quality) else 1.0
        wanted.append((-weight, tag.partition("-")[0].lower()))
    best = [tag for _, tag in sorted(wanted, key=lambda w: w[0]) if tag in known]
    return known[best[0] if best else "en"]
