"""What all requests of one server share: the memory, one at a time, and what was just done."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING

from hallway.interfaces.web.jobs import Jobs
from hallway.interfaces.web.standing import Standing

if TYPE_CHECKING:
    from hallway.app import Memory
    from hallway.model import Reading

_MINUTE = 60.0
_MOST_READINGS = 20


@dataclass(frozen=True, slots=True)
class Said:
    """What to say on the next page: `text`, and the action that a button beside it takes back."""

    text: str
    undo: int | None = None
    wrong: bool = False


@dataclass(slots=True)
class Tries:
    """How often in vain somebody tried to sign in: `most` a minute from one address, four times as many from everywhere."""

    most: int = 5
    _by_address: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _all: deque[float] = field(default_factory=deque)

    def allowed(self, address: str) -> bool:
        """Whether one more is; noted as one if so."""
        now = time.monotonic()
        mine = self._by_address[address]
        for tries in (mine, self._all):
            while tries and tries[0] < now - _MINUTE:
                tries.popleft()
        if len(mine) >= self.most or len(self._all) >= 4 * self.most:
            return False
        mine.append(now)
        self._all.append(now)
        return True

    def right(self, address: str) -> None:
        """The last one was right, and so does not count."""
        for tries in (self._by_address[address], self._all):
            if tries:
                tries.pop()


class Desk:
    """One server's memory, and the lock that whoever uses it holds."""

    def __init__(self, memory: Memory, hosts: frozenset[str], *, secure: bool = False, lan: bool = False) -> None:
        self.memory = memory
        self.hosts = hosts
        self.secure = secure
        self.lan = lan
        self.lock = RLock()
        self.tries = Tries()
        self.jobs = Jobs(memory.path)
        self.standing = Standing(memory, self.jobs, self.lock)
        self._said: OrderedDict[int, Said] = OrderedDict()
        self._readings: OrderedDict[tuple[str, str, str], Reading] = OrderedDict()
        self._reading = RLock()

    @property
    def cookie(self) -> str:
        """The session cookie's name: its own for each port, since browsers share cookies between them."""
        port = min(self.hosts).rpartition(":")[2]
        return f"hallway-{port}"

    def read(self, text: str, name: str, written: str) -> Reading:
        """What a text says; read once, however often it is asked for while somebody mends it. Takes no memory's lock.

        Raises UnreadableText for what is no text, and ValueError for a `written` that is no date.
        """
        key = (text, name, written)
        with self._reading:
            if key not in self._readings:
                self._readings[key] = self.memory.read(text, name=name, written=written or None)
                while len(self._readings) > _MOST_READINGS:
                    self._readings.popitem(last=False)
            return self._readings[key]

    def say(self, session: int, said: Said) -> None:
        """Keep what is to be said on the next page of this session."""
        self._said[session] = said
        while len(self._said) > 100:
            self._said.popitem(last=False)

    def hear(self, session: int) -> Said | None:
        """What is to be said, once."""
        return self._said.pop(session, None)


def form_token(secret: str) -> str:
    """What a form must send back to show that a page of ours made it: HMAC-SHA-256 under the session's secret."""
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()
