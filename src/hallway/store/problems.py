"""What can be wrong with a memory file, said so that its owner knows what to do."""

from __future__ import annotations


class MemoryProblem(Exception):
    """The memory cannot be opened or written; the message says why and what to do."""
