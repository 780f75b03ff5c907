"""One connection to an address that was checked, with an end to every wait."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Sequence
from functools import lru_cache
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from hallway.fetching.addresses import Found
from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import Url

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


class Deadline:
    """When all of it has to be over; also how long any single wait may take."""

    def __init__(self, total: float, each: float) -> None:
        self._end = time.monotonic() + total
        self._total, self._each = total, each

    def wait(self) -> float:
        """Seconds that the next wait may take. Raises FetchProblem where there is no time left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed("the server")
        return min(left, self._each)

    def passed(self, host: str) -> FetchProblem:
        """What to say when a wait was in vain."""
        if time.monotonic() >= self._end:
            return FetchProblem(f"{host} took longer than {self._total:g} seconds in all: try again later")
        return FetchProblem(f"{host} did not answer within {self._each:g} seconds: try again later")


class Connection(HTTPConnection):
    """Speaks to `addresses`, the first that answers, whatever the host's name may mean by now."""

    def __init__(self, url: Url, addresses: Sequence[Found], deadline: Deadline) -> None:
        super().__init__(url.host, url.port)
        self._url, self._addresses, self._deadline = url, addresses, deadline

    def connect(self) -> None:
        """Raises OSError where no address answers, and FetchProblem where the time is over."""
        failed: OSError = OSError("no address")
        for family, address in self._addresses:
            plain = socket.socket(family, socket.SOCK_STREAM)
            try:
                plain.settimeout(self._deadline.wait())
                plain.connect((address, self._url.port))
                self.sock = _Timed(self._secured(plain), self._deadline)
                return
            except OSError as error:
                plain.close()
                failed = error
            except BaseException:
                plain.close()
                raise
        raise failed

    def _secured(self, plain: socket.socket) -> socket.socket:
        if self._url.scheme == "http":
            return plain
        plain.settimeout(self._deadline.wait())
        return _trust().wrap_socket(plain, server_hostname=self._url.host)


class _Timed:
    """A connected socket as HTTPConnection uses one; its reads end with the deadline, so that dripping gains no time."""

    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline
        self._handed_over = False

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._deadline.wait())
        self._inner.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """What the answer is read from; from now on the socket is the reader's to close."""
        self._handed_over = True
        return io.BufferedReader(_Reads(self._inner, self._deadline))

    def close(self) -> None:
        if not self._handed_over:
            self._inner.close()


class _Reads(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        self._inner.settimeout(self._deadline.wait())
        return self._inner.recv_into(buffer)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()
