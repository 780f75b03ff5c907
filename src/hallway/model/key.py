"""What tells a person apart from everybody else: an address, a profile, a feed, an event's own id for them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from hallway.model.evidence import Span
from hallway.model.person import Ref

KINDS = ("email", "url", "feed", "phone", "handle", "id")
"""`handle` is written `platform:name`, `id` is written `namespace:number`, the namespace being whoever gives the ids."""

EXCLUSIVE = frozenset({"id"})
"""Kinds of which one person has one in each namespace: two different ones are two people."""

_SHARED = frozenset("info office contact hello mail team press support admin sales noreply no-reply".split())


@dataclass(frozen=True, slots=True)
class KeyFact:
    """`person` has this address; `kind` is one of KINDS, `value` is as the source writes it."""

    person: Ref
    kind: str
    value: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"a key is one of {', '.join(KINDS)}, not {self.kind}")


@lru_cache(8192)
def normal(kind: str, value: str) -> str:
    """The form in which two writings of one key are equal; empty where the value is none at all.

    Mail addresses lose case (RFC 5321 would let the part before the @ differ; no provider does), profile URLs lose scheme,
    `www.`, query and the slash at their end, telephone numbers keep their digits and a leading plus.
    """
    text = unicodedata.normalize("NFC", value.strip())
    if kind == "email":
        address = text.removeprefix("mailto:").strip("<>").casefold()
        return address if re.fullmatch(r"[^@\s]+@[^@\s]+", address) else ""
    if kind in ("url", "feed"):
        return _url(text)
    if kind == "phone":
        digits = re.sub(r"[^\d+]", "", text.removeprefix("tel:").partition(";")[0])
        digits = "+" + digits[2:] if digits.startswith("00") else digits
        return digits if len(digits.lstrip("+")) >= 5 else ""
    return text.casefold()


def tells_apart(kind: str, normalised: str) -> bool:
    """Whether a key is one person's own: `info@` and its like are a desk's, and a bare domain is an organization's."""
    if kind == "email":
        return normalised.partition("@")[0] not in _SHARED
    if kind == "url":
        return "/" in normalised
    return bool(normalised)


def _url(text: str) -> str:
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
    except ValueError:
        return ""
    host = (parts.netloc.rpartition("@")[2]).casefold().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" if host and "." in host else ""
