"""The whole story in the browser: a corridor without network, the evening's diary, a half-memory, and what came of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect
from served import Served

from hallway import Memory

DIARY = """The twelfth Lantern Days took place in Ghent from 6 to 8 June 2024.
Brand new: I met Sanne Hoekman, who is setting up a museum of mistakes in Zwolle and looks for people who lend her one.
On the boat I met Vendela Roos again, an actress who teaches oceanographers to breathe.
"""


def capture(page: Page, line: str, button: str) -> None:
    page.get_by_label("Whom did you meet?").fill(line)
    page.get_by_role("button", name=button, exact=True).click()


def people(served: Served) -> dict[str, str]:
    with Memory(served.memory) as memory:
        return {p.name: p.kind for p in memory.people()}


def test_from_the_corridor_to_what_came_of_it(phone: Page, served: Served, tmp_path: Path) -> None:
    in_the_corridor(phone, served)
    the_diary_in_the_evening(phone, served)
    half_a_memory(phone)
    two_who_are_one(phone, served)
    what_came_of_it(phone)
    everything_along(phone, tmp_path)
    forgotten(phone, served)


def in_the_corridor(page: Page, served: Served) -> None:
    page.context.set_offline(True)
    page.reload()
    capture(page, "Petra Malinová, museum radio, at Lantern Days 2024", "New")
    capture(page, "Owen", "Met again")
    capture(page, "Kwame Asante-Boadi, maps of tides", "Time together")
    capture(page, "Everybody at my talk on tides", "In passing")
    capture(page, "Vendela, breathes for a living", "In passing")
    expect(page.locator("#waiting li")).to_have_count(5)
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#waiting")).to_be_hidden()
    assert people(served) == {
        "Petra Malinová": "new",
        "Owen": "renewed",
        "Kwame Asante-Boadi": "cemented",
        "Everybody at my talk on tides": "fleeting",
        "Vendela": "fleeting",
    }


def the_diary_in_the_evening(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/read")
    page.get_by_label("Paste it here").fill(DIARY)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#people .fact").first).to_be_visible(timeout=30_000)
    page.locator(".words mark", has_text="Sanne Hoekman").click()
    expect(page.locator("#people .fact.lit input.name")).to_have_value("Sanne Hoekman")
    page.keyboard.press("a")
    sanne = page.locator("#people .fact:has(input[value='Sanne Hoekman'])")
    sanne.locator("input.name").fill("Sanne Hoekman-Bos")
    vendela = page.locator("#people .fact:has(input[value='Vendela Roos'])")
    vendela.locator("select[name^=kind]").select_option("cemented")
    for row in (sanne, vendela):
        row.locator("input[type=checkbox]").check()
    assert "Vendela Roos" not in people(served)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".said")).to_contain_text("Kept: ")
    assert people(served)["Vendela Roos"] == "cemented"
    assert people(served)["Sanne Hoekman-Bos"] == "new"


def half_a_memory(page: Page) -> None:
    page.get_by_role("link", name="Recall", exact=True).click()
    page.get_by_role("searchbox").press_sequentially("somebody with a museum of mistakes", delay=5)
    expect(page.locator(".recalled h2").first).to_contain_text("Sanne Hoekman-Bos", timeout=30_000)
    expect(page.locator(".recalled blockquote").first).to_contain_text("museum of mistakes in Zwolle")


def two_who_are_one(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/people")
    page.get_by_role("link", name="Vendela", exact=True).click()
    page.locator("#add summary").click()
    page.get_by_label("They are the same person as").fill("Vendela Roos")
    page.get_by_role("button", name="Join them").click()
    expect(page.locator(".said")).to_contain_text("Joined: Vendela and Vendela Roos")
    assert "Vendela" not in people(served)
    page.get_by_role("button", name="Take Vendela Roos apart").click()
    expect(page.locator(".said")).to_contain_text("Taken apart.")
    assert {"Vendela", "Vendela Roos"} <= set(people(served))


def what_came_of_it(page: Page) -> None:
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Petra Malinová").click()
    page.locator("#add summary").click()
    page.get_by_label("What came of it").fill("became a client")
    page.locator("form[action$=outcomes]").get_by_role("button").click()
    expect(page.locator(".outcome")).to_contain_text("became a client")


def everything_along(page: Page, folder: Path) -> None:
    page.get_by_role("link", name="More", exact=True).click()
    page.get_by_role("link", name="Files").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export everything").click()
    path = folder / "out.zip"
    download.value.save_as(path)
    assert zipfile.is_zipfile(path)


def forgotten(page: Page, served: Served) -> None:
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Owen", exact=True).click()
    page.locator("#add summary").click()
    page.get_by_role("link", name="Forget Owen").click()
    page.get_by_label("Type their name").fill("Owen")
    page.get_by_role("button", name="Forget for good").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Forgotten")
    assert "Owen" not in people(served)
