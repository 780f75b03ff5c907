"""What a passage is to a search: how it is written for the model, whether it asks, and whether it is about someone."""

from __future__ import annotations

import re


def as_text(text: str, speaker: str = "", picture: str = "") -> str:
    """Return a passage as the words and the meaning see it: who speaks, what, and what is in a picture with it."""
    opening = f"{speaker}: " if speaker else ""
    closing = f" [{picture}]" if picture else ""
    return f"{opening}{text}{closing}"


def asks(text: str) -> bool:
    """Return whether a passage ends as a question."""
    return text.rstrip().endswith("?")


def names(query: str, person: str) -> bool:
    """Return whether the query has a word of the person's name."""
    words = set(re.findall(r"\w+", query.lower()))
    return not words.isdisjoint(re.findall(r"\w+", person.lower()))
