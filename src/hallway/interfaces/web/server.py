"""Running the app: on this machine alone, or for the phone beside it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from hallway.app import Memory
from hallway.interfaces.web.app import make
from hallway.interfaces.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Where:
    """Where to listen: `lan` lets other machines of the network in; `certificate` and `key` (PEM) make it HTTPS."""

    port: int = 8420
    lan: bool = False
    certificate: Path | None = None
    key: Path | None = None
    names: tuple[str, ...] = ()

    @property
    def scheme(self) -> str:
        return "https" if self.certificate else "http"

    @property
    def address(self) -> str:
        return "0.0.0.0" if self.lan else "127.0.0.1"

    def hosts(self) -> frozenset[str]:
        """What a browser may call this server."""
        called = ["127.0.0.1", "localhost", *self.names]
        if self.lan:
            called += [own_address(), socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"]
        return frozenset(f"{name}:{self.port}" for name in called)

    def url(self, link: str) -> str:
        """The address that signs a browser in."""
        name = (self.names[0] if self.names else own_address()) if self.lan else "127.0.0.1"
        return f"{self.scheme}://{name}:{self.port}/enter?link={link}"


def own_address() -> str:
    """This machine's address in its network (IPv4), as its route out would have it; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def serve(memory: Memory, where: Where, ready: Callable[[], None]) -> None:
    """Serve one memory until interrupted. `ready` is called when the port is ours. Raises OSError where it is not."""
    # Named as TCP, so that asyncio sends small answers at once instead of waiting for the acknowledgement of their head.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((where.address, where.port))
    desk = Desk(memory, where.hosts(), secure=where.scheme == "https", lan=where.lan)
    options = uvicorn.Config(
        make(desk),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ssl_certfile=where.certificate,
        ssl_keyfile=where.key,
        timeout_graceful_shutdown=3,
    )
    ready()
    uvicorn.Server(options).run([listening])
