"""Texts made to be slow, and how long they take."""

from __future__ import annotations

import time
from collections.abc import Callable

SIZE = 30_000
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


PHRASES = [
    *GROWTH, "Anna and Anna ", "Anna, and Anna ", "Anna (Anna) ", "Anna (", "the Anna ", "Anna's ", "Anna x ", "x Anna ", "Anna/", "Anna the team ",
    "the team ", "team: ", "Anna has ", "Anna who has ", "my ", "my old friend ", "our team ", "I met ", "met with ", "also ", "briefly ",
    "finally ", "talk with ", "had a ", "introduced me to Anna ", "Anna introduced me to ", "via ", "by ", "with ", "old friend ", "read ", "blog ", "blog I've ", "know ",
    "keynote by ", "photo ", "photo by ", "became a my ", "we now ", "led to ", "a year ", "seventh ", "seventh annual ", "January ", "1 January ", "1 January - ",
    "last ", "in early ", "next ", "will be ", "miss ", "did not ", "Anna needs ", "organized by Anna at ", "the conference ", "aka ", "Conf ", "Conf of ", "Conf 2007 ", "Conf (Conf) ",
    "Acme ", "Anna of Acme ", "Anna, Acme, ", "On May 7th Conf ", "1. ", "Mr. ", "e.g. ", "Posted by ", "by Anna on ", "A, ", ",",
]  # fmt: skip
"""Words that the rules look for, over and over: Anna is a person, Acme an organization, Conf an event."""
