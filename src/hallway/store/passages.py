"""The sentences that facts rest on, the words around them, and their vectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hallway.model import Span
from hallway.store.store import Row, Store, Writer, marks
from hallway.store.tables import PASSAGE

BEFORE = 160
AFTER = 240
_BREAK = re.compile(r"\n\s*\n|\n(?=(?:[-*•+–#>]|\d+[.)])\s)|</(?:p|li|h\d|div|td)>", re.I)
_MOST_VALUES = 30000


def add(store: Writer, source: int, span: Span, whole: str, plain: int = 0) -> int:
    """A passage of `source` that is new; `whole` is the source's text, empty where what stands around says nothing.

    `plain`: 0 is found by its words and by what it means, 1 by its words, 2 by neither.
    """
    before, after = around(whole, span.start, span.end) if whole else ("", "")
    return store.put(PASSAGE, source, span.start, span.end, span.text, before, after, plain)


def known(store: Store, source: int, span: Span) -> int | None:
    """The row of a passage that was added before."""
    found = store.row(
        'SELECT id FROM passage WHERE source_id = ? AND start = ? AND "end" = ?', (source, span.start, span.end)
    )
    return int(found["id"]) if found else None


def around(whole: str, start: int, end: int) -> tuple[str, str]:
    """The words right before and after [start, end) in the same paragraph or bullet, whole words only."""
    low, high = max(0, start - BEFORE), min(len(whole), end + AFTER)
    before, after = whole[low:start], whole[end:high]
    breaks = list(_BREAK.finditer(before))
    if breaks:
        before = before[breaks[-1].end() :]
    elif low:
        before = before.partition(" ")[2]
    cut = _BREAK.search(after)
    if cut:
        after = after[: cut.start()]
    elif high < len(whole):
        after = after.rpartition(" ")[0]
    return before.strip(), after.strip()


def pending(store: Store, most: int) -> list[Row]:
    """The next passages without a vector (id, text, before, after), in order of their ids."""
    return store.rows(
        "SELECT id, text, before, after FROM passage"
        " WHERE plain = 0 AND id > (SELECT coalesce(max(passage_id), 0) FROM sign) ORDER BY id LIMIT ?",
        (most,),
    )


def count_pending(store: Store) -> int:
    found = store.row(
        "SELECT count(*) AS n FROM passage WHERE plain = 0 AND id > (SELECT coalesce(max(passage_id), 0) FROM sign)"
    )
    return int(found["n"]) if found else 0


def add_vectors(store: Store, rows: Sequence[tuple[int, bytes, bytes]]) -> None:
    """Write vectors as (passage id, codes, sign bits); what another process wrote meanwhile stays."""
    store.run_many(
        "INSERT OR IGNORE INTO vector SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM passage WHERE id = ?1)",
        [(number, codes) for number, codes, _ in rows],
    )
    store.run_many(
        "INSERT OR IGNORE INTO sign SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM passage WHERE id = ?1)",
        [(number, bits) for number, _, bits in rows],
    )


def signs_after(store: Store, number: int) -> Iterator[Row]:
    """Sign bits (passage_id, bits) of the passages beyond one id, in order."""
    return store.each("SELECT passage_id, bits FROM sign WHERE passage_id > ? ORDER BY passage_id", (number,))


def codes_of(store: Store, ids: Sequence[int]) -> list[Row]:
    """Codes (passage_id, codes) of those passages that have any, in no order."""
    return _among(store, "SELECT passage_id, codes FROM vector WHERE passage_id IN", ids)


def texts_of(store: Store, ids: Sequence[int]) -> list[Row]:
    """The passages (id, source_id, start, end, text, before, after) that still exist, in no order."""
    return _among(store, 'SELECT id, source_id, start, "end", text, before, after FROM passage WHERE id IN', ids)


def with_word(store: Store, match: str, most: int) -> list[int]:
    """The first ids of passages that match a full-text query, at most `most`."""
    found = store.rows("SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?", (match, most))
    return [int(r[0]) for r in found]


def newest_with(store: Store, match: str, most: int) -> list[int]:
    """The highest ids of passages that match a full-text query, at most `most`."""
    statement = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [int(r[0]) for r in store.rows(statement, (match, most))]


def newest(store: Store) -> int:
    """The highest id that a passage has, 0 in an empty memory."""
    found = store.row("SELECT max(id) AS n FROM passage")
    return int(found["n"] or 0) if found else 0


def _among(store: Store, statement: str, ids: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for start in range(0, len(ids), _MOST_VALUES):
        some = ids[start : start + _MOST_VALUES]
        rows += store.rows(f"{statement} ({marks(some)})", some)
    return rows
