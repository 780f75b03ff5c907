"""Phones and desks: browsers as people hold them."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page
from served import Served

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "en-GB", "reduced_motion": "reduce"}
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "reduced_motion": "reduce"}


def come_in(context: BrowserContext, served: Served, link: str | None = None) -> Page:
    """Sign a browser in, and wait until it could do without the network."""
    page = context.new_page()
    page.goto(link or served.link)
    page.wait_for_url(f"{served.url}/")
    page.evaluate("navigator.serviceWorker.ready")
    remembers(page, "/")
    return page


def remembers(page: Page, path: str) -> None:
    """Wait until a page can be shown without the network."""
    for _ in range(100):
        if page.evaluate("path => caches.match(path).then(Boolean)", path):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{path} is not remembered")
