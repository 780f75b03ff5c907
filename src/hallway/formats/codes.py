"""What a scanned code says: the card in it, where it is one."""

from __future__ import annotations

import io

from hallway.formats import mecard, vcard
from hallway.formats.protocol import Context, Problem
from hallway.model import Reading

LONGEST = 10_000
"""Characters of a code; a QR code holds no more than 7,089 digits (ISO/IEC 18004)."""


def card_in(text: str) -> Reading | None:
    """The first card of a code (vCard, MECARD, BIZCARD); None where it is something else, or holds no card that can be used."""
    data = text[:LONGEST].encode("utf-8", "replace")
    format = next((f for f in (vcard.FORMAT, mecard.FORMAT) if f.sniff(data, "") >= 0.5), None)
    items = format.read(io.BytesIO(data), Context("scanned code")) if format else iter(())
    return next((item for item in items if not isinstance(item, Problem)), None)
