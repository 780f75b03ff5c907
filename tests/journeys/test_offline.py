"""Captures with no network: they wait in the browser, survive what happens to it, and arrive once and in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from chromium import chromium
from phones import FLAGS, PHONE, come_in, remembers
from playwright.sync_api import Browser, Page, Playwright, Route, expect
from served import Served

from hallway import Memory

FIVE = ("Petra Malinová, museum radio", "Owen", "Kwame Asante-Boadi, new", "Farida Benali, via Owen", "Ilmar Tamm, new")


def capture(page: Page, line: str, button: str | None = None) -> None:
    """Type a line, then press the button or Enter."""
    page.get_by_label("Whom did you meet?").fill(line)
    if button:
        page.get_by_role("button", name=button, exact=True).click()
    else:
        page.keyboard.press("Enter")


def kept(path: Path) -> list[str]:
    """What was kept, the first first, without what buttons added."""
    with Memory(path) as memory:
        return [e.summary.removesuffix(", new") for e in reversed(memory.log())]


def bare(lines: tuple[str, ...]) -> list[str]:
    return [line.removesuffix(", new") for line in lines]


def waits(page: Page, count: int) -> None:
    rows = page.locator("#waiting li")
    expect(rows).to_have_count(count)
    if count:
        expect(page.locator("#queue")).to_contain_text(str(count))
    else:
        expect(page.locator("#waiting")).to_be_hidden()


def test_five_people_in_flight_mode(phone: Page, served: Served) -> None:
    phone.context.set_offline(True)
    phone.reload()
    for line in FIVE:
        capture(phone, line, "New")
    waits(phone, 5)
    assert kept(served.memory) == []
    phone.context.set_offline(False)
    phone.evaluate("dispatchEvent(new Event('online'))")
    waits(phone, 0)
    assert kept(served.memory) == bare(FIVE)
    expect(phone.locator(".cards .name")).to_have_count(5)


def test_a_phone_that_dies_loses_nothing(playing: Playwright, served: Served, tmp_path: Path) -> None:
    options = {"executable_path": str(chromium()), "args": FLAGS, **PHONE}
    context = playing.chromium.launch_persistent_context(str(tmp_path / "profile"), **options)
    page = come_in(context, served)
    served.kill()
    for line in FIVE:
        capture(page, line, "New")
    waits(page, 5)
    context.close()
    context = playing.chromium.launch_persistent_context(str(tmp_path / "profile"), **options)
    page = context.new_page()
    page.goto(f"{served.url}/")
    waits(page, 5)
    served.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    waits(page, 0)
    context.close()
    assert kept(served.memory) == bare(FIVE)


def test_an_answer_that_gets_lost_keeps_nothing_twice(phone: Page, served: Served) -> None:
    lost: list[int] = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort()

    phone.route("**/captures/queue", lose)
    with phone.expect_event("requestfailed"):
        capture(phone, FIVE[0], "New")
    waits(phone, 1)
    with phone.expect_event("requestfailed"):
        phone.evaluate("dispatchEvent(new Event('online'))")
    assert lost == [200, 200]
    assert kept(served.memory) == bare(FIVE[:1])
    phone.unroute("**/captures/queue")
    phone.evaluate("dispatchEvent(new Event('online'))")
    waits(phone, 0)
    assert kept(served.memory) == bare(FIVE[:1])


def test_two_tabs_send_once(phone: Page, served: Served) -> None:
    other = phone.context.new_page()
    other.goto(f"{served.url}/")
    phone.context.set_offline(True)
    for line in FIVE:
        capture(phone, line, "New")
    waits(other, 5)
    phone.context.set_offline(False)
    for page in (phone, other):
        page.evaluate("dispatchEvent(new Event('online'))")
    for page in (phone, other):
        waits(page, 0)
    assert kept(served.memory) == bare(FIVE)


def test_a_clock_that_is_years_off(phone: Page, served: Served) -> None:
    phone.clock.set_fixed_time("2031-02-03T04:05:06Z")
    capture(phone, FIVE[0], "New")
    expect(phone.locator(".said")).to_contain_text("Kept: Petra Malinová")
    with Memory(served.memory) as memory:
        [petra] = memory.people()
    assert petra.last == date.today().isoformat()


def test_two_phones(phone: Page, served: Served, browser: Browser) -> None:
    with Memory(served.memory) as memory:
        link = f"{served.url}/enter?link={memory.access.link()}"
    second = come_in(browser.new_context(**PHONE), served, link)
    phone.context.set_offline(True)
    second.context.set_offline(True)
    for at, line in enumerate(FIVE):
        capture((phone, second)[at % 2], line, "New")
    for page in (second, phone):
        page.context.set_offline(False)
        page.evaluate("dispatchEvent(new Event('online'))")
        waits(page, 0)
    second.context.close()
    assert kept(served.memory) == bare(FIVE[1::2] + FIVE[::2])


def test_what_cannot_be_kept_stays_until_it_is_put_right(phone: Page, served: Served) -> None:
    for line in ("it rained", FIVE[0]):
        capture(phone, line, "New")
    waits(phone, 1)
    expect(phone.locator("#waiting .why")).to_contain_text("no name found")
    phone.get_by_role("button", name="Change").click()
    capture(phone, "Rana, it rained", "In passing")
    expect(phone.locator(".said")).to_contain_text("Kept: Rana")
    waits(phone, 0)
    assert kept(served.memory) == [*bare(FIVE[:1]), "Rana, it rained, in passing"]


def test_people_can_be_looked_up_in_flight_mode(phone: Page, served: Served) -> None:
    capture(phone, FIVE[0], "New")
    waits(phone, 0)
    expect(phone.locator(".cards .name")).to_have_count(1)
    phone.reload()
    remembers(phone, "/people/1")
    phone.context.set_offline(True)
    phone.get_by_role("link", name="Petra Malinová").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Petra Malinová")


def test_it_can_be_installed(phone: Page, served: Served) -> None:
    session = phone.context.new_cdp_session(phone)
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {e["errorId"] for e in errors} <= {"in-incognito"}
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{served.url}/manifest.webmanifest"
