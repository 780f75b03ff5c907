"""Making what comes next while what came before is used."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(items: Iterator[T]) -> Generator[T, None, None]:
    """The same items, the next one made in a thread while the last one is used; no more than one is ever waiting.

    What goes wrong in making one is raised here, where it would have come. Pays where using them waits for a disk or works in
    C: SQLite lets other threads run while it does.
    """
    with ThreadPoolExecutor(1, "ahead") as thread:
        coming = thread.submit(_next, items)
        while made := coming.result():
            coming = thread.submit(_next, items)
            yield made[0]


def _next(items: Iterator[T]) -> tuple[T] | None:
    """The next item; None after the last."""
    for item in items:
        return (item,)
    return None
