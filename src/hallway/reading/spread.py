"""A name that is sure in one place of a text is a name in its other places too."""

from __future__ import annotations

import re

from hallway.reading.encoder.model import Entity, Tagged

SURE = 0.8
LEAST = 0.5


def spread(text: str, tagged: Tagged) -> list[Entity]:
    """The network's entities, with people's names found again where it overlooked them, sorted and not overlapping."""
    found = [e for e in tagged.entities() if e.score >= LEAST or e.kind != "PER"]
    taken = [(e.start, e.end) for e in found]
    sure = {text[e.start : e.end] for e in found if e.kind == "PER" and e.score >= SURE and _distinct(text[e.start : e.end])}
    for name in sorted(sure, key=len, reverse=True):
        for m in re.finditer(rf"(?<![\w@]){re.escape(name)}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                found.append(Entity("PER", m.start(), m.end(), tagged.kind_probability(m.start(), m.end(), "PER")))
                taken.append((m.start(), m.end()))
    return sorted(found, key=lambda e: e.start)


def _distinct(name: str) -> bool:
    """Long enough, and not a common word in lower case."""
    return len(name) >= 3 and (not name.islower() or len(name) >= 4) and any(c.isalpha() for c in name)
