"""Words that say nothing about whom a question means, and stems that let its other words match."""

from __future__ import annotations

import re
from functools import lru_cache

from hallway.meaning.words import EMPTY_WORDS
from hallway.model.folding import fold

_ASKING = (
    "somebody someone anybody anyone who whom whose person people guy man woman lady girl boy one ones i me my we us our "
    "you know knew met meet meeting need needs needed want wants wanted looking look find found think thought remember "
    "recall could can would should might may will shall some any something thing things there here also just really "
    "very much many about into out up over down after before while during than then not no nor but if so such only own "
    "same too these those been being am get got getting him them she he they what which where when why how all both "
    "each more most other wer wen wem war ist sind der die das ein eine einen und oder ich mir mich wir uns mit von "
    "für bei auf aus zu im am als wie was jemand jemanden qui que quoi est sont le la les un une des du de et ou je moi "
    "quien quién el los las una y o con por para like able help maybe perhaps name called again ever let lets make made"
)
COMMON = EMPTY_WORDS | frozenset(_ASKING.split())
_ENDINGS = (
    "ations",
    "ation",
    "ingly",
    "ings",
    "ing",
    "iers",
    "ier",
    "ies",
    "ied",
    "edly",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
TOKEN = re.compile(r"[^\W_]+")


def content(query: str) -> list[str]:
    """The words of a question that count, lower case, once each, in order; all of them when none does."""
    words = list(dict.fromkeys(TOKEN.findall(query.lower())))
    return [w for w in words if w not in COMMON and (len(w) > 1 or w.isdigit())] or words


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """`fold`, remembered: the words of a memory come again and again."""
    return fold(word)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without accents and the commonest endings: `recordings`, `recorded` → `record`."""
    plain = folded(word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    if len(plain) > 3 and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain


def stems(text: str) -> set[str]:
    return {stem(word) for word in TOKEN.findall(text.lower())}
