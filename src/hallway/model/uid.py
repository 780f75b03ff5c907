"""The lasting id under which somebody leaves a memory, so that whoever comes back is recognised.

It is a UUID of version 8 (RFC 9562, section 5.8): the number of the record, and a mark that only this memory can make. So it can
be looked up without being kept, and an id of another memory, or of a record that is gone, means nobody.
"""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

_OURS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.I)


def uid(memory: str, noun: str, number: int, action: int, at: str) -> str:
    """The id of a record (`noun` is `person` or `event`) with this number, which `action` made `at` a time, in a memory.

    The time tells records apart that two copies of one memory made under the same numbers.
    """
    mark = hashlib.sha256(f"{memory}\n{noun}\n{number}\n{action}\n{at}".encode()).digest()
    made = bytearray((number & 0xFFFFFFFF).to_bytes(4) + mark[:12])
    made[6] = 0x80 | made[6] & 0x0F
    made[8] = 0x80 | made[8] & 0x3F
    return str(UUID(bytes=bytes(made)))


def record_in(text: str) -> tuple[str, int] | None:
    """The id that some words end in and the number of the record that it may be of; None where they end in none."""
    found = _OURS.fullmatch(text[-36:])
    return (found[0].lower(), int(found[0][:8], 16)) if found else None
