"""From weights to a probability, and how sure the memory may be of what it only infers.

A name and an employer are never enough: two people called Ana Berg may well work in one place. What is called almost
certain needs something independent that agrees.
"""

from __future__ import annotations

import numpy as np

from hallway.likeness.evidence import Evidence
from hallway.likeness.priors import GAP_MOST, GAP_YEAR, KEY_COMMONER, OTHER_NUMBER, SAME_KEY
from hallway.likeness.table import Codes, Floats, Table
from hallway.likeness.weights import Weights, faded

ALMOST_CERTAIN = 0.98
"""From here on the memory says "almost certainly"; see docs/same-person.md for how often that was right."""
NAME_AND_COMPANY = 0.85
"""The most that names and employers alone can make likely."""
ROOM = 0.12
"""How much further what else agrees can lift that, short of being proof."""
NOTHING_IN_COMMON = 0.90
"""The most where the names have nothing in common: couples share an address, and an e-mail address."""
FIRST_NAME_ONLY = 0.60
"""The most that "Philip" can be Philip Young where only events, places and companies agree."""
AGREE = 8.0
"""Bits that must agree beyond name and employer for "almost certainly", of two kinds at least."""
MILIEU = 0.6
"""What a bit of events, places, series and company counts towards that: two namesakes of one trade go to the same
places."""
WITNESS = 2.0
"""Bits from which on a kind is a witness of its own."""
WEAK = ("organizations", "handle")
"""What follows from a name or an employer, and so is no witness to them."""


def judge(table: Table, seen: Evidence, weights: Weights, keyed: Floats, fixed: Floats) -> Floats:
    """Return the probability that each pair is one person. `keyed`: bits of shared keys, a part of `fixed`."""
    chance = 1 / (1 + np.exp2(-np.clip(weights.bits(seen, fixed), -60, 60)))
    columns = np.maximum(weights.column(seen), 0)
    strong = [number for number, kind in enumerate(table.sets) if kind not in WEAK]
    milieu = np.maximum(weights.set(seen)[:, strong], 0)
    agree = columns.sum(axis=1) + MILIEU * faded(milieu) + keyed
    witnesses = (columns >= WITNESS).sum(axis=1) + (milieu >= WITNESS).sum(axis=1)
    proven = (agree >= AGREE) & ((witnesses >= 2) | (keyed > 0))
    limit = np.where(proven, 1.0, NAME_AND_COMPANY + ROOM * np.clip(agree / AGREE, 0, 1))
    short = (seen.names.full == 1) & (columns.sum(axis=1) < AGREE) & (keyed <= 0)
    limit = np.where(short, FIRST_NAME_ONLY, limit)
    limit = np.where(seen.names.unlike, np.minimum(limit, NOTHING_IN_COMMON), limit)
    found: Floats = np.minimum(chance, limit)
    return found


def keys(table: Table, one: Codes, other: Codes) -> Floats:
    """Return the bits of stable keys for each pair: shared ones for, another number by the same issuer against."""
    holders = table.counts.keys
    found = np.zeros(len(one), np.float32)
    keyed = np.array([bool(told.keys) for told in table.told], np.bool_)
    for row in np.flatnonzero(keyed[one] & keyed[other]).tolist():
        a, b = table.told[one[row]].keys, table.told[other[row]].keys
        both = a & b
        if both:
            found[row] = max(SAME_KEY - KEY_COMMONER * np.log2(max(holders[key], 2) / 2) for key in both)
        elif _numbered(a) & _numbered(b):
            found[row] = OTHER_NUMBER
    return found


def _numbered(keys: frozenset[tuple[str, str]]) -> frozenset[str]:
    return frozenset(value.rpartition(":")[0] for kind, value in keys if kind == "id")


def years(table: Table, one: Codes, other: Codes) -> Floats:
    """Return the bits of time: the longer between the two, the less likely."""
    unknown = -1
    first = np.array([told.years[0] if told.years else unknown for told in table.told])
    last = np.array([told.years[1] if told.years else unknown for told in table.told])
    gap = np.maximum(first[other] - last[one], first[one] - last[other])
    known = (first[one] != unknown) & (first[other] != unknown)
    found: Floats = np.where(known, np.maximum(GAP_YEAR * np.maximum(gap - 1, 0), GAP_MOST), 0).astype(np.float32)
    return found
