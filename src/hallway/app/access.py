"""The part of a memory that is about who may come in: links, sessions, tokens, the pass-phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hallway.actions import admit

if TYPE_CHECKING:
    from hallway.actions.admit import Pass
    from hallway.app.memory import Memory


class Access:
    """Reached as `memory.access`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def link(self, label: str = "link") -> str:
        """The secret of a link that signs one browser in, once, within twelve hours."""
        return admit.give(self._memory.store, "link", label)

    def redeem(self, link: str, label: str) -> str | None:
        """A session's secret for a link's; None for a link that was used, is too old, or never was."""
        return admit.redeem(self._memory.store, link, label)

    def session(self, label: str) -> str:
        """The secret of a new session, for a browser that gave the pass-phrase."""
        return admit.give(self._memory.store, "session", label)

    def token(self, label: str, scopes: tuple[str, ...]) -> str:
        """The secret of a new token for a program. Raises ValueError for scopes other than read and write."""
        if not scopes or not set(scopes) <= set(admit.SCOPES):
            raise ValueError(f"a token is for {' or '.join(admit.SCOPES)}")
        return admit.give(self._memory.store, "token", label, scopes)

    def admit(self, kind: str, secret: str) -> Pass | None:
        """Whom a session's or a token's secret lets in; None for nobody."""
        return admit.admit(self._memory.store, kind, secret)

    def sessions(self) -> list[Pass]:
        """Browsers that are signed in, the one used last first."""
        return admit.passes_of(self._memory.store, "session")

    def tokens(self) -> list[Pass]:
        """Programs that may come in."""
        return admit.passes_of(self._memory.store, "token")

    def revoke(self, pass_id: int) -> bool:
        """End a session or token at once; False where there is none of this number."""
        return admit.revoke(self._memory.store, pass_id)

    @property
    def has_phrase(self) -> bool:
        """Whether a pass-phrase was ever chosen."""
        return admit.has_phrase(self._memory.store)

    def set_phrase(self, phrase: str) -> None:
        """Choose the pass-phrase. Raises ValueError for one that is too short to be one."""
        admit.set_phrase(self._memory.store, phrase)

    def is_phrase(self, phrase: str) -> bool:
        """Whether this is the pass-phrase. Takes a tenth of a second, right or wrong."""
        return admit.is_phrase(self._memory.store, phrase)
