"""Rows piled up and written together: many records at once cost a fraction of what they cost one by one.

Whoever uses it has the transaction, and reads nothing of what is still on the pile.
"""

from __future__ import annotations

from hallway.store.store import Store, Value
from hallway.store.tables import Table, table


class _Pile:
    """The values of the rows of one table, a row after another, and the id of the next one."""

    __slots__ = ("next", "values")

    def __init__(self, first: int) -> None:
        self.next = first
        self.values: list[Value] = []


class Later:
    """Takes rows as the memory does, with the ids that they will have."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._piles: dict[Table, _Pile] = {}

    def put(self, to: Table, *row: Value) -> int:
        """Put a row on the pile; returns its id where its table gives one, else 0."""
        pile = self._piles.get(to)
        if pile is None:
            pile = self._piles[to] = _Pile(self._first(to.name) if to.numbered else 0)
        if not to.numbered:
            pile.values += row
            return 0
        number = pile.next
        pile.next = number + 1
        pile.values.append(number)
        pile.values += row
        return number

    def insert(self, name: str, /, **values: Value) -> int:
        """Put a row of any table on the pile, by its columns."""
        return self.put(table(name, tuple(values)), *values.values())

    def _first(self, name: str) -> int:
        """The id after all that the table has, and ever had where it says so."""
        found = self._store.row(f"SELECT max(id) AS n FROM {name}")
        ever = self._store.row("SELECT seq AS n FROM sqlite_sequence WHERE name = ?", (name,))
        return 1 + max(int(row["n"] or 0) for row in (found, ever) if row)

    def flush(self) -> None:
        """Write the pile down."""
        for to, pile in sorted(self._piles.items(), key=lambda item: item[0].rank):
            columns = ("id", *to.columns) if to.numbered else to.columns
            self._store.insert_many(to.name, columns, pile.values)
        self._piles.clear()
