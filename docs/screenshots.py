"""The pictures of the web app in docs/web/, from the examples.

usage: PYTHONPATH=tests:tests/journeys python docs/screenshots.py (needs Chromium)
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from chromium import chromium
from phones import FLAGS, come_in
from playwright.sync_api import Page, sync_playwright
from served import Served

from hallway import Memory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NETWORK = "/series/network?name=Lantern+Days"
DIARY = ROOT / "examples" / "2024-06-lantern-days-ghent.txt"


def main() -> None:
    """Keep the examples, serve them, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.db"
        with Memory(path) as memory:
            for file in sorted((ROOT / "examples").glob("20*")):
                if file != DIARY:
                    memory.keep(memory.read(file))
            memory.met("Sanne Hoekman, museum of mistakes, new, via Ruth Adeyemi")
            memory.met("Jens, in passing, maps of tides")
            person = memory.who("Kwame Asante-Boadi")[0].person.id
        served = Served(path)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=str(chromium()), args=FLAGS)
                phone = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
                take(come_in(phone, served), served, {"capture": "/", "recall-phone": "/recall?need=maps+of+tides"})
                desk = browser.new_context(viewport={"width": 1280, "height": 800})
                with Memory(path) as memory:
                    page = come_in(desk, served, f"{served.url}/enter?link={memory.access.link()}")
                take(
                    page,
                    served,
                    {
                        "person": f"/people/{person}",
                        "team": "/team?name=Lantern+Days",
                        "network": NETWORK,
                        "calendar": "/calendar",
                    },
                )
                reading(page, served)
                browser.close()
        finally:
            served.kill()


def take(page: Page, served: Served, pages: dict[str, str]) -> None:
    (HERE / "web").mkdir(exist_ok=True)
    for name, path in pages.items():
        page.goto(served.url + path)
        if path == NETWORK:
            page.locator("#network[data-ready]").wait_for()
            page.wait_for_timeout(500)
        if name == "capture":
            page.locator("#line").fill("Ronna Porter, Porter Assoc., podcasts, via Kwame")
            page.locator(".chip").first.wait_for()
        page.screenshot(path=HERE / "web" / f"{name}.png")


def reading(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/read")
    page.locator("#text").fill(DIARY.read_text(encoding="utf-8"))
    page.locator("#paste .primary").click()
    page.locator("#people .fact").first.wait_for()
    page.keyboard.press("a")
    page.screenshot(path=HERE / "web" / "reading.png")


if __name__ == "__main__":
    main()
