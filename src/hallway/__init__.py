"""Hallway: the memory of the people you meet at conferences.

`from hallway import Memory` is the whole library; it is imported when first asked for, so that `import hallway` is free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hallway.app import Memory as Memory

__version__ = "0.1.0"
__all__ = ["Memory", "__version__"]


def __getattr__(name: str) -> object:
    if name == "Memory":
        from hallway.app import Memory

        return Memory
    raise AttributeError(f"module 'hallway' has no attribute {name!r}")
