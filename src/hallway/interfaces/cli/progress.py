"""A progress bar on standard error, for what takes longer than a second, and only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds before a bar is shown."""

_EVERY = 0.05
_COLUMNS = 30


@contextmanager
def bar(label: str, patience: float = PATIENCE) -> Iterator[Callable[[int, int], None]]:
    """Gives a function of (done, total) that draws the bar; the line is wiped at the end."""
    begun, last, drawn, watched = time.monotonic(), 0.0, False, sys.stderr.isatty()

    def draw(done: int, total: int) -> None:
        nonlocal drawn, last
        now = time.monotonic()
        if not watched or now - begun < patience or now - last < _EVERY:
            return
        drawn, last = True, now
        full = _COLUMNS * done // max(total, 1)
        sys.stderr.write(f"\r{label} {'█' * full}{'░' * (_COLUMNS - full)} {done:,}/{total:,}")
        sys.stderr.flush()

    try:
        yield draw
    finally:
        if drawn:
            sys.stderr.write("\r" + " " * 79 + "\r")
            sys.stderr.flush()
