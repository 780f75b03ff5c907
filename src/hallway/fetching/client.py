"""Fetching one page: politely, safely, and with an end to everything."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException, HTTPResponse

from hallway.fetching.addresses import look_up
from hallway.fetching.body import ENCODINGS, read_body, too_large
from hallway.fetching.connection import Connection, Deadline
from hallway.fetching.politeness import retry_after
from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import Url, joined, parse

AGENT = "Hallway (one person's memory of people; fetches the feeds that this person follows, when asked to)"
_FOR_GOOD = frozenset({301, 308})
_FOR_NOW = frozenset({302, 303, 307})


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of an answer, seconds for any one wait and for all of it, and redirects in a row."""

    size: int = 10_000_000
    each: float = 10.0
    total: float = 30.0
    redirects: int = 5


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` is where it came from in the end, `moved` where it is to be asked for from now on (301 and 308 only).

    `body` is unpacked, and None where nothing changed since the last time (304). Names of `headers` are in lower case.
    """

    url: str
    status: int
    body: bytes | None
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: str | None = None


def fetch(
    address: str,
    etag: str | None = None,
    modified: str | None = None,
    *,
    allow_local: bool = False,
    limits: Limits = USUAL,
) -> Fetched:
    """What is at an address now. `etag` and `modified` are the ETag and Last-Modified of the last time, as they were sent.

    No proxy of the environment is used, no cookie is kept, and nothing but GET is sent. Raises FetchProblem where nothing
    usable comes back. `allow_local` permits the host that is named here to be in a local network, and none that it leads to.
    """
    url, deadline = parse(address), Deadline(limits.total, limits.each)
    asked, own = str(url), url.host if allow_local else ""
    moved, for_good = None, True
    for _ in range(limits.redirects + 1):
        response = _ask(url, etag, modified, url.host == own, deadline)
        with response:
            if response.status not in _FOR_GOOD | _FOR_NOW:
                return _answer(response, url, moved if moved != asked else None, limits, deadline)
            next_url = _next(response, url)
        for_good = (
            for_good and response.status in _FOR_GOOD and not (url.scheme == "https" and next_url.scheme == "http")
        )
        url = next_url
        moved = str(url) if for_good else moved
    raise FetchProblem(f"the address leads from one to the next, more than {limits.redirects} times")


def _ask(url: Url, etag: str | None, modified: str | None, allow_local: bool, deadline: Deadline) -> HTTPResponse:
    headers = {"Host": url.at, "User-Agent": AGENT, "Accept-Encoding": ENCODINGS, "Connection": "close"}
    headers["Accept"] = (
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
    )
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    connection = Connection(url, look_up(url.host, url.port, allow_local, deadline.wait()), deadline)
    try:
        connection.request("GET", url.target, headers=headers)
        return connection.getresponse()
    except TimeoutError:
        raise deadline.passed(url.host) from None
    except ssl.SSLCertVerificationError as error:
        raise FetchProblem(f"{url.host} cannot prove who it is: {error.verify_message}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise FetchProblem(f"{url.host} cannot be reached: {_why(error)}") from None


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)[:100] or type(error).__name__


def _next(response: HTTPResponse, url: Url) -> Url:
    link = joined(str(url), response.getheader("Location") or "")
    if not link:
        raise FetchProblem("the address leads to somewhere that is no web page")
    try:
        return parse(link)
    except FetchProblem as problem:
        raise FetchProblem(f"the address leads to {link[:100]}: {problem}") from None


def _answer(response: HTTPResponse, url: Url, moved: str | None, limits: Limits, deadline: Deadline) -> Fetched:
    headers = {name.lower(): value for name, value in response.getheaders()}
    status = response.status
    if status == 304:
        return Fetched(str(url), status, None, headers, moved)
    if status == 410:
        raise FetchProblem(
            "it is gone for good, says its server (410): unfollow it, or give its new address", gone=True
        )
    if not 200 <= status < 300:
        wait = retry_after(headers.get("retry-after"), datetime.now(UTC))
        raise FetchProblem(f"{url.host} answers {status} {response.reason}".rstrip() + _advice(status), wait=wait)
    if (length := headers.get("content-length", "")).isdigit() and int(length) > limits.size:
        raise too_large(limits.size)
    try:
        body = read_body(response, headers.get("content-encoding", ""), limits.size)
    except TimeoutError:
        raise deadline.passed(url.host) from None
    except (OSError, HTTPException, ValueError) as error:
        raise FetchProblem(f"{url.host} broke off in the middle of its answer: {_why(error)}") from None
    if response.length and not headers.get("content-encoding"):
        raise FetchProblem(f"{url.host} broke off in the middle of its answer: try again later")
    return Fetched(str(url), status, body, headers, moved)


def _advice(status: int) -> str:
    if status in (401, 403):
        return ": it is not open to everybody"
    if status in (404, 405):
        return ": look whether the feed has another address"
    return ": try again later" if status in (429, 500, 502, 503, 504) else ""
