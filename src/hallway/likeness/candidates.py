"""Which pairs are worth a closer look: those that share something rare, or two things that are rare together.

Comparing all pairs of 100,000 records would take five billion comparisons. Every record gives tokens: its name parts,
their consonants, the full form of a nickname, each value and member. A token that few records have makes pairs of them;
one that many have does so only together with another (adaptive blocking; see Papadakis et al., "Blocking and Filtering
Techniques for Entity Resolution", ACM Computing Surveys 2020). So the number of pairs grows with the number of records,
not its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hallway.likeness.counts import Told
from hallway.likeness.names import skeleton
from hallway.likeness.nicknames import relatives
from hallway.likeness.table import Codes, Table, distinct

ALL = 700
"""Up to so many records all pairs are compared."""
FEW, FEW_BOTH = 50, 40
"""The largest group that makes pairs: of records with one token, with two in common."""
TOKENS = 12
"""So many of a record's more common tokens are combined, the rarest first."""
MEMBERS = 6

Pairs = tuple[Codes, Codes]


def candidates(table: Table) -> Pairs:
    """Return positions `a` < `b` of the pairs to compare, each once, in order."""
    size = len(table.told)
    if size <= ALL:
        one, other = np.triu_indices(size, 1)
        return one.astype(np.int64), other.astype(np.int64)
    owners, tokens, sources, kinds = _tokens(table)
    common = np.bincount(tokens, minlength=kinds)
    few = (common[tokens] > 1) & (common[tokens] <= FEW)
    many = common[tokens] > FEW
    found = [_grouped(tokens[few], owners[few], size, FEW)]
    both = _both(owners[many], tokens[many], sources[many], common, size)
    found.append(_grouped(*both, size, FEW_BOTH))
    codes = distinct(np.concatenate(found))
    return codes // size, codes % size


def tokens_of(told: Told) -> Iterator[tuple[str, int]]:
    """Return a record's tokens, each with the number of what it was taken from: two of one origin say nothing
    together."""
    for kind, value in told.keys:
        yield f"key {kind} {value}", -1
    origin = 0
    for part in sorted({part for form in told.forms for part in form}):
        if len(part) > 1:
            yield f"part {part}", origin
            yield f"heard {skeleton(part)}", origin
            if part in relatives():
                yield f"full {_full(part)}", origin
        origin += 1
    for column, value in told.values.items():
        yield f"{column} {value}", origin
        if any(map(str.isalpha, value)):
            yield f"{column} heard {skeleton(value.replace(' ', ''))}", origin
        origin += 1
    for kind, members in sorted(told.sets.items()):
        for member in sorted(members, key=str)[: 4 * MEMBERS]:
            yield f"{kind} {member}", origin
        origin += 1


@cache
def _full(part: str) -> str:
    """The form that most others stand for: bob, rob, robert → robert."""
    return max(sorted(relatives()[part] | {part}), key=lambda name: len(relatives().get(name, ())))


def _tokens(table: Table) -> tuple[Codes, Codes, Codes, int]:
    codes: dict[str, int] = {}
    owners, tokens, sources = [], [], []
    for position, told in enumerate(table.told):
        for token, source in tokens_of(told):
            owners.append(position)
            tokens.append(codes.setdefault(token, len(codes)))
            sources.append(source)
    return np.array(owners, np.int64), np.array(tokens, np.int64), np.array(sources, np.int64), len(codes)


def _both(owners: Codes, tokens: Codes, sources: Codes, common: Codes, size: int) -> tuple[Codes, Codes]:
    """Every two common tokens of each record as one token of their own."""
    order = np.lexsort((tokens, common[tokens], owners))
    owners, tokens, sources = owners[order], tokens[order], sources[order]
    first = np.searchsorted(owners, owners)
    rank = np.arange(len(owners)) - first
    owners, tokens, sources, rank = (array[rank < TOKENS] for array in (owners, tokens, sources, rank))
    made: list[Codes] = []
    held: list[Codes] = []
    for step in range(1, TOKENS):
        fit = (owners[:-step] == owners[step:]) & (sources[:-step] != sources[step:])
        one, other = tokens[:-step][fit], tokens[step:][fit]
        made.append(np.minimum(one, other) * len(common) + np.maximum(one, other))
        held.append(owners[:-step][fit])
    return np.concatenate(made), np.concatenate(held)


def _grouped(tokens: Codes, owners: Codes, size: int, largest: int) -> Codes:
    """Pairs `a * size + b` of the owners of the same token, where there are at most `largest` of them."""
    order = np.lexsort((owners, tokens))
    tokens, owners = tokens[order], owners[order]
    keep = np.ones(len(tokens), np.bool_)
    keep[1:] = (tokens[1:] != tokens[:-1]) | (owners[1:] != owners[:-1])
    tokens, owners = tokens[keep], owners[keep]
    starts = np.flatnonzero(np.diff(tokens, prepend=-1))
    many = np.repeat(np.diff(np.append(starts, len(tokens))), np.diff(np.append(starts, len(tokens))))
    fit = (many > 1) & (many <= largest)
    tokens, owners = tokens[fit], owners[fit]
    found: list[Codes] = [np.empty(0, np.int64)]
    for step in range(1, min(largest, len(tokens))):
        same = tokens[:-step] == tokens[step:]
        if not same.any():
            break
        found.append(owners[:-step][same] * size + owners[step:][same])
    return distinct(np.concatenate(found))


def near(tokens: Mapping[str, NDArray[np.int32]], told: Told, weigh: int, most: int) -> list[int]:
    """Return positions of up to `most` records that share tokens with this one, those that share rarer ones first.

    `tokens`: which records have each token; `weigh`: how many records there are.
    """
    score: dict[int, float] = {}
    for token, _ in tokens_of(told):
        rows = tokens.get(token)
        if rows is None or len(rows) > 5000:
            continue
        weight = float(np.log2(weigh / len(rows) + 1))
        for row in rows.tolist():
            score[row] = score.get(row, 0.0) + weight
    return sorted(score, key=lambda row: (-score[row], row))[:most]
