"""Prints rows of numbers under their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def table(headings: Sequence[str], rows: Mapping[str, Sequence[float | None]], decimals: int = 1) -> str:
    """Return an aligned table: a name and its numbers a row, a dash where a number is missing."""
    width = max(map(len, rows))
    lines = [" " * width + "".join(f"{heading:>9}" for heading in headings)]
    for name, numbers in rows.items():
        cells = ("-" if number is None else f"{number:.{decimals}f}" for number in numbers)
        lines.append(f"{name:<{width}}" + "".join(f"{cell:>9}" for cell in cells))
    return "\n".join(lines)
