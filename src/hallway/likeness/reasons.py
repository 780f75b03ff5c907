"""Why two records may be one person, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from hallway.likeness.evidence import NONE_SHARED, SHARED, Evidence, shared
from hallway.likeness.record import Reason
from hallway.likeness.spelling import DIFFERENT, EXACT, INITIAL, LOOSE, MISSING, SPELLING, VARIANT
from hallway.likeness.table import Codes, Floats, Table
from hallway.likeness.weights import Weights
from hallway.model.phrase import Phrase

LEAST = 0.5
"""Bits below which a reason is not worth telling."""
_PARTS = {
    EXACT: "both names have {a}",
    VARIANT: "{a} and {b} are forms of one name",
    SPELLING: "{a} and {b} are nearly the same in spelling or sound",
    INITIAL: "{a} may be short for {b}",
    LOOSE: "{a} and {b} are alike",
    DIFFERENT: "{a} is not {b}",
}
_COLUMNS = {EXACT: "the same {column}: {a}", DIFFERENT: "another {column}: {a} and {b}"}
_ALIKE = "a similar {column}: {a} and {b}"
_SETS = {
    "organizations": ("both with {names}", "other employers"),
    "places": ("both in {names}", "other places"),
    "events": ("both at the same event", "no event in common"),
    "series": ("both come to {names}", "other series"),
    "company": ("people in common", "nobody in common"),
    "handle": ("the handle {names} fits the name", "another handle"),
}

FORMS = (*_PARTS.values(), *_COLUMNS.values(), _ALIKE, *(form for both in _SETS.values() for form in both))
"""Every form that a reason can have, besides those written where they are used."""


def explain(
    table: Table, one: Codes, other: Codes, seen: Evidence, weights: Weights, keyed: Floats, passed: Floats
) -> list[tuple[Reason, ...]]:
    """Return the reasons of each pair, the weightiest first. `keyed`, `passed`: bits of keys and of years."""
    columns, sets = weights.column(seen), weights.set(seen)
    common: dict[tuple[int, int], list[str | int]] = {}
    for number, kind in enumerate(table.sets.values()):
        rows, members = shared(kind, one, other)
        for row, member in zip(rows.tolist(), members.tolist(), strict=True):
            common.setdefault((row, number), []).append(kind.names[member])
    found = []
    for row in range(len(one)):
        a, b = int(one[row]), int(other[row])
        reasons = [*_name(table, a, b, row, seen, weights), *_keys(table, a, b, float(keyed[row]))]
        for number, column in enumerate(table.columns):
            reasons += _column(table, column, a, b, int(seen.column_level[row, number]), float(columns[row, number]))
        for number, kind_name in enumerate(table.sets):
            about = tuple(common.get((row, number), ()))
            reasons += _set(kind_name, int(seen.set_state[row, number]), float(sets[row, number]), about)
        if passed[row] < 0:
            words = Phrase("years lie between what is known of the two")
            reasons.append(Reason("years", words, round(float(passed[row]), 1)))
        told = [reason for reason in reasons if abs(reason.bits) >= LEAST]
        found.append(tuple(sorted(told, key=lambda reason: (-abs(reason.bits), reason.kind, reason.words))))
    return found


def _name(table: Table, one: int, other: int, row: int, seen: Evidence, weights: Weights) -> Iterator[Reason]:
    if seen.names.whole[row] > 0:
        words = Phrase("the names are nearly the same, written as one word")
        yield Reason("name", words, _bits(seen.names.whole[row]))
        return
    same = sorted(set(table.told[one].forms) & set(table.told[other].forms), key=lambda form: (-len(form), form))
    levels, slots = seen.names.level[row], seen.names.slot[row]
    worth = [0.0 if x == MISSING else float(weights.parts[s, x]) for s, x in zip(slots, levels, strict=True)]
    bits = [x + float(info) for x, info in zip(worth, seen.names.info[row], strict=True)]
    if same and all(level in (MISSING, EXACT) for level in levels):
        yield Reason("name", Phrase("both are called {name}", name=_shown(" ".join(same[0]))), _bits(sum(bits)))
        return
    for step, level in enumerate(levels.tolist()):
        if level != MISSING:
            a, b = (table.parts.texts[side[row, step]] for side in (seen.names.one, seen.names.other))
            if level == INITIAL and len(a) > len(b):
                a, b = b, a
            yield Reason("name", Phrase(_PARTS[level], a=_shown(a), b=_shown(b)), _bits(bits[step]))


def _keys(table: Table, one: int, other: int, bits: float) -> Iterator[Reason]:
    both = sorted(table.told[one].keys & table.told[other].keys)
    if both:
        words = Phrase("the same {kind} {value}", kind=Phrase(both[0][0]), value=both[0][1])
        for kind, value in both[1:]:
            words = Phrase("{first}, the same {kind} {value}", first=words, kind=Phrase(kind), value=value)
        yield Reason("key", words, _bits(bits), tuple(value for _, value in both))
    elif bits < 0:
        yield Reason("key", Phrase("one list has them under two numbers"), _bits(bits))


def _column(table: Table, column: str, one: int, other: int, level: int, bits: float) -> Iterator[Reason]:
    if level != MISSING:
        a, b = table.told[one].values[column], table.told[other].values[column]
        words = Phrase(_COLUMNS.get(level, _ALIKE), column=Phrase(column.replace("_", " ")), a=a, b=b)
        yield Reason(column, words, _bits(bits), (a,) if a == b else (a, b))


def _set(kind: str, state: int, bits: float, about: tuple[str | int, ...]) -> Iterator[Reason]:
    if state in (NONE_SHARED, SHARED):
        names = ", ".join(_shown(str(member)) for member in about)
        yield Reason(kind, Phrase(_SETS[kind][state == NONE_SHARED], names=names), _bits(bits), about)


def _shown(text: str) -> str:
    return text.title() if len(text) > 1 else f"{text.upper()}."


def _bits(bits: float) -> float:
    return round(float(bits), 1)
