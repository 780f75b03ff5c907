"""Letting browsers and programs in: one-time links, sessions, tokens, and the pass-phrase.

Secrets are 256 random bits, shown once and kept as SHA-256: nothing slower is needed for what cannot be guessed. A
pass-phrase can be, so it is kept as scrypt (RFC 7914), with the parameters that OWASP's Password Storage Cheat Sheet gives.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hallway.store import passes
from hallway.store.store import Row, Store

LINK_LASTS = timedelta(hours=12)
SESSION_LASTS = timedelta(days=90)
"""A session ends when it was not used for so long."""
TOKEN_LASTS = timedelta(days=365)
SCOPES = ("read", "write")
_FOR_GOOD = "9999-12-31"
_COST, _BLOCK, _LANES = 2**15, 8, 3
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Pass:
    """Something that lets somebody in. Times are UTC, ISO 8601; `seen_at` is None where it was never used."""

    id: int
    kind: str
    label: str
    scopes: tuple[str, ...]
    made_at: str
    seen_at: str | None
    ends_at: str


def give(store: Store, kind: str, label: str, scopes: tuple[str, ...] = SCOPES) -> str:
    """Make a link, a session or a token, and return its secret, which nothing can tell again."""
    secret = secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    lasts = {"link": LINK_LASTS, "session": SESSION_LASTS, "token": TOKEN_LASTS}[kind]
    with store.transaction():
        passes.remove_ended(store, _iso(now))
        passes.add(store, kind, _digest(secret), label[:200], " ".join(scopes), _iso(now), _iso(now + lasts))
    return secret


def redeem(store: Store, link: str, label: str) -> str | None:
    """Turn a one-time link into a session: its secret; None for a link that was used, is too old, or never was."""
    with store.transaction():
        found = passes.standing(store, "link", _digest(link), _iso(datetime.now(UTC)))
        if found is None:
            return None
        passes.remove(store, int(found["id"]))
    return give(store, "session", label)


def admit(store: Store, kind: str, secret: str) -> Pass | None:
    """Whom this secret lets in; a session then lasts on. Noted at most once an hour, so that reading writes nothing."""
    now = datetime.now(UTC)
    found = passes.standing(store, kind, _digest(secret), _iso(now))
    if found is None:
        return None
    if (found["seen_at"] or "") < _iso(now - timedelta(hours=1)):
        ends = _iso(now + SESSION_LASTS) if kind == "session" else found["ends_at"]
        passes.seen(store, int(found["id"]), _iso(now), ends)
    return _pass(found)


def passes_of(store: Store, kind: str) -> list[Pass]:
    """The sessions or tokens that stand, the one used last first."""
    return [_pass(row) for row in passes.of_kind(store, kind, _iso(datetime.now(UTC)))]


def revoke(store: Store, pass_id: int) -> bool:
    """End a session or token at once; False where there is none of this number."""
    return passes.remove(store, pass_id)


def set_phrase(store: Store, phrase: str) -> None:
    """Choose the pass-phrase. Raises ValueError for one that is too short to be one."""
    if len(phrase.strip()) < _SHORTEST:
        raise ValueError(f"a pass-phrase has at least {_SHORTEST} letters: three or four words are easiest to type")
    salt = os.urandom(16)
    now = _iso(datetime.now(UTC))
    with store.transaction():
        for old in passes.of_kind(store, "phrase", now):
            passes.remove(store, int(old["id"]))
        digest = f"{salt.hex()}:{_scrypt(phrase, salt).hex()}"
        passes.add(store, "phrase", digest, "pass-phrase", " ".join(SCOPES), now, _FOR_GOOD)


def has_phrase(store: Store) -> bool:
    """Whether a pass-phrase was ever chosen."""
    return bool(_phrase(store))


def is_phrase(store: Store, phrase: str) -> bool:
    """Whether this is the pass-phrase; takes as long for a wrong one."""
    salt, _, kept = (_phrase(store) or f"{bytes(16).hex()}:").partition(":")
    return hmac.compare_digest(_scrypt(phrase, bytes.fromhex(salt)).hex(), kept)


def _phrase(store: Store) -> str:
    found = passes.of_kind(store, "phrase", _iso(datetime.now(UTC)))
    return str(found[0]["digest"]) if found else ""


def _scrypt(phrase: str, salt: bytes) -> bytes:
    told = " ".join(phrase.split()).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(told, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=2**26)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _pass(row: Row) -> Pass:
    scopes = tuple(row["scopes"].split())
    return Pass(row["id"], row["kind"], row["label"], scopes, row["made_at"], row["seen_at"], row["ends_at"])
