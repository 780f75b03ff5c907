"""Sentences with their names marked by hand: P0 is a person, O0 an organization, E0 an event, L0 a place."""

from __future__ import annotations

import re

from hallway.reading.skeleton import Skeleton


def marked(text: str) -> Skeleton:
    """`P0 of O1` → `⟦P0⟧ of ⟦O1⟧`."""
    out = re.sub(r"\b([POEL]\d+)\b", r"⟦\1⟧", text)
    return Skeleton(out, 0, len(text), ())
