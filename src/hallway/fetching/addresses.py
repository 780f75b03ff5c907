"""Which machines may be asked: those on the public internet, and never this one or its neighbours.

A page on the web must not be able to make Hallway knock at a router, a printer or a cloud's own services (server-side request
forgery). So the addresses that a name stands for are looked up once, all of them are checked, and the connection goes to the
address that was checked: a name that means something else a moment later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import socket
import threading
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue

from hallway.fetching.problems import FetchProblem

_UNICAST = IPv6Network("2000::/3")
"""All that is handed out to anybody so far (IANA, IPv6 Global Unicast Address Assignments)."""
_NAT64 = IPv6Network("64:ff9b::/96")
_RELAY = IPv4Network("192.88.99.0/24")
"""The gateways of 6to4, withdrawn by RFC 7526."""

Found = tuple[socket.AddressFamily, str]


def public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is somebody's on the public internet: for one that wraps another (mapped, 6to4, NAT64), both."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved and address not in _RELAY
    if address.ipv4_mapped:
        return False
    if address in _NAT64:
        return public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address.sixtofour and not public(address.sixtofour):
        return False
    return address in _UNICAST and address.is_global and address.teredo is None


def look_up(host: str, port: int, allow_local: bool, seconds: float) -> list[Found]:
    """The addresses of a host, in the order in which to try them. One that is not public rules out all of them.

    Raises FetchProblem where there are none within `seconds`, or where one is local and `allow_local` does not permit it.
    """
    found = _resolve(host, port, seconds)
    if not allow_local:
        for _, address in found:
            if not public(ip_address(address.partition("%")[0])):
                raise FetchProblem(f"{host} is in a local network ({address}): only the public internet is asked")
    return found


def _resolve(host: str, port: int, seconds: float) -> list[Found]:
    """What the system's resolver says; it cannot be told to hurry, so it is left behind when the time is over."""
    answer: Queue[list[Found] | OSError] = Queue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put([(family, str(where[0])) for family, _, _, _, where in rows])
        except (OSError, UnicodeError) as error:
            answer.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise FetchProblem(f"looking up {host} took longer than {seconds:g} seconds: check the network") from None
    if isinstance(found, OSError) or not found:
        raise FetchProblem(f"there is no {host}, or no network: check the address")
    return list(dict.fromkeys(found))
