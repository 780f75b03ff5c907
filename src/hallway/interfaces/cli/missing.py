"""What to say where nobody, or nothing, goes by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from hallway.interfaces.cli.options import fail
from hallway.interfaces.cli.render import listed

if TYPE_CHECKING:
    from hallway.app import Memory


def nobody(memory: Memory, called: str) -> NoReturn:
    """End the program: there is nobody of this name; names that look like it are offered."""
    near = memory.similar(called)
    also = f"; did you mean {listed(near, 'or')}?" if near else "; `hallway people` lists those who are"
    fail(f"nobody here is called “{called}”{also}")
    raise SystemExit(1)


def no_event(memory: Memory, called: str) -> NoReturn:
    """End the program: there is no event of this name; names that look like it are offered."""
    near = memory.similar_events(called)
    also = f"; did you mean {listed(near, 'or')}?" if near else "; `hallway events` lists those that are"
    fail(f"no event here is known as “{called}”{also}")
    raise SystemExit(1)
