"""My own messages in what a mail or a chat was kept as (`mail.py`, `conversation.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Message:
    """My words, and the day (ISO 8601) on which I wrote them, where it is known."""

    text: str
    day: str | None


def my_messages(kind: str, text: str, written: str | None) -> Iterator[Message]:
    """What I wrote in one kept mail (one message at most) or chat, in its order."""
    head, _, rest = text.partition("\n\n")
    if kind == "mail":
        if head.startswith("To ") and rest.strip():
            yield Message(rest.strip(), written)
        return
    day: str | None = None
    for block in rest.split("\n\n"):
        first, _, others = block.lstrip("\n").partition("\n")
        if _DAY.fullmatch(first.strip()):
            day, block = first.strip(), others
        if block.strip():
            yield Message(block.strip(), day or written)
