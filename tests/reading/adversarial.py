"""Texts made to be slow, and how long they take."""

from __future__ import annotations

import time
from collections.abc import Callable

SIZE = 100_000
GROWTH = [
    "word ", "Anna ", "Anna and ", "Anna, ", "a.", "A. ", "...", "!?", "(", ")", "((a", "[", "[]", "[a](", "![", "[[", "<", "<a ", "<p>", "<i></b>",
    "<!--", "&", "&#", "&amp;", '"', "“", "*", "**a", "_", "__", "`", "```\n", "~~~\n", "~", "\n", " \n", "\n ", "\t", " ", "> a\n",
    "On a wrote:\n", "Anna wrote:\n", "- ", "-- \n", "----", "1-", "2007-", "12 ", "#", "::", "a:", "http://", "@a", "a@b.", "title: a\n",
    "From: a\n", "From:", "\\", "|", "é", "\u00a0", "X",
]  # fmt: skip
"""What is repeated until it fills SIZE characters."""


def seconds(work: Callable[[str], object], unit: str, size: int = SIZE) -> float:
    """Processor time that `work` takes on `unit`, repeated."""
    text = (unit * (size // len(unit) + 1))[:size]
    begun = time.process_time()
    work(text)
    return time.process_time() - begun
