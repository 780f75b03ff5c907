"""Every page at every size: nothing that axe objects to, nothing to scroll sideways, little to load, and a picture of it.

The pictures go to `tests/journeys/pictures`, for people to look at.
"""

from __future__ import annotations

from pathlib import Path

import life
import pytest
from axe_playwright_python.sync_playwright import Axe
from phones import come_in
from playwright.sync_api import Browser, Page
from rooms import addresses
from served import Served

from hallway import Memory

PICTURES = Path(__file__).parent / "pictures"
FIRST_LOAD = 90_000
SIZES = {"phone": (360, 740, "light"), "desk": (1280, 800, "dark"), "wall": (2560, 1440, "light")}


@pytest.mark.parametrize(("size", "language"), [("phone", "en-GB"), ("desk", "de-DE"), ("wall", "en-GB")])
def test_every_page(size: str, language: str, lived_in: Served, browser: Browser) -> None:
    width, height, scheme = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, reduced_motion="reduce"
    )
    with Memory(lived_in.memory) as memory:
        page = come_in(context, lived_in, f"{lived_in.url}/enter?link={memory.access.link()}")
    problems = [p for name, url in addresses(lived_in).items() for p in problems_of(page, name, url, size, language)]
    page.goto(f"{lived_in.url}/read")
    page.locator("#text").fill(life.GHENT)
    page.locator("#paste .primary").click()
    page.locator("#people .fact").first.wait_for()
    problems += problems_of(page, "reading", None, size, language)
    context.close()
    assert problems == []


def problems_of(page: Page, name: str, url: str | None, size: str, language: str) -> list[str]:
    """What axe finds on a page, and whether it is wider than its window."""
    errors: list[str] = []
    if url:
        page.goto(url)
    found = Axe().run(page).response["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{size}-{language[:2]}.png")
    errors += [f"{name}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]
    return errors + ([f"{name}: {wider} px too wide"] if wider > 0 else [])


def test_the_first_load_is_small_and_asks_nobody_else(lived_in: Served, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: dict[str, int] = {}
    page.on("response", lambda r: asked.update({r.url: len(r.body()) if r.ok else 0}))
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
    with Memory(lived_in.memory) as memory:
        page.goto(f"{lived_in.url}/enter?link={memory.access.link()}")
    page.wait_for_url(f"{lived_in.url}/")
    page.wait_for_load_state("networkidle")
    context.close()
    assert {url for url in asked if not url.startswith(lived_in.url)} == set()
    assert sum(asked.values()) < FIRST_LOAD
    assert problems == []
