"""Which languages a text is in, by its smallest words: enough to know whose phrases to look for."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": "the and of to was with that for were this but had not from his her they have",
    "de": "der die und ich nicht das den mit von ist war wir auf ein eine auch habe dem zu",
    "fr": "le les et est je des une dans que qui pas pour avec nous sur ai du mais au",
    "es": "el los las que y en un una con por para del fue pero como muy no al mi",
    "nl": "het een van ik en niet dat met op was wij voor maar ook heb de zijn aan te",
    "pt": "o os as que não com uma um para do da foi mas eu em no na por muito",
    "it": "il che di non per con una sono mi ho gli della nel ma anche era dopo alla",
    "da": "og jeg ikke det en til med på af den som var har et men der om vi",
}
_OF = {t: frozenset(words.split()) for t, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
SHARE = 0.35
"""A language counts whose small words are so many beside those of the most frequent one."""
ENOUGH = 20_000


def tongues(text: str) -> frozenset[str]:
    """Codes of ISO 639-1: always `en`, whose phrases stand in texts of any language, and what else the text seems to be in; all of
    them where it has hardly a word to tell by."""
    count = Counter(w.lower() for w in _WORD.findall(text[:ENOUGH]))
    found = {t: sum(count[w] for w in words) for t, words in _OF.items()}
    most = max(found.values())
    if most < 4:
        return frozenset(_OF)
    return frozenset({"en"} | {t for t, n in found.items() if n >= SHARE * most and n > 1})
