"""Pictures in a real browser: by keyboard, in step with the table beside them, at every size, and only where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import life
import pytest
from axe_playwright_python.sync_playwright import Axe
from phones import come_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from served import Served

from hallway import Memory
from hallway.queries.network import Standing

PICTURES = Path(__file__).parent / "pictures"
NETWORK = "/series/network?name=Lantern+Days"
PAGES = {
    "network-series": NETWORK,
    "network-event": "/events/{days}/network",
    "flow": "/flow",
    "flow-step": "/flow?from=new&to=cemented",
    "flow-event": "/flow?event={days}",
    "calendar": "/calendar",
    "lanes": "/team?name=Lantern+Days",
    "pictures": "/pictures",
}
SIZES = [
    ("phone", 360, 740, "light", "en-GB"), ("phone", 360, 740, "dark", "de-DE"), ("desk", 1280, 800, "dark", "de-DE"),
    ("wall", 2560, 1440, "light", "en-GB"),
]  # fmt: skip


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("pictures") / "people.db"
    with Memory(path) as memory:
        memory.keep(life.ghent(), life.porto(), life.leeds())
    served = Served(path)
    yield served
    served.kill()


@pytest.fixture
def desk(lived_in: Served, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", reduced_motion="reduce")
    yield signed_in(context, lived_in)
    context.close()


def signed_in(context: BrowserContext, served: Served) -> Page:
    with Memory(served.memory) as memory:
        return come_in(context, served, f"{served.url}/enter?link={memory.access.link()}")


def drawn(page: Page, served: Served, path: str = NETWORK) -> None:
    page.goto(served.url + path)
    page.locator("#network[data-ready]").wait_for()


def listed(page: Page) -> list[str]:
    return page.locator("#people tbody th").all_inner_texts()


@pytest.mark.parametrize(("size", "width", "height", "scheme", "language"), SIZES)
def test_every_picture(
    size: str, width: int, height: int, scheme: str, language: str, lived_in: Served, browser: Browser
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, reduced_motion="reduce"
    )
    page = signed_in(context, lived_in)
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: said.append(str(e)))
    with Memory(lived_in.memory) as memory:
        days = memory.find_events("Lantern Days 2016")[0].id
    for name, path in PAGES.items():
        page.goto(lived_in.url + path.format(days=days))
        if name.startswith("network"):
            page.locator("#network[data-ready]").wait_for()
            page.wait_for_timeout(100)
        said += [f"{name}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in Axe().run(page).response["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        said += [f"{name}: {wider} px too wide"] if wider > 0 else []
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}-{size}-{language[:2]}-{scheme}.png")
    context.close()
    assert said == []


def test_along_ties_by_keyboard(desk: Page, lived_in: Served) -> None:
    with Memory(lived_in.memory) as memory:
        found = memory.pictures.of_series("Lantern Days")[1]
    drawn(desk, lived_in)
    heard = desk.locator("#heard")
    desk.locator("#stage").focus()
    desk.keyboard.press("Home")
    expect(heard).to_have_text("you")
    said = []
    for _ in found.people:
        desk.keyboard.press("PageDown")
        said.append(heard.inner_text().partition(",")[0])
    assert said == [p.name for p in found.people]
    ways = {(p.name, key) for p in found.people for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown")}
    tied = sum(from_one_to_another(desk, found.people, *way) for way in sorted(ways))
    assert tied
    desk.keyboard.press("Home")
    desk.keyboard.press("PageDown")
    expect(desk.locator("#people tr[aria-current] th")).to_have_text("Anke Reimers")
    expect(desk.locator("#chosen .name")).to_have_text("Anke Reimers")
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("Anke Reimers")


def from_one_to_another(page: Page, people: Sequence[Standing], name: str, key: str) -> bool:
    """Whether an arrow leads along a tie; what is said to be one has to be one."""
    page.keyboard.press("Home")
    for _ in range([p.name for p in people].index(name) + 1):
        page.keyboard.press("PageDown")
    others = page.locator("#chosen li button").all_inner_texts()
    page.keyboard.press(key)
    said = page.locator("#heard").inner_text()
    now = said.partition(",")[0]
    if now in ("you", name) or said.endswith("no tie, only near"):
        return False
    assert now in others
    return True


def test_the_table_has_whom_the_picture_has(desk: Page, lived_in: Served) -> None:
    with Memory(lived_in.memory) as memory:
        found = memory.pictures.of_series("Lantern Days")[1]
    desk.goto(lived_in.url + NETWORK)
    assert listed(desk) == [p.name for p in found.people]
    drawn(desk, lived_in)
    assert listed(desk) == [p.name for p in found.people]
    desk.locator("#year").fill("2")
    expect(desk.locator("#year-said")).to_have_text("Lantern Days 2016")
    then = {p.name for p in found.people if 1 in dict(p.there)}
    assert set(listed(desk)) == then
    desk.locator("#before").check()
    assert set(listed(desk)) == {p.name for p in found.people}
    desk.locator("#year").fill("1")
    expect(desk.locator("#people tr", has_text="Anke Reimers").locator("td").first).to_have_text("New")
    desk.locator("#year").fill("0")
    desk.locator("#find").fill("anke")
    assert listed(desk) == ["Anke Reimers"]
    desk.locator("#find").fill("")
    desk.get_by_label("New").uncheck()
    assert set(listed(desk)) == {p.name for p in found.people if p.known != "new"}
    expect(desk.locator("#shown")).to_have_text(f"{len(listed(desk))} of {len(listed(desk))}")


def test_sorted_as_one_likes(desk: Page, lived_in: Served) -> None:
    drawn(desk, lived_in)
    who = desk.locator("th[data-sort=name]")
    who.get_by_role("button").click()
    names = listed(desk)
    assert names == sorted(names, key=lambda n: n.replace("Á", "A"))
    expect(who).to_have_attribute("aria-sort", "ascending")
    who.get_by_role("button").click()
    assert listed(desk) == names[::-1]
    expect(who).to_have_attribute("aria-sort", "descending")


def test_bands_lead_to_the_people(desk: Page, lived_in: Served) -> None:
    desk.goto(f"{lived_in.url}/flow")
    desk.get_by_role("link", name="New → Time together: 1 person").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#people a")).to_have_text(["Anke Reimers"])


def test_a_dot_opens_its_event(desk: Page, lived_in: Served) -> None:
    desk.goto(f"{lived_in.url}/calendar")
    desk.get_by_role("link", name="Lantern Days 2016, 26–28 May 2016, Porto: 4 people met").click()
    expect(desk.locator("h1")).to_have_text("Lantern Days 2016")
    desk.get_by_role("link", name="Who stands with whom").click()
    expect(desk.locator("h1")).to_have_text("Who stands with whom")


def test_only_pictures_load_what_draws_them(desk: Page, lived_in: Served) -> None:
    asked: list[str] = []
    desk.on("request", lambda r: asked.append(r.url.rpartition("/")[2]))
    for path in ("/", "/events", "/people", "/more"):
        desk.goto(lived_in.url + path)
        desk.wait_for_load_state("networkidle")
    assert {"d3.js", "network.js", "pictures.css"}.isdisjoint(asked)
    drawn(desk, lived_in)
    assert {"d3.js", "network.js", "pictures.css"} <= set(asked)


def test_without_script_the_table_is_there(lived_in: Served, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with Memory(lived_in.memory) as memory:
        page.goto(f"{lived_in.url}/enter?link={memory.access.link()}")
    page.goto(lived_in.url + NETWORK)
    assert "Anke Reimers" in listed(page)
    expect(page.locator("#stage")).to_be_hidden()
    context.close()
