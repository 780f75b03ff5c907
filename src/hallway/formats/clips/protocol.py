"""What was attached and cannot be kept, and how much of it may come."""

MOST_BYTES = 25_000_000
"""Bytes of one photo or recording."""


class BadClip(ValueError):
    """No photo or recording that can be kept: the message says why, and what to do."""
