"""Rows piled up and written together: many records at once cost a fraction of what they cost one by one.

Whoever uses it has the transaction, and reads nothing of what is still on the pile.
"""

from __future__ import annotations

from hallway.store.store import Store, Value

_NUMBERED = ("source", "person", "organization", "fact", "passage")
"""Tables that give their rows an id, in the order in which the others refer to them."""


class Later:
    """Takes rows as the memory does, with the ids that they will have."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[tuple[str, ...], list[tuple[Value, ...]]] = {}
        self._next: dict[str, int] = {}

    def insert(self, table: str, **values: Value) -> int:
        """Put a row on the pile; returns its id where its table gives one, else 0."""
        number = 0
        row = tuple(values.values())
        if table in _NUMBERED:
            number = self._next.get(table) or self._first(table)
            self._next[table] = number + 1
            row = (number, *row)
        key = (table, *values)
        rows = self._rows.get(key)
        if rows is None:
            rows = self._rows[key] = []
        rows.append(row)
        return number

    def _first(self, table: str) -> int:
        """The id after all that the table has, and ever had where it says so."""
        found = self._store.row(f"SELECT max(id) AS n FROM {table}")
        ever = self._store.row("SELECT seq AS n FROM sqlite_sequence WHERE name = ?", (table,))
        return 1 + max(int(row["n"] or 0) for row in (found, ever) if row)

    def flush(self) -> None:
        """Write the pile down."""
        order = {table: number for number, table in enumerate(_NUMBERED)}
        for (table, *columns), rows in sorted(self._rows.items(), key=lambda item: order.get(item[0][0], len(order))):
            columns = ["id", *columns] if table in order else columns
            names = ", ".join(f'"{c}"' for c in columns)
            marks = ", ".join("?" * len(columns))
            self._store.run_many(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        self._rows.clear()
        self._next.clear()
