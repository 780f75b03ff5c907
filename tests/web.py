"""A real web server on this machine, with pages that are given or written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Thread


@dataclass
class Page:
    """An answer; `headers` may say anything."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Answer = Page | Callable[[BaseHTTPRequestHandler], Page | None]


@dataclass
class Site:
    """Pages by path, and what was asked: path and headers (names in lower case). A page may be a function of the request,
    which answers by itself where it returns None."""

    root: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.root + path

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def feed(self, path: str, body: bytes | str, kind: str = "application/rss+xml", **headers: str) -> str:
        """A page with an ETag, which answers 304 to whoever has it already; returns its address."""
        whole = body if isinstance(body, bytes) else body.encode()
        etag = f'"{hash(whole)}"'
        told = {"Content-Type": kind, "ETag": etag} | {k.replace("_", "-"): v for k, v in headers.items()}

        def answer(request: BaseHTTPRequestHandler) -> Page:
            same = request.headers.get("If-None-Match") == etag
            return Page(b"" if same else whole, 304 if same else 200, told)

        self.pages[path] = answer
        return self.url(path)


@contextmanager
def serving(secured: SSLContext | None = None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            page = site.pages.get(self.path, Page("nothing here", 404))
            answer = page if isinstance(page, Page) else page(self)
            self.close_connection = True
            if answer is not None:
                self._send(answer)

        def _send(self, page: Page) -> None:
            body = page.body if isinstance(page.body, bytes) else page.body.encode()
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in page.headers and page.status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Clients that leave early are what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if secured:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
