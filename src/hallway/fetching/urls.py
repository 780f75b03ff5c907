"""Addresses of pages: which are fit to be fetched, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from hallway.fetching.problems import FetchProblem

_LONGEST = 2000
_WEB = frozenset({80, 443})
_BLOCKED = frozenset(
    {
        1719,
        1720,
        1723,
        2049,
        3659,
        4045,
        4190,
        5060,
        5061,
        6000,
        6379,
        6566,
        6665,
        6666,
        6667,
        6668,
        6669,
        6679,
        6697,
        9200,
    }
    | {3306, 5432, 10080, 11211, 27017}
)
"""Above 1023, what no web server listens on (after the list of bad ports of the Fetch standard, whatwg.org, and databases)."""

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|[0-9a-f.]*:[0-9a-f:.]*")


@dataclass(frozen=True, slots=True)
class Url:
    """An address taken apart: `host` in letters that DNS takes, `target` is path and query as they are sent."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def at(self) -> str:
        """Host and port as a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.scheme == "https" else 80)
        return host if usual else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.at}{self.target}"


def parse(text: str) -> Url:
    """The address, if it can be fetched. Raises FetchProblem, with what to do, where it cannot."""
    text = re.sub(r"^feed:(?://)?(?=https?://)", "", text.strip())
    text = re.sub(r"^feed://", "http://", text)
    if not text or len(text) > _LONGEST or re.search(r"[\x00-\x20\x7f\\]", text):
        raise FetchProblem("this is no address of a page: give one such as https://example.org/feed")
    try:
        parts = urlsplit(text if "//" in text else f"https://{text}")
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise FetchProblem("this is no address of a page: give one such as https://example.org/feed") from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise FetchProblem(f"only http and https are fetched, not {scheme}: give the address of the page")
    if parts.username is not None or parts.password is not None:
        raise FetchProblem("there is a name or password in this address: give it without")
    if not _HOST.fullmatch(host):
        raise FetchProblem("this address names no host: give one such as https://example.org/feed")
    port = port or (443 if scheme == "https" else 80)
    if port not in _WEB and (port < 1024 or port in _BLOCKED):
        raise FetchProblem(f"port {port} is not one that pages are fetched from")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    return Url(scheme, host, port, target)


def joined(base: str, link: str) -> str:
    """What a link on the page `base` points at; an empty string where that is no web address."""
    try:
        found = urljoin(base, link.strip())
    except ValueError:
        return ""
    return found if re.match(r"https?://[^/\s]", found, re.I) else ""
