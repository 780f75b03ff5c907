"""A web app over a memory, called as a browser would call it, in this process."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from hallway import Memory
from hallway.interfaces.web.app import make
from hallway.interfaces.web.desk import Desk

HOST = "127.0.0.1:8420"


class Site:
    """A browser that is signed in, unless told otherwise. It stays on the page it was sent to."""

    def __init__(self, memory: Memory, *, signed_in: bool = True, lan: bool = False) -> None:
        self.memory = memory
        self.desk = Desk(memory, frozenset({HOST}), lan=lan)
        self.desk.standing.patience = 60
        self.client = TestClient(make(self.desk), base_url=f"http://{HOST}", raise_server_exceptions=False)
        if signed_in:
            assert self.get("/enter", link=memory.access.link()).status == 200

    def get(self, path: str, headers: dict[str, str] | None = None, **asked: str) -> Page:
        return Page(self.client.get(path, params=asked or None, headers=headers))

    def post(self, path: str, headers: dict[str, str] | None = None, **form: str) -> Page:
        """Send a form with the token that our pages put into them."""
        return Page(self.client.post(path, data={"token": self.token, **form}, headers=headers))

    def send(self, path: str, data: object, **headers: str) -> Page:
        """Send JSON, as a script of ours does."""
        told = {"X-Token": self.token, "Accept": "application/json", **headers}
        return Page(self.client.post(path, json=data, headers=told))

    @property
    def token(self) -> str:
        found = re.search(r'name="token" content="(\w+)"', self.client.get("/more").text)
        return found[1] if found else ""


class Page:
    """An answer: its status, its text without tags, and the rest where it is wanted."""

    def __init__(self, answer: Response) -> None:
        self.raw = answer
        self.status: int = answer.status_code
        self.html: str = answer.text
        self.headers = answer.headers
        self.path: str = answer.url.path

    @property
    def text(self) -> str:
        main = self.html.partition("<main")[2].partition(">")[2].partition("</main>")[0] or self.html
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())

    @property
    def title(self) -> str:
        return unescape(self.html.partition("<title>")[2].partition(" · Hallway</title>")[0])

    @property
    def data(self) -> Any:
        return self.raw.json()

    def links(self) -> list[str]:
        return [unescape(h) for h in re.findall(r'<a [^>]*href="([^"]+)"', self.html)]
