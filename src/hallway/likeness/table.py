"""Records as arrays of codes, so that millions of pairs can be compared without looking at one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallway.likeness.counts import SETS, Counts, Told
from hallway.likeness.names import PARTS, bones, sound
from hallway.likeness.nicknames import relatives

Codes = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """Distinct strings, the share of each, a code for how each sounds, and its length."""

    texts: Sequence[str]
    share: Floats
    sounds: Codes
    bones: Codes
    """Codes of the consonants alone, and whether a string has no more than these."""
    bare: NDArray[np.bool_]
    sizes: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Column:
    """One value a record at most: a code into `words`, -1 where it is unknown."""

    codes: Codes
    words: Words


@dataclass(frozen=True, slots=True)
class Sets:
    """Any number of members a record: those of record `i` are `members[starts[i]:starts[i + 1]]`, sorted codes."""

    starts: Codes
    members: Codes
    names: Sequence[str | int]
    share: Floats
    own: NDArray[np.bool_]
    """Of each row of `members`: whether the record says so itself (a handle may also be guessed from a name)."""


@dataclass(frozen=True, slots=True)
class Table:
    """All records, by position."""

    told: Sequence[Told]
    counts: Counts
    parts: Words
    forms: Codes
    """Part codes of each distinct form, -1 beyond its end."""
    wholes: Words
    """Each form as one string; how common it would be if its parts were independent."""
    form_starts: Codes
    form_codes: Codes
    nicknames: Codes
    """Sorted `a * len(parts) + b` of parts that stand for each other."""
    given: NDArray[np.bool_]
    columns: Mapping[str, Column]
    sets: Mapping[str, Sets]


def distinct(codes: Codes) -> Codes:
    """Return each code once, sorted; sorting is several times as fast as numpy's hashing for millions of them."""
    codes = np.sort(codes)
    return codes[np.diff(codes, prepend=codes[:1] - 1) > 0]


def tabulate(told: Sequence[Told], counts: Counts) -> Table:
    """Turn records into arrays; `counts` says how common each value is, among these records or more."""
    vocabulary = sorted({part for record in told for form in record.forms for part in form})
    code = {part: number for number, part in enumerate(vocabulary)}
    known = sorted({form for record in told for form in record.forms})
    rows = {form: number for number, form in enumerate(known)}
    forms = np.full((len(known), PARTS), -1, np.int64)
    for number, form in enumerate(known):
        forms[number, : len(form)] = [code[part] for part in form]
    parts = _words(vocabulary, _shares(counts.part(part) for part in vocabulary))
    return Table(
        told=told,
        counts=counts,
        parts=parts,
        forms=forms,
        wholes=_words(["".join(form) for form in known], _whole_share(forms, parts.share)),
        form_starts=_starts([len(record.forms) for record in told]),
        form_codes=np.array([rows[form] for record in told for form in record.forms], np.int64),
        nicknames=_nicknames(code),
        given=np.array([part in relatives() for part in vocabulary], np.bool_),
        columns={name: _column(told, name, counts) for name in sorted(counts.values)},
        sets={kind: _sets(told, kind, counts) for kind in SETS if kind in counts.sets},
    )


def recount(table: Table) -> Table:
    """Return the same table with shares as `table.counts` says now."""
    counts = table.counts
    parts = replace(table.parts, share=_shares(counts.part(part) for part in table.parts.texts))
    columns = {
        name: replace(
            column, words=replace(column.words, share=_shares(counts.value(name, v) for v in column.words.texts))
        )
        for name, column in table.columns.items()
    }
    sets = {
        kind: replace(found, share=_shares(counts.member(kind, member) for member in found.names))
        for kind, found in table.sets.items()
    }
    wholes = replace(table.wholes, share=_whole_share(table.forms, parts.share))
    return replace(table, parts=parts, wholes=wholes, columns=columns, sets=sets)


def _shares(shares: Iterable[float]) -> Floats:
    return np.fromiter(shares, np.float32)


def _whole_share(forms: Codes, share: Floats) -> Floats:
    found = np.where(forms >= 0, share[forms], 1.0).prod(axis=1) if len(share) else np.ones(len(forms))
    least: Floats = np.maximum(found, 1e-12).astype(np.float32)
    return least


def _words(texts: Sequence[str], share: Floats) -> Words:
    joined = [text.replace(" ", "") for text in texts]
    bare = np.array([text.isalpha() and bones(text) == text for text in joined], np.bool_)
    sizes = np.array([len(text) for text in texts], np.int32)
    return Words(texts, share, _codes(map(sound, joined)), _codes(map(bones, joined)), bare, sizes)


def _codes(texts: Iterable[str]) -> Codes:
    codes: dict[str, int] = {}
    return np.array([codes.setdefault(text, len(codes)) for text in texts], np.int64)


def _column(told: Sequence[Told], name: str, counts: Counts) -> Column:
    texts = sorted({record.values[name] for record in told if name in record.values}) or [""]
    code = {text: number for number, text in enumerate(texts)}
    codes = np.array([code[record.values[name]] if name in record.values else -1 for record in told], np.int64)
    return Column(codes, _words(texts, _shares(counts.value(name, text) for text in texts)))


def _sets(told: Sequence[Told], kind: str, counts: Counts) -> Sets:
    empty: frozenset[str | int] = frozenset()
    members = sorted({m for record in told for m in record.sets.get(kind, empty)}, key=lambda m: (str(type(m)), m))
    code = {member: number for number, member in enumerate(members)}
    rows = [sorted(code[m] for m in record.sets.get(kind, empty)) for record in told]
    own = [
        kind != "handle" or members[number] in record.own
        for record, row in zip(told, rows, strict=True)
        for number in row
    ]
    return Sets(
        _starts([len(row) for row in rows]),
        np.array([number for row in rows for number in row], np.int64),
        members,
        _shares(counts.member(kind, member) for member in members),
        np.array(own, np.bool_),
    )


def _starts(sizes: Sequence[int]) -> Codes:
    return np.concatenate([[0], np.cumsum(np.array(sizes, np.int64))]).astype(np.int64)


def _nicknames(code: Mapping[str, int]) -> Codes:
    pairs = [
        a * len(code) + code[other]
        for part, a in code.items()
        for other in relatives().get(part, frozenset())
        if other in code
    ]
    return np.array(sorted(pairs), np.int64)
