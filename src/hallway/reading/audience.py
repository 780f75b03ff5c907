"""A line about everybody who heard me: one fleeting encounter with many, as a speaker has them."""

from __future__ import annotations

import re

from hallway.model import Connection, EncounterFact, PersonFact, Reading, Source, When

_WHO = r"(?:the\s+|a\s+)?(?:whole\s+|entire\s+|full\s+)?(?:audience|room|everyone|everybody)|(?:das\s+)?(?:ganze\s+)?publikum|alle"
_WHAT = (
    r"talk|lecture|keynote|workshop|panel|session|tutorial|poster|demo|reading|vortrags?|keynote|podiums?|lesung|stand"
)
_AUDIENCE = re.compile(
    rf"\s*(?P<who>(?:{_WHO})\s+(?:of|at|in|from|who\s+heard|bei|von|in|aus)\s+(?:my|our|mein\w*|unser\w*)\s+(?:{_WHAT})\b[^,;.]*)",
    re.I,
)


def audience(line: str, written: When | None = None) -> Reading | None:
    """The reading of a line that begins with a whole audience: "everybody at my talk on tides"; None for any other.

    They are kept as one, under the words in which they are told, since nobody knows how many they were, or who.
    """
    found = _AUDIENCE.match(line)
    if not found:
        return None
    source = Source("note", line, "note", written=written)
    end = found.start("who") + len(found["who"].rstrip())
    mention, whole = source.span(found.start("who"), end), (source.span(0, len(line)),)
    many = PersonFact("p0", " ".join(mention.text.split()), (mention,), whole)
    return Reading(source, (many, EncounterFact("p0", Connection.FLEETING, evidence=whole)))
