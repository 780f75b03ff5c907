"""A name that is sure in one place of a text is a name in its other places too."""

from __future__ import annotations

import re

from hallway.reading.encoder.model import Entity, Tagged

SURE = 0.8
LEAST = 0.5


def spread(text: str, tagged: Tagged) -> list[Entity]:
    """The network's entities, with people's names found again where it overlooked them, sorted and not overlapping."""
    found = joined(text, [e for e in tagged.entities() if e.kind != "PER" or e.score >= LEAST])
    taken = [(e.start, e.end) for e in found]
    sure = {
        text[e.start : e.end] for e in found if e.kind == "PER" and e.score >= SURE and _distinct(text[e.start : e.end])
    }
    for name in sorted(sure, key=len, reverse=True):
        for m in re.finditer(rf"(?<![\w@]){re.escape(name)}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                found.append(Entity("PER", m.start(), m.end(), tagged.kind_probability(m.start(), m.end(), "PER")))
                taken.append((m.start(), m.end()))
    return sorted(found, key=lambda e: e.start)


_CODE = re.compile(r"[\w’'&+#-]*::?[\w:’'-]+(?:\(\w+\))?")


def joined(text: str, found: list[Entity]) -> list[Entity]:
    """Event and organization names made whole: words that hang together (`rstudio::conf(2019)`), `University of` + its town."""
    whole: list[Entity] = []
    for e in found:
        start, end = e.start, e.end
        if e.kind == "EVT":
            start, end = _whole_word(text, start, end)
        last = whole[-1] if whole else None
        gap = text[last.end : start] if last else "\n"
        if last and last.kind == e.kind == "EVT" and (start <= last.end or re.fullmatch(r"[ :(/&'’-]{0,2}", gap)):
            whole[-1] = Entity("EVT", last.start, max(last.end, end), max(last.score, e.score))
        elif (
            last
            and last.kind == "ORG"
            and re.search(r"\b(?:of|für|de|di|voor)$", text[last.start : last.end])
            and gap == " "
        ):
            whole[-1] = Entity("ORG", last.start, end, last.score)
        elif not last or start >= last.end:
            whole.append(Entity(e.kind, start, end, e.score))
    return whole


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Out to the ends of a name that is written with colons."""
    low = max(text.rfind(c, 0, start) for c in " \n\t,;") + 1
    m = _CODE.match(text, low)
    return (low, max(end, m.end())) if m and m.end() > start else (start, end)


def _distinct(name: str) -> bool:
    """Long enough, and not a common word in lower case."""
    return len(name) >= 3 and (not name.islower() or len(name) >= 4) and any(c.isalpha() for c in name)
