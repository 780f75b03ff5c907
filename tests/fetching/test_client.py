"""Fetching from a real server, well-behaved and otherwise."""

import gzip
import os
import re
import socket
import ssl
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from web import Page, Site, serving

from hallway.fetching.client import AGENT, Fetched, Limits, fetch
from hallway.fetching.connection import Connection, Deadline
from hallway.fetching.problems import FetchProblem
from hallway.fetching.urls import parse

QUICK = Limits(size=100_000, each=0.3, total=0.6, redirects=3)


def get(site: Site, path: str = "/", **validators: str) -> Fetched:
    return fetch(site.url(path), **validators, allow_local=True, limits=QUICK)  # type: ignore[arg-type]


def fails(site: Site, path: str = "/") -> FetchProblem:
    with pytest.raises(FetchProblem) as raised:
        get(site, path)
    return raised.value


def test_a_page_and_what_is_sent(site: Site) -> None:
    site.pages["/a?b"] = Page("words", headers={"ETag": '"1"'})
    found = get(site, "/a?b")
    assert (found.url, found.status, found.body, found.headers["etag"], found.moved) == (
        site.url("/a?b"), 200, b"words", '"1"', None
    )  # fmt: skip
    [(_, sent)] = site.asked
    assert sorted(sent) == ["accept", "accept-encoding", "connection", "host", "user-agent"]
    assert (sent["user-agent"], sent["host"]) == (AGENT, site.root.removeprefix("http://"))


def test_nothing_new(site: Site) -> None:
    feed = site.feed("/feed", "words")
    etag = fetch(feed, allow_local=True).headers["etag"]
    again = get(site, "/feed", etag=etag, modified="Tue, 06 Oct 2015 10:00:00 GMT")
    assert (again.status, again.body) == (304, None)
    assert site.asked[-1][1]["if-modified-since"] == "Tue, 06 Oct 2015 10:00:00 GMT"


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("identity", bytes),
    ],
)
def test_packed(site: Site, coding: str, pack: Callable[[bytes], bytes]) -> None:
    site.pages["/"] = Page(pack(b"words " * 1000), headers={"Content-Encoding": coding})
    assert get(site).body == b"words " * 1000


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb(site: Site, coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    site.pages["/"] = Page(pack(b"\0" * 50_000_000), headers={"Content-Encoding": coding})
    assert str(fails(site)) == "the answer is larger than 0.1 MB: no feed is that large"


@pytest.mark.parametrize(
    ("coding", "body", "why"),
    [
        ("gzip", b"not packed", "says that it is packed with gzip, and is not"),
        ("gzip", gzip.compress(b"words")[:-9], "ended in the middle"),
        ("br", b"\x0b\x02\x80words\x03", "packed with br, which was not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"words")), "which was not asked for"),
    ],
)
def test_packed_badly(site: Site, coding: str, body: bytes, why: str) -> None:
    site.pages["/"] = Page(body, headers={"Content-Encoding": coding})
    assert why in str(fails(site))


def test_too_large_is_left_as_soon_as_it_is_known(site: Site) -> None:
    site.pages["/said"] = Page(b"", headers={"Content-Length": "100000000"})

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(2000):
            request.wfile.write(b"x" * 50_000)
            sent.append(50_000)

    sent: list[int] = []
    site.pages["/endless"] = endless
    problem = "the answer is larger than 0.1 MB: no feed is that large"
    assert [str(fails(site, path)) for path in ("/said", "/endless")] == [problem, problem]
    assert sum(sent) < 20_000_000


def drip(request: BaseHTTPRequestHandler, piece: bytes) -> None:
    for _ in range(200):
        request.wfile.write(piece)
        request.wfile.flush()
        time.sleep(0.05)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


def slow_head(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    drip(request, b"X")


def slow_body(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    drip(request, b"x")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (silent, "127.0.0.1 did not answer within 0.3 seconds: try again later"),
        (slow_head, "(127.0.0.1|the server) took longer than 0.6 seconds in all: try again later"),
        (slow_body, "(127.0.0.1|the server) took longer than 0.6 seconds in all: try again later"),
    ],
)
def test_servers_that_take_their_time(site: Site, answer: Callable[[BaseHTTPRequestHandler], None], why: str) -> None:
    site.pages["/"] = answer
    assert re.fullmatch(why, str(fails(site)))


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(FetchProblem, match=r"^127\.0\.0\.1 cannot be reached: Connection refused$"):
            fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", allow_local=True)


@pytest.mark.parametrize(
    "head", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n", b"\xff" * 70_000]
)
def test_answers_that_are_none(site: Site, head: bytes) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)

    site.pages["/"] = answer
    assert str(fails(site)).startswith("127.0.0.1 cannot be reached: ")


def test_broken_off(site: Site) -> None:
    site.pages["/"] = Page("half", headers={"Content-Length": "8"})
    assert str(fails(site)).startswith("127.0.0.1 broke off in the middle of its answer")


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], "/1"),
        ([308], "/1"),
        ([302], None),
        ([307], None),
        ([303], None),
        ([301, 308], "/2"),
        ([301, 302], "/1"),
        ([302, 301], None),
    ],
)
def test_moved(site: Site, statuses: list[int], moved: str | None) -> None:
    for at, status in enumerate(statuses):
        site.pages[f"/{at}"] = Page(status=status, headers={"Location": f"/{at + 1}"})
    site.pages[f"/{len(statuses)}"] = Page("here")
    found = get(site, "/0")
    assert (found.body, found.url, found.moved) == (
        b"here", site.url(f"/{len(statuses)}"), site.url(moved) if moved else None
    )  # fmt: skip


