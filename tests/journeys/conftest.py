"""A browser, a server, and a phone that is signed in. Without Chromium none of this is collected; tests/all.py says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import chromium
from served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

collect_ignore_glob = [] if chromium() else ["test_*.py"]


@pytest.fixture(scope="session")
def playing() -> Iterator[Playwright]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playing: Playwright) -> Iterator[Browser]:
    from phones import FLAGS

    browser = playing.chromium.launch(executable_path=str(chromium()), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def served(path: Path) -> Iterator[Served]:
    served = Served(path)
    yield served
    served.kill()


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server over a small life, for tests that only look."""
    from rooms import furnished

    served = furnished(tmp_path_factory.mktemp("looks") / "people.db")
    yield served
    served.kill()


@pytest.fixture
def phone(browser: Browser, served: Served) -> Iterator[Page]:
    """A page on the first screen, whose service worker is at work."""
    from phones import PHONE, come_in

    context = browser.new_context(**PHONE)
    yield come_in(context, served)
    context.close()
