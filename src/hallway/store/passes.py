"""Who may come in: links, sessions and tokens, each known by the digest of its secret."""

from __future__ import annotations

from hallway.store.store import Row, Store


def add(store: Store, kind: str, digest: str, label: str, scopes: str, made_at: str, ends_at: str) -> int:
    """Note a pass; times are UTC, ISO 8601."""
    told = {"kind": kind, "digest": digest, "label": label, "scopes": scopes}
    return store.insert("pass", **told, made_at=made_at, ends_at=ends_at)


def standing(store: Store, kind: str, digest: str, now: str) -> Row | None:
    """The pass with this digest, if it has not ended."""
    return store.row("SELECT * FROM pass WHERE digest = ? AND kind = ? AND ends_at > ?", (digest, kind, now))


def seen(store: Store, pass_id: int, at: str, ends_at: str) -> None:
    store.run("UPDATE pass SET seen_at = ?, ends_at = ? WHERE id = ?", (at, ends_at, pass_id))


def remove(store: Store, pass_id: int) -> bool:
    """Whether there was one to remove."""
    if store.row("SELECT 1 FROM pass WHERE id = ?", (pass_id,)) is None:
        return False
    store.run("DELETE FROM pass WHERE id = ?", (pass_id,))
    return True


def remove_ended(store: Store, now: str) -> None:
    store.run("DELETE FROM pass WHERE ends_at <= ?", (now,))


def of_kind(store: Store, kind: str, now: str) -> list[Row]:
    """Those that stand, the one seen last first."""
    return store.rows(
        "SELECT * FROM pass WHERE kind = ? AND ends_at > ? ORDER BY coalesce(seen_at, made_at) DESC, id DESC",
        (kind, now),
    )