def test_round_and_round(site: Site) -> None:
    site.pages["/"] = Page(status=302, headers={"Location": "/"})
    assert str(fails(site)) == "the address leads from one to the next, more than 3 times"
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("file:///etc/passwd", "the address leads to somewhere that is no web page"),
        ("", "leads from one to the next"),
        ("http://ida:secret@tidepool.example/", "there is a name or password in this address"),
        ("http://tidepool.example:22/", "port 22"),
    ],
)
def test_leading_where_nobody_should_go(site: Site, to: str, why: str) -> None:
    site.pages["/"] = Page(status=301, headers={"Location": to})
    assert why in str(fails(site))


@pytest.mark.parametrize("status", [301, 302, 307])
@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "http://localhost/"]
)
def test_leading_into_a_local_network(site: Site, status: int, to: str) -> None:
    site.pages["/"] = Page(status=status, headers={"Location": to})
    assert str(fails(site)).endswith(": only the public internet is asked")


def test_this_machine_is_not_asked(site: Site) -> None:
    with pytest.raises(
        FetchProblem, match=r"^127\.0\.0\.1 is in a local network \(127\.0\.0\.1\): only the public internet is asked$"
    ):
        fetch(site.url("/"))
    assert site.asked == []


@pytest.mark.parametrize(
    ("status", "headers", "wait", "gone", "why"),
    [
        (404, {}, None, False, "127.0.0.1 answers 404 Not Found: look whether the feed has another address"),
        (410, {}, None, True, "it is gone for good, says its server (410): unfollow it, or give its new address"),
        (429, {"Retry-After": "120"}, 120, False, "127.0.0.1 answers 429 Too Many Requests: try again later"),
        (503, {"Retry-After": "soon"}, None, False, "127.0.0.1 answers 503 Service Unavailable: try again later"),
        (403, {}, None, False, "127.0.0.1 answers 403 Forbidden: it is not open to everybody"),
    ],
)
def test_refused(site: Site, status: int, headers: dict[str, str], wait: int | None, gone: bool, why: str) -> None:
    site.pages["/"] = Page(status=status, headers=headers)
    problem = fails(site)
    assert (str(problem), problem.wait, problem.gone) == (why, wait, gone)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """Whatever `tides.example` may mean a moment later: its name is only said, not looked up again."""
    site.pages["/a"] = Page("words")
    url = parse(f"http://tides.example:{site.root.rpartition(':')[2]}/a")
    connection = Connection(url, [(socket.AF_INET, "127.0.0.1")], Deadline(2, 2))
    connection.request("GET", url.target, headers={"Connection": "close"})
    with connection.getresponse() as response:
        assert response.read() == b"words"


def test_a_certificate_that_nobody_signed(tmp_path: Path) -> None:
    certificate = tmp_path / "both.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"]
    files = ["-keyout", str(certificate), "-out", str(tmp_path / "cert.pem"), "-subj", "/CN=localhost"]
    subprocess.run([*made, *files, "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", certificate)
    with serving(context) as site:
        site.pages["/"] = Page("words")
        address = f"https://localhost:{site.root.rpartition(':')[2]}/"
        with pytest.raises(FetchProblem, match=r"^localhost cannot prove who it is: self.signed certificate$"):
            fetch(address, allow_local=True)
        trusting = f"from hallway.fetching.client import fetch; print(fetch({address!r}, allow_local=True).body)"
        trusted = {**os.environ, "SSL_CERT_FILE": str(tmp_path / "cert.pem")}
        told = subprocess.run(
            [sys.executable, "-c", trusting], env=trusted, capture_output=True, text=True, check=False
        )
        assert (told.stdout, told.stderr) == ("b'words'\n", "")
